package dev.plumbline.view.portfolio;

import dev.plumbline.core.Verdict;
import dev.plumbline.insight.portfolio.JudgedProduct;
import dev.plumbline.insight.portfolio.Portfolio;
import dev.plumbline.insight.portfolio.Portfolio.CommonFailure;
import dev.plumbline.insight.portfolio.Portfolio.Readiness;
import dev.plumbline.insight.portfolio.UnjudgedProduct;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.reports.Words;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A portfolio for a terminal. */
public record PortfolioText(Portfolio portfolio, LocalDate horizon, Style style) {
  private static final String INDENT = "    ";
  // A screen each; the page and JSON have all.
  private static final int PRODUCTS = 40;
  private static final int FEW = 12;
  private static final int NAME = 28;

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(headline());
    if (!portfolio.judged().isEmpty()) {
      products(lines);
      failures(lines);
      readiness(lines);
      support(lines);
      stale(lines);
    }
    unjudged(lines);
    return lines;
  }

  private String headline() {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      int n = portfolio.verdicts().getOrDefault(verdict, 0);
      if (n > 0) {
        parts.add(n + " " + Words.verdict(verdict));
      }
    }
    if (!portfolio.unjudged().isEmpty()) {
      parts.add(portfolio.unjudged().size() + " not judged");
    }
    return portfolio.entries().size()
        + " dossiers on "
        + portfolio.on()
        + ": "
        + String.join(", ", parts)
        + ".";
  }

  private void products(List<String> lines) {
    head(
        lines,
        String.format(
            "%-" + NAME + "s %-12s %4s %4s %4s %6s %5s %4s %6s %6s %5s  %s",
            "product",
            "verdict",
            "FAIL",
            "open",
            "PASS",
            "proved",
            "conf.",
            "dec.",
            "search",
            "contra",
            "stale",
            "support ends"));
    some(lines, portfolio.judged(), PRODUCTS, this::line);
    lines.add("  FAIL, open, PASS: provisions. open: not decided, which is not a pass.");
    lines.add(
        "  proved, conf. (confirmed after a search), dec. (decided by a person): test items that pass.");
    lines.add("  search: test items searched and not confirmed, which is not a pass.");
    lines.add("  contra: where paper and device disagree.");
    Counts all = portfolio.counts();
    lines.add(
        "  All products: "
            + all.proved()
            + " items proved, "
            + all.confirmed()
            + " confirmed, "
            + all.decided()
            + " decided, "
            + all.searched()
            + " searched.");
  }

  private String line(JudgedProduct p) {
    String name = Text.safe(p.name());
    return String.format(
        Locale.ROOT,
        "%s %s %4d %4d %4d %6d %5d %4d %6d %6d %5s %-12s  %s",
        String.format(
            "%-" + NAME + "s", name.length() > NAME ? name.substring(0, NAME - 1) + "…" : name),
        style.verdict(p.verdict(), String.format("%-12s", Words.verdict(p.verdict()))),
        p.number(Verdict.FAIL),
        p.number(Verdict.INCONCLUSIVE),
        p.number(Verdict.PASS),
        p.counts().proved(),
        p.counts().confirmed(),
        p.counts().decided(),
        p.counts().searched(),
        p.contradictions(),
        p.isStale() ? "yes" : "",
        p.supportEnds().map(LocalDate::toString).orElse("not declared"),
        Text.safe(p.folder()));
  }

  private void failures(List<String> lines) {
    head(lines, "Common failures");
    some(lines, portfolio.commonFailures(), FEW, this::line);
  }

  private String line(CommonFailure f) {
    return String.format(
        Locale.ROOT, "  %5d  %s (V%s)", f.products(), f.provision().value(), f.edition());
  }

  private void readiness(List<String> lines) {
    head(
        lines,
        String.format(
            "%-33s %8s %14s %8s %11s %12s",
            "ready for", "eligible", "provisions met", "searched", "cannot tell", "not eligible"));
    List<Readiness> told = portfolio.readiness().stream().filter(PortfolioText::isTold).toList();
    told.forEach(r -> lines.add(line(r)));
    int untold = portfolio.readiness().size() - told.size();
    if (untold > 0) {
      lines.add("  " + untold + " more levels, which cannot be told of any product yet.");
    }
    lines.add("  provisions met: what is asked for beside them is open or unknown.");
    lines.add("  searched: provisions met once a person confirms what was searched.");
  }

  private static boolean isTold(Readiness r) {
    return r.eligible() + r.provisionsMet() + r.searched() + r.notEligible() > 0;
  }

  private String line(Readiness r) {
    return String.format(
        Locale.ROOT,
        "%-33s %8d %14d %8d %11d %12d",
        r.level(),
        r.eligible(),
        r.provisionsMet(),
        r.searched(),
        r.cannotTell(),
        r.notEligible());
  }

  private void support(List<String> lines) {
    head(lines, "Support that has ended or ends by " + horizon);
    some(
        lines,
        portfolio.supportEndingBy(horizon),
        FEW,
        p ->
            "  "
                + p.supportEnds().orElseThrow()
                + "  "
                + Text.safe(p.name())
                + (p.supportEnds().orElseThrow().isBefore(portfolio.on()) ? "  ended" : ""));
    if (portfolio.withoutSupportEnd() > 0) {
      lines.add("  " + portfolio.withoutSupportEnd() + " products declare no end that is a date.");
    }
  }

  private void stale(List<String> lines) {
    head(lines, "Results that have gone stale");
    some(
        lines,
        portfolio.stale(),
        FEW,
        p ->
            "  "
                + Text.safe(p.name())
                + ": "
                + p.staleDecisions()
                + " decisions, "
                + p.outdated()
                + " answers of another version, unit or state");
  }

  private void unjudged(List<String> lines) {
    if (portfolio.unjudged().isEmpty()) {
      return;
    }
    head(lines, "Not judged: these dossiers have to be mended first");
    some(lines, portfolio.unjudged(), FEW, PortfolioText::line);
  }

  private static String line(UnjudgedProduct p) {
    return Text.wrap(
        Text.safe(p.folder())
            + (p.problems() == 1 ? ": " : ": " + p.problems() + " problems, first ")
            + Text.safe(p.first()),
        INDENT);
  }

  private void head(List<String> lines, String text) {
    lines.add("");
    lines.add(style.bold(text));
  }

  private static <T> void some(
      List<String> lines, List<T> all, int most, Function<T, String> line) {
    if (all.isEmpty()) {
      lines.add("  none");
    }
    all.stream().limit(most).map(line).forEach(lines::add);
    if (all.size() > most) {
      lines.add("  … and " + (all.size() - most) + " more; --format json and --html have all.");
    }
  }
}
