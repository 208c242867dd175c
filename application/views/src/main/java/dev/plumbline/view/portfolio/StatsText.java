package dev.plumbline.view.portfolio;

import dev.plumbline.app.portfolio.ProductStatistics;
import dev.plumbline.app.version.Version;
import dev.plumbline.insight.statistics.EditionStatistics;
import dev.plumbline.insight.statistics.ProvisionOutcome;
import dev.plumbline.insight.statistics.ProvisionStatistics;
import dev.plumbline.insight.statistics.Share;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Statistics of one edition for a terminal. */
public record StatsText(
    EditionStatistics edition, int k, Optional<StatsBefore> before, Style style) {
  private static final int WIDTH = 10;

  /** The lines of every edition, then what changed since an earlier count. */
  public static List<String> of(
      ProductStatistics statistics, Optional<StatsBefore> before, Style style) {
    List<String> lines = new ArrayList<>();
    for (EditionStatistics edition : statistics.statistics().editions()) {
      lines.addAll(new StatsText(edition, statistics.k(), before, style).lines());
    }
    before.flatMap(b -> b.difference(Version.TOOL, statistics.policy())).ifPresent(lines::add);
    return lines;
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (edition.atLeast() == 0) {
      lines.add(
          "V" + edition.edition() + ": fewer than " + k + " makers; nothing can be told of them.");
      return lines;
    }
    lines.add(
        style.bold(
            "V"
                + edition.edition()
                + ": at least "
                + edition.atLeast()
                + " products, each share with at least "
                + k
                + " makers behind it"));
    before.ifPresent(b -> lines.add("In brackets the change since " + b.on() + ", in points."));
    lines.add(
        String.format(
            "%-10s %-2s %-10s %-10s %-10s %-10s %-10s %s",
            "provision", "", "FAIL", "open", "PASS", "N/A", "declined", "median effort"));
    edition.provisions().forEach(p -> add(lines, p));
    lines.add("kept back: fewer than " + k + " makers, or it would give such a number away.");
    lines.add("Shares are in steps of " + Share.STEP + " %; open: not decided, which is no pass.");
    return lines;
  }

  private void add(List<String> lines, ProvisionStatistics p) {
    lines.add(
        String.format(
                "%-10s %-2s %s %s %s %s %s %s",
                p.provision().value(),
                p.mandatory() ? "M" : "R",
                cell(p, ProvisionOutcome.FAIL),
                cell(p, ProvisionOutcome.INCONCLUSIVE),
                cell(p, ProvisionOutcome.PASS),
                cell(p, ProvisionOutcome.NOT_APPLICABLE),
                cell(p, ProvisionOutcome.DECLINED),
                p.effort().map(e -> e.toMinutes() + " min " + e.toSecondsPart() + " s").orElse(""))
            .stripTrailing());
    parts(lines, "PASS: ", p.passes(), ", ");
    parts(lines, "open: ", p.undecided(), ", ");
    parts(lines, "N/A: ", p.absences(), " ");
  }

  private static void parts(
      List<String> lines, String what, Map<?, Share> shares, String separator) {
    String parts =
        shares.entrySet().stream()
            .filter(e -> !e.getValue().isHidden())
            .map(e -> told(e.getValue()) + " " + word(e.getKey()))
            .collect(Collectors.joining(separator));
    if (!parts.isEmpty()) {
      lines.add(Text.wrap(what + parts, "             "));
    }
  }

  /** What stands behind an answer, in words. */
  public static String word(Object key) {
    if (!(key instanceof Conclusion conclusion)) {
      return key.toString();
    }
    return switch (conclusion) {
      case PROVED -> "proved";
      case CONFIRMED -> "confirmed by a person after a search";
      case DECIDED -> "decided by a person";
      case SEARCHED -> "searched, to be confirmed by a person";
      case OPEN -> "without an answer";
      case REFUTED -> "refuted";
      case NOT_APPLICABLE -> "not applicable";
    };
  }

  private String cell(ProvisionStatistics p, ProvisionOutcome answer) {
    String text =
        Optional.ofNullable(p.answers().get(answer))
            .map(share -> told(share) + change(p, answer, share))
            .orElse("·");
    return String.format("%-" + WIDTH + "s", text);
  }

  private String change(ProvisionStatistics p, ProvisionOutcome answer, Share share) {
    OptionalInt then =
        before
            .map(b -> b.percent(edition.edition(), p.provision(), answer))
            .orElse(OptionalInt.empty());
    return then.isEmpty() || share.isHidden()
        ? ""
        : String.format(" (%+d)", share.percent().orElseThrow() - then.getAsInt());
  }

  /** A share in words, with those that are kept back. */
  public static String told(Share share) {
    return share.percent().map(p -> p == 0 ? "< 3 %" : p + " %").orElse("kept back");
  }
}
