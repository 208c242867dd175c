package dev.plumbline.edition;

import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of something that was found out.
 *
 * @param what {@code finding}, {@code observation} or {@code decision}
 * @param name an item, or the key of an observation with its subject
 * @param because the reason, as a sentence
 */
public record RecordFate(String what, String name, Fate fate, String because) {

  /** Whether it counts in the other edition. */
  public enum Fate {
    VALID,
    STALE,
    DROPPED;

    /** As formats write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The fate of each finding of a machine, each observation and each decision.
   *
   * @param rows names of rows by those that they had
   */
  public static List<RecordFate> of(
      EditionRoute route,
      Assessment before,
      Assessment after,
      Map<String, String> rows,
      List<Observation> observations,
      List<Decision> decisions) {
    Map<ItemId, Judged> now = new HashMap<>();
    after.items().forEach(i -> now.put(i.item().id(), i));
    List<RecordFate> fates = new ArrayList<>();
    before
        .items()
        .filter(i -> i.decision().isEmpty())
        .filter(
            i ->
                i.finding() instanceof Finding.Holds
                    || i.finding() instanceof Finding.Searched
                    || i.finding() instanceof Finding.Violated)
        .forEach(i -> fates.add(finding(route, i, now, rows)));
    observations(observations, before, rows, fates);
    Map<ItemId, Decision> last = new LinkedHashMap<>();
    decisions.forEach(d -> last.put(d.item(), d));
    last.values().forEach(d -> fates.add(decision(route, d, now, rows)));
    return fates;
  }

  private static RecordFate finding(
      EditionRoute route, Judged was, Map<ItemId, Judged> now, Map<String, String> rows) {
    String name = was.item().id().toString();
    List<ItemId> heirs = heirs(route, was.item().id(), rows);
    Optional<Judged> is =
        heirs.stream().flatMap(h -> Optional.ofNullable(now.get(h)).stream()).findFirst();
    if (is.isEmpty()) {
      return new RecordFate("finding", name, Fate.DROPPED, gone(heirs));
    }
    boolean same = is.get().verdict() == was.verdict();
    return new RecordFate(
        "finding",
        name,
        same ? Fate.VALID : Fate.STALE,
        "Judged anew as "
            + is.get().item().id()
            + ": "
            + (same ? "" : was.verdict() + " → ")
            + is.get().verdict()
            + (same ? "." : ". " + is.get().finding().reason()));
  }

  private static String gone(List<ItemId> heirs) {
    return heirs.isEmpty()
        ? "No unit of this edition asks it any more."
        : "Nothing gives rise to " + heirs.getFirst() + " in this edition.";
  }

  private static void observations(
      List<Observation> observations,
      Assessment before,
      Map<String, String> rows,
      List<RecordFate> fates) {
    Map<String, RecordFate> byName = new LinkedHashMap<>();
    for (Observation o : observations) {
      String name = o.key() + " of " + o.subject();
      String renamed = rows.getOrDefault(o.subject(), o.subject());
      Optional<String> aside = dev.plumbline.judging.fact.Facts.whySetAside(o, before.product());
      RecordFate fate =
          !renamed.equals(o.subject())
              ? new RecordFate(
                  "observation",
                  name,
                  Fate.DROPPED,
                  "The row is " + renamed + " now; run " + o.source().producer() + " again.")
              : aside
                  .map(
                      why -> new RecordFate("observation", name, Fate.STALE, "It was " + why + "."))
                  .orElse(
                      new RecordFate(
                          "observation", name, Fate.VALID, "An observation knows no standard."));
      byName.put(name, fate);
    }
    fates.addAll(byName.values());
  }

  private static RecordFate decision(
      EditionRoute route, Decision d, Map<ItemId, Judged> now, Map<String, String> rows) {
    List<ItemId> heirs = heirs(route, d.item(), rows);
    Optional<ItemId> heir = heirs.stream().filter(now::containsKey).findFirst();
    String name = d.item().toString();
    if (heir.isEmpty()) {
      return new RecordFate("decision", name, Fate.DROPPED, gone(heirs));
    }
    if (!heir.get().equals(d.item())) {
      return new RecordFate(
          "decision",
          name,
          Fate.DROPPED,
          "It is "
              + heir.get()
              + " now; decide there, with the same evidence if it still shows it.");
    }
    boolean stale = Optional.ofNullable(now.get(d.item())).map(Judged::stale).orElse(true);
    return stale
        ? new RecordFate(
            "decision",
            name,
            Fate.STALE,
            same(route, d.item().unit())
                ? "The check is the same, the edition another one; confirm it with 'decide'."
                : "The check has changed; decide anew.")
        : new RecordFate("decision", name, Fate.VALID, "What it was decided on is as it was.");
  }

  private static boolean same(EditionRoute route, UnitId unit) {
    return newer(route)
        .filter(u -> u.id().equals(unit))
        .anyMatch(u -> u.sincePrevious().equals("same"));
  }

  private static java.util.stream.Stream<TestUnit> newer(EditionRoute route) {
    return (route.forward() ? route.to() : route.from()).units().values().stream();
  }

  /** The items that ask what an item asked: its unit's successors on its rows. */
  private static List<ItemId> heirs(EditionRoute route, ItemId item, Map<String, String> rows) {
    String subject =
        String.join(
            "+",
            List.of(item.subject().split("\\+")).stream()
                .map(s -> rows.getOrDefault(s, s))
                .toList());
    return newer(route)
        .filter(
            u ->
                route.forward()
                    ? u.predecessor().equals(Optional.of(item.unit()))
                    : u.id().equals(item.unit()))
        .flatMap(u -> route.forward() ? Optional.of(u.id()).stream() : u.predecessor().stream())
        .map(u -> new ItemId(u, subject))
        .toList();
  }
}
