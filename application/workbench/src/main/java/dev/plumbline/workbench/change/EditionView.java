package dev.plumbline.workbench.change;

import dev.plumbline.app.Migrating.Plan;
import dev.plumbline.edition.Correspondence;
import dev.plumbline.edition.Correspondence.Fate;
import dev.plumbline.edition.Correspondence.Thing;
import dev.plumbline.edition.Migrated;
import dev.plumbline.reports.Visible;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What would become of a declaration in another edition.
 *
 * @param to version of EN 303 645
 * @param counts how many parts of each kind have which fate
 * @param moved parts that are not simply there as before
 * @param toDo what a person would have to do
 */
public record EditionView(
    String to,
    List<Count> counts,
    List<Moved> moved,
    int moreMoved,
    List<Task> toDo,
    int moreToDo) {
  private static final int MOST = 200;
  private static final int LONGEST = 400;

  /** Such fates need nobody's attention, and {@code counts} has their number. */
  private static final Set<Fate> PLAIN = Set.of(Fate.SAME, Fate.CHANGED, Fate.NEW);

  /** Units and features are many, and follow from provisions and conditions. */
  private static final Set<Thing> FOLLOWING = Set.of(Thing.UNIT, Thing.FEATURE);

  /** How many parts of a kind have a fate. */
  public record Count(String thing, String fates) {}

  /** A part with another name or place, or without one. */
  public record Moved(String thing, String from, String to, String fate, String note) {}

  /** Something that a person would have to do. */
  public record Task(String file, String where, String what) {}

  static EditionView of(Plan plan) {
    Migrated migrated = plan.migrated();
    List<Correspondence> moved =
        migrated.accounts().stream()
            .filter(a -> !FOLLOWING.contains(a.thing()) && !PLAIN.contains(a.fate()))
            .toList();
    return new EditionView(
        plan.to(),
        Stream.of(Thing.values()).flatMap(t -> count(t, migrated.accounts()).stream()).toList(),
        moved.stream().limit(MOST).map(EditionView::moved).toList(),
        Math.max(0, moved.size() - MOST),
        migrated.toDo().stream()
            .limit(MOST)
            .map(t -> new Task(shown(t.file()), shown(t.where()), shown(t.what())))
            .toList(),
        Math.max(0, migrated.toDo().size() - MOST));
  }

  private static List<Count> count(Thing thing, List<Correspondence> all) {
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    all.stream()
        .filter(a -> a.thing() == thing)
        .forEach(a -> counts.merge(a.fate(), 1, Integer::sum));
    return counts.isEmpty()
        ? List.of()
        : List.of(
            new Count(
                thing.word() + "s",
                String.join(
                    ", ",
                    counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey().word())
                        .toList())));
  }

  private static Moved moved(Correspondence a) {
    return new Moved(
        a.thing().word(), shown(a.from()), shown(a.to()), a.fate().word(), shown(a.note()));
  }

  private static String shown(String text) {
    return Visible.of(text, LONGEST);
  }
}
