package dev.plumbline.view.scheme;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.SchemeEvidence;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.scheme.Ask;
import dev.plumbline.scheme.Eligibility;
import dev.plumbline.scheme.Need;
import dev.plumbline.scheme.NextLevel;
import dev.plumbline.scheme.Outcome;
import dev.plumbline.scheme.Validity;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a product is eligible for, as text. */
public final class EligibilityText {
  private static final String INDENT = "    ";

  private final List<Eligibility> all;
  private final List<NextLevel> next;
  private final Style style;

  public EligibilityText(List<Eligibility> all, List<NextLevel> next, Style style) {
    this.all = all;
    this.next = next;
    this.style = style;
  }

  /** One line a level. */
  public List<String> matrix() {
    List<String> lines = new ArrayList<>();
    lines.add(
        count(Outcome.ELIGIBLE)
            + " levels eligible, "
            + count(Outcome.CANNOT_TELL)
            + " cannot be told, "
            + count(Outcome.NOT_ELIGIBLE)
            + " not eligible.");
    lines.add("");
    lines.add(
        style.bold(
            String.format(
                "%-19s %-13s %-13s %-11s %6s %4s %6s  %s",
                "scheme",
                "level",
                "answer",
                "provisions",
                "failed",
                "open",
                "search",
                "on that day")));
    for (Eligibility e : all) {
      lines.add(
          String.format(
                  Locale.ROOT,
                  "%-19s %-13s %s %-11s %6s %4s %6s  %s",
                  e.scheme().id(),
                  e.level().id(),
                  painted(e.outcome()),
                  e.needs().isEmpty() ? "none known" : met(e) + "/" + e.needs().size() + " met",
                  count(e, Need.State.FAILED),
                  count(e, Need.State.OPEN),
                  count(e, Need.State.SEARCHED),
                  day(e))
              .stripTrailing());
    }
    lines.add("search: provisions that are met once a person confirms what was searched.");
    return lines;
  }

  /** The cheapest next levels. */
  public List<String> next() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(style.bold("Cheapest next: the provisions that would complete those of a level"));
    if (next.isEmpty()) {
      lines.add(INDENT + "No level that can be had on that day asks for an open provision.");
    }
    for (NextLevel n : next) {
      String also = n.also().isEmpty() ? "" : " Completes those of " + names(n.also()) + " too.";
      lines.add(
          Text.wrap(
              n.close().size() + " for " + names(n.levels()) + ": " + ids(n.close()) + "." + also,
              INDENT));
    }
    lines.add(
        Text.wrap(
            "What a level asks for beside provisions, and what is unknown of it, stays to be"
                + " settled.",
            INDENT));
    return lines;
  }

  /** Why each level has its answer, beside the provisions. */
  public List<String> levels() {
    List<String> lines = new ArrayList<>();
    for (Eligibility e : all) {
      lines.add("");
      lines.add(style.bold(name(e)) + "  " + word(e.outcome()) + "  (" + e.level().name() + ")");
      e.obstacles().forEach(o -> item(lines, o));
      if (!e.missing().isEmpty()) {
        item(
            lines,
            "Not met: "
                + e.missing().stream()
                    .map(n -> n.asked() + standing(n))
                    .collect(Collectors.joining(", "))
                + ".");
      }
      rests(lines, e);
      asks(lines, e);
      validity(lines, e.validity());
      e.reservations().forEach(r -> item(lines, "With reservation: " + r));
      e.recognition()
          .forEach(
              r ->
                  item(
                      lines,
                      (e.outcome() == Outcome.ELIGIBLE
                              ? "By recognition: "
                              : "Once held, by recognition: ")
                          + SchemeText.edge(r)));
    }
    return lines;
  }

  /** Each provision that is not met, once, with who asks for it. */
  public List<String> provisions() {
    Map<Need, List<String>> asking = new LinkedHashMap<>();
    for (Eligibility e : all) {
      e.missing().forEach(n -> asking.computeIfAbsent(n, k -> new ArrayList<>()).add(name(e)));
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(style.bold("Provisions that are not met, as the edition of the scheme numbers them"));
    asking.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Need::asked)))
        .forEach(
            entry -> {
              Need need = entry.getKey();
              String through =
                  need.through().equals(List.of(need.asked()))
                      ? ""
                      : " (through " + ids(need.through()) + ")";
              lines.add("  " + need.asked() + through + ": " + need.verdict());
              lines.add(Text.wrap(Text.safe(need.reason()), INDENT));
              lines.add(Text.wrap("→ " + Text.safe(need.way()), INDENT));
              lines.add(Text.wrap("Asked by " + String.join(", ", entry.getValue()) + ".", INDENT));
            });
    return lines;
  }

  private static String standing(Need need) {
    return switch (need.state()) {
      case FAILED -> " (failed)";
      case SEARCHED -> " (searched)";
      case OPEN, MET -> "";
    };
  }

  /** What stands behind the provisions that are met. */
  private static void rests(List<String> lines, Eligibility e) {
    List<String> parts = new ArrayList<>();
    for (Conclusion conclusion : Conclusion.values()) {
      long number =
          e.needs().stream().filter(n -> n.rests().equals(Optional.of(conclusion))).count();
      if (number > 0) {
        parts.add(number + " " + SchemeText.word(conclusion));
      }
    }
    long declined = e.needs().stream().filter(n -> n.met() && n.rests().isEmpty()).count();
    if (declined > 0) {
      parts.add(declined + " declined with a reason");
    }
    if (!parts.isEmpty()) {
      item(lines, "Met: " + String.join(", ", parts) + ".");
    }
  }

  private static void asks(List<String> lines, Eligibility e) {
    e.asks().stream()
        .filter(Ask::met)
        .forEach(a -> item(lines, "Shown: " + a.requirement().id() + ". " + a.text()));
    List<Ask> open =
        e.unseen().stream()
            .filter(a -> a.state() == Ask.State.OPEN)
            .filter(a -> !isKind(a))
            .toList();
    e.unseen().stream()
        .filter(EligibilityText::isKind)
        .filter(a -> a.state() == Ask.State.OPEN)
        .forEach(
            a -> item(lines, a.requirement().text() + " That this product is one is not shown."));
    if (!open.isEmpty()) {
      item(
          lines,
          "There is no evidence of: "
              + open.stream().map(a -> a.requirement().id()).collect(Collectors.joining(", "))
              + ".");
    }
    e.unseen().stream()
        .filter(a -> a.state() != Ask.State.OPEN)
        .forEach(a -> item(lines, "Not shown: " + a.requirement().id() + ". " + a.text()));
  }

  private static boolean isKind(Ask ask) {
    return ask.requirement().id().equals(SchemeEvidence.ONLY_FOR);
  }

  private static void validity(List<String> lines, Validity validity) {
    String until = validity.until().map(u -> "Would hold until " + u + ". ").orElse("");
    String told =
        until + String.join(" ", validity.because()) + " " + String.join(" ", validity.unknown());
    item(lines, told.strip());
  }

  private static void item(List<String> lines, String text) {
    lines.add(Text.wrap("- " + Text.safe(text), INDENT));
  }

  private static String day(Eligibility e) {
    return switch (e.available()) {
      case YES -> "";
      case NOT_YET -> "from " + e.level().from();
      case CLOSED -> "closed to new labels";
      case NOT_OPEN -> "takes no product yet";
      case UNKNOWN -> "unknown whether it can be had";
    };
  }

  private String painted(Outcome outcome) {
    String word = String.format("%-13s", word(outcome));
    return switch (outcome) {
      case ELIGIBLE -> style.bold(word);
      case CANNOT_TELL -> style.yellow(word);
      case NOT_ELIGIBLE -> style.red(word);
    };
  }

  private static String word(Outcome outcome) {
    return SchemeText.word(outcome);
  }

  private static String names(List<Eligibility> levels) {
    return levels.stream().map(EligibilityText::name).collect(Collectors.joining(", "));
  }

  private static String name(Eligibility e) {
    return e.scheme().id() + " " + e.level().id();
  }

  private static String ids(List<ProvisionId> ids) {
    return String.join(", ", SchemeJson.ids(ids));
  }

  private long count(Outcome outcome) {
    return all.stream().filter(e -> e.outcome() == outcome).count();
  }

  private static long met(Eligibility e) {
    return e.needs().stream().filter(Need::met).count();
  }

  private static String count(Eligibility e, Need.State state) {
    return e.needs().isEmpty()
        ? ""
        : String.valueOf(e.needs().stream().filter(n -> n.state() == state).count());
  }
}
