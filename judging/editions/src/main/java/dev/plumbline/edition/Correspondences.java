package dev.plumbline.edition;

import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.EditionMoves.Became;
import dev.plumbline.catalogue.EditionMoves.Renamed;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.UnitId;
import dev.plumbline.edition.Correspondence.Fate;
import dev.plumbline.edition.Correspondence.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of each provision, condition, feature, table, column and unit of an edition. */
final class Correspondences {
  private final EditionRoute route;
  private final List<Correspondence> accounts = new ArrayList<>();

  private Correspondences(EditionRoute route) {
    this.route = route;
  }

  static List<Correspondence> of(EditionRoute route) {
    Correspondences all = new Correspondences(route);
    all.provisions();
    all.statements(
        Thing.CONDITION, route.from().conditions().values(), route.to().conditions().values());
    all.statements(Thing.FEATURE, route.from().features().values(), route.to().features().values());
    all.tables();
    all.units();
    return all.accounts;
  }

  private void add(Thing thing, Fate fate, String from, String to, String note) {
    accounts.add(new Correspondence(thing, fate, from, to, note));
  }

  private void provisions() {
    for (Provision from : route.from().provisions().values()) {
      List<Provision> to = route.provisions(from.id());
      String names = to.stream().map(p -> p.id().value()).collect(Collectors.joining(", "));
      if (to.isEmpty()) {
        add(Thing.PROVISION, Fate.GONE, from.id().value(), "", "");
      } else if (to.size() > 1) {
        add(Thing.PROVISION, Fate.SPLIT, from.id().value(), names, "");
      } else {
        one(from, to.getFirst());
      }
    }
    route.to().provisions().values().stream()
        .filter(p -> route.sources(p.id()).isEmpty())
        .forEach(p -> add(Thing.PROVISION, Fate.NEW, "", p.id().value(), p.printedStatus()));
  }

  private void one(Provision from, Provision to) {
    boolean merged = route.sources(to.id()).size() > 1;
    boolean renamed = !from.id().equals(to.id());
    boolean changed = !from.printedStatus().equals(to.printedStatus());
    add(
        Thing.PROVISION,
        merged ? Fate.MERGED : renamed ? Fate.RENAMED : changed ? Fate.CHANGED : Fate.SAME,
        from.id().value(),
        to.id().value(),
        changed ? from.printedStatus() + " → " + to.printedStatus() : "");
  }

  private void statements(Thing thing, Collection<Condition> from, Collection<Condition> to) {
    for (Condition c : from) {
      boolean stays =
          to.stream().anyMatch(t -> t.label().equals(c.label()) && t.key().equals(c.key()));
      Optional<String> became =
          route.moves().statements().stream()
              .filter(
                  b -> (thing == Thing.CONDITION ? b.condition() : b.feature()).equals(c.label()))
              .map(b -> other(thing, b))
              .findFirst();
      if (stays) {
        add(thing, Fate.SAME, c.label(), c.label(), "");
      } else {
        became.ifPresentOrElse(
            b -> add(thing, Fate.CHANGED, c.label(), b, "a true statement goes over"),
            () -> add(thing, Fate.GONE, c.label(), "", ""));
      }
    }
    to.stream()
        .filter(
            t ->
                from.stream()
                    .noneMatch(c -> c.label().equals(t.label()) && c.key().equals(t.key())))
        .forEach(t -> add(thing, Fate.NEW, "", t.label(), ""));
  }

  private static String other(Thing thing, Became b) {
    return thing == Thing.CONDITION ? "feature " + b.feature() : "condition " + b.condition();
  }

  private void tables() {
    for (IxitTable from : route.from().tables().values()) {
      String target = route.table(from.id()).orElse("");
      add(
          Thing.TABLE,
          target.isEmpty() ? Fate.GONE : target.equals(from.id()) ? Fate.SAME : Fate.RENAMED,
          from.id(),
          target,
          route.tables(from.id()).size() > 1 ? "some rows go to another table" : "");
      for (IxitColumn column : from.columns()) {
        String name = route.column(from.id(), column.key(), target).orElse("");
        String note = route.displaced(from.id(), column.key()).orElse("");
        add(
            Thing.COLUMN,
            name.isEmpty() ? Fate.GONE : name.equals(column.key()) ? Fate.SAME : Fate.RENAMED,
            from.id() + " " + column.key(),
            name.isEmpty() ? "" : target + " " + name,
            name.isEmpty() ? note : "");
      }
    }
    for (IxitTable to : route.to().tables().values()) {
      to.columns().stream()
          .filter(c -> Columns.source(route, to, c.key()).isEmpty())
          .forEach(c -> add(Thing.COLUMN, Fate.NEW, "", to.id() + " " + c.key(), ""));
    }
  }

  private void units() {
    Collection<TestUnit> newer = (route.forward() ? route.to() : route.from()).units().values();
    Collection<TestUnit> older = (route.forward() ? route.from() : route.to()).units().values();
    Set<UnitId> followed = new HashSet<>();
    for (Renamed merged : route.moves().units()) {
      followed.add(new UnitId(merged.older()));
      pair(Fate.MERGED, merged.older(), merged.newer());
    }
    for (TestUnit unit : newer) {
      Optional<UnitId> predecessor =
          unit.sincePrevious().equals("new") ? Optional.empty() : unit.predecessor();
      predecessor.ifPresent(followed::add);
      String old = predecessor.map(UnitId::value).orElse("");
      pair(fate(unit, predecessor), old, unit.id().value());
    }
    older.stream()
        .filter(u -> !followed.contains(u.id()))
        .forEach(u -> pair(Fate.GONE, u.id().value(), ""));
  }

  private static Fate fate(TestUnit unit, Optional<UnitId> predecessor) {
    if (predecessor.isEmpty()) {
      return Fate.NEW;
    }
    boolean same = unit.sincePrevious().equals("same");
    return !same ? Fate.CHANGED : predecessor.get().equals(unit.id()) ? Fate.SAME : Fate.RENAMED;
  }

  /** Told from the side that is left. */
  private void pair(Fate fate, String older, String newer) {
    if (route.forward()) {
      add(Thing.UNIT, fate, older, newer, "");
    } else {
      Fate turned = fate == Fate.NEW ? Fate.GONE : fate == Fate.GONE ? Fate.NEW : fate;
      add(Thing.UNIT, turned, newer, older, "");
    }
  }
}
