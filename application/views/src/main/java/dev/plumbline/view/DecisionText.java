package dev.plumbline.view;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.DecidingMany;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of decisions that were recorded, for a terminal. */
public final class DecisionText {
  private static final int MOST_SHOWN = 20;

  private DecisionText() {}

  /**
   * What an item is after a decision.
   *
   * @param after the dossier, judged with the decision
   */
  public static List<String> recorded(AssessedDossier after, ItemId item) {
    Judged now = after.item(item.toString());
    List<String> lines = new ArrayList<>();
    lines.add(
        "Recorded. "
            + Text.safe(item.toString())
            + " is now "
            + Words.verdict(now.verdict())
            + ": "
            + Text.safe(now.finding().reason()));
    now.machine()
        .ifPresent(
            m -> lines.add("The machine's finding stays on record: " + Text.safe(m.reason())));
    return lines;
  }

  /** Whose decisions a table holds; empty when nothing of it is to be recorded. */
  public static String people(DecidingMany.Read read) {
    String names =
        read.wanted().stream()
            .map(DecidingMany.Wanted::by)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : " of " + Text.safe(names);
  }

  /**
   * Decisions of a table that do not count, because a machine found the opposite.
   *
   * @param after the dossier, judged with the decisions
   */
  public static List<String> overruled(DecidingMany.Read read, AssessedDossier after) {
    Map<ItemId, Judged> now = new HashMap<>();
    after.result().items().forEach(i -> now.put(i.item().id(), i));
    List<String> others = read.wanted().stream().flatMap(w -> overruled(w, now)).toList();
    if (others.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    others.stream().limit(MOST_SHOWN).forEach(o -> lines.add("  " + Text.safe(o)));
    if (others.size() > MOST_SHOWN) {
      lines.add("  and " + (others.size() - MOST_SHOWN) + " more");
    }
    lines.add("These decisions are on record and do not count; 'explain' says why.");
    return lines;
  }

  private static Stream<String> overruled(DecidingMany.Wanted wanted, Map<ItemId, Judged> now) {
    return Optional.ofNullable(now.get(wanted.judged().item().id())).stream()
        .filter(judged -> judged.verdict() != wanted.finding().verdict())
        .map(
            judged ->
                judged.item().id()
                    + " stays "
                    + Words.verdict(judged.verdict())
                    + " (decided "
                    + Words.verdict(wanted.finding().verdict())
                    + ")");
  }
}
