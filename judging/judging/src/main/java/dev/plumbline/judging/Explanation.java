package dev.plumbline.judging;

import dev.plumbline.core.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole way to one verdict, as lines for a terminal. */
public final class Explanation {
  private Explanation() {}

  /** The lines for an item; where it is not in the plan, why not. Never empty. */
  public static List<String> of(Assessment assessment, ItemId id) {
    return assessment
        .items()
        .filter(i -> i.item().id().equals(id))
        .findFirst()
        .map(i -> lines(i, assessment.waiver(id)))
        .orElseGet(() -> absent(assessment, id));
  }

  private static List<String> lines(Judged item, Optional<WaivedItem> waiver) {
    List<String> lines = new ArrayList<>();
    lines.add(item.item().id() + ": " + item.verdict() + ", decided by " + by(item));
    for (TraceStep step : item.trace()) {
      lines.add(String.format("  %-12s %s", step.stage(), step.text()));
      if (!step.where().isEmpty()) {
        lines.add(String.format("  %-12s   (%s)", "", step.where()));
      }
    }
    item.contradictions()
        .forEach(
            c ->
                lines.add(
                    String.format(
                        "  %-12s %s but %s (%s)",
                        "contradicts", c.declared(), c.observed(), c.place())));
    item.machine()
        .ifPresent(
            m ->
                lines.add(
                    "  The machine's finding stays on record: " + m.verdict() + ": " + m.reason()));
    waiver.ifPresent(w -> lines.add(String.format("  %-12s %s", "waiver", w.sentence())));
    lines.add("  basis " + item.basisDigest().shortForm());
    return List.copyOf(lines);
  }

  private static String by(Judged item) {
    return item.heritage()
        .filter(InheritedResult::inherited)
        .map(h -> words(item) + " of " + h.from() + ", inherited")
        .orElseGet(() -> words(item));
  }

  private static String words(Judged item) {
    return switch (item.by()) {
      case PROBE -> "a check of observations";
      case RULE -> "a rule over the declaration";
      case ASSESSOR ->
          item.executed() || item.inherited() ? "a person" : "nobody yet; it is for a person";
    };
  }

  private static List<String> absent(Assessment assessment, ItemId id) {
    Optional<GroupResult> group =
        assessment
            .groups()
            .filter(g -> g.provision().id().equals(id.unit().provision()))
            .findFirst();
    if (group.isEmpty() || assessment.catalogue().unit(id.unit()).isEmpty()) {
      return List.of("There is no test unit " + id.unit() + " in this edition.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(id + " is not in the plan.");
    lines.add("  " + id.unit().provision() + ": " + group.get().reason());
    group.get().cases().stream()
        .flatMap(c -> c.units().stream())
        .filter(u -> u.unit().id().equals(id.unit()))
        .flatMap(u -> u.items().stream())
        .forEach(i -> lines.add("  In the plan is " + i.item().id()));
    return List.copyOf(lines);
  }
}
