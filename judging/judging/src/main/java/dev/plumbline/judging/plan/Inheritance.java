package dev.plumbline.judging.plan;

import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.check.UnitProfile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds an item of a re-applied unit to the items whose findings it takes over: those of the reused
 * units on the same subject, or on the entries that its subject refers to.
 */
final class Inheritance {
  private final Map<UnitId, List<TestItem>> items;
  private final Prepared prepared;
  private final EntryReferences references;

  Inheritance(Map<UnitId, List<TestItem>> items, Prepared prepared, EntryReferences references) {
    this.items = items;
    this.prepared = prepared;
    this.references = references;
  }

  List<TestItem> apply(TestUnit unit, List<TestItem> own) {
    return unit.reuses().isEmpty() ? own : own.stream().map(this::bind).toList();
  }

  private TestItem bind(TestItem item) {
    if (item.emptySelection() || lacksItsEntry(item)) {
      return item;
    }
    List<TestItem> sources =
        item.unit().reuses().stream()
            .flatMap(u -> items.getOrDefault(u, List.of()).stream())
            .filter(s -> !s.emptySelection() && isRelated(item, s))
            .toList();
    Optional<String> lost = dangling(item);
    if (lost.isPresent()) {
      return with(item, item.by(), item.needs(), lost, List.of(), item.note());
    }
    if (sources.isEmpty()) {
      return item;
    }
    UnitProfile profile = prepared.unit(item.unit().id());
    boolean own = profile.decidesItself();
    String open = own ? uncovered(item, sources) : open(item, uncovered(item, sources));
    Set<String> needs = new LinkedHashSet<>(item.needs());
    DecidedBy by = own ? item.by() : DecidedBy.RULE;
    for (TestItem source : sources) {
      needs.addAll(source.needs());
      by = weaker(by, source.by());
    }
    return with(
        item,
        open.isEmpty() ? by : DecidedBy.ASSESSOR,
        List.copyOf(needs),
        item.blocked(),
        sources.stream().map(TestItem::id).toList(),
        open);
  }

  /** Whether it stands for a table that is not there. */
  private static boolean lacksItsEntry(TestItem item) {
    UnitScope scope = item.unit().scope();
    return item.entry().isEmpty() && (scope == UnitScope.ENTRY || scope == UnitScope.PAIR);
  }

  private static String open(TestItem item, String uncovered) {
    return (item.unit().reusesLeaveOpen() + " " + uncovered).strip();
  }

  /** Entries that the subject refers to and that no source looks at. */
  private String uncovered(TestItem item, List<TestItem> sources) {
    List<String> missed = new ArrayList<>();
    for (IxitEntry related : related(item)) {
      boolean tableIsLooked =
          item.unit().reuses().stream()
              .flatMap(u -> items.getOrDefault(u, List.of()).stream())
              .anyMatch(s -> s.unit().table().equals(Optional.of(related.table())));
      boolean looked = sources.stream().anyMatch(s -> s.entry().equals(Optional.of(related)));
      if (tableIsLooked && !looked) {
        missed.add(related.subject());
      }
    }
    return missed.isEmpty() ? "" : "No re-applied unit looks at " + String.join(", ", missed) + ".";
  }

  private List<IxitEntry> related(TestItem item) {
    return item.second()
        .map(List::of)
        .orElseGet(() -> item.entry().map(references::of).orElse(List.of()));
  }

  private Optional<String> dangling(TestItem item) {
    if (item.entry().isEmpty() || item.second().isPresent()) {
      return Optional.empty();
    }
    IxitEntry entry = item.entry().get();
    for (UnitId reused : item.unit().reuses()) {
      Optional<String> table =
          Optional.ofNullable(prepared.units().get(reused)).flatMap(p -> p.unit().table());
      List<String> lost = table.map(t -> references.dangling(entry, t)).orElse(List.of());
      if (!lost.isEmpty()) {
        return Optional.of(Subjects.dangling(entry, lost, table.orElse("")));
      }
    }
    return Optional.empty();
  }

  private boolean isRelated(TestItem item, TestItem source) {
    if (source.entry().isEmpty() || item.entry().isEmpty()) {
      return true;
    }
    IxitEntry theirs = source.entry().get();
    IxitEntry ours = item.entry().get();
    boolean sameTable = theirs.table().equals(ours.table());
    if (source.second().isPresent() && item.second().isPresent()) {
      return theirs.equals(ours) && source.second().equals(item.second());
    }
    if (sameTable) {
      return theirs.subject().equals(ours.subject());
    }
    return item.second()
        .map(s -> s.subject().equals(theirs.subject()))
        .orElseGet(() -> references.of(ours, theirs.table()).contains(theirs));
  }

  private static DecidedBy weaker(DecidedBy a, DecidedBy b) {
    if (a == DecidedBy.ASSESSOR || b == DecidedBy.ASSESSOR) {
      return DecidedBy.ASSESSOR;
    }
    return a == DecidedBy.PROBE ? a : b;
  }

  private static TestItem with(
      TestItem item,
      DecidedBy by,
      List<String> needs,
      Optional<String> blocked,
      List<ItemId> inherits,
      String note) {
    return new TestItem(
        item.id(),
        item.unit(),
        item.entry(),
        item.second(),
        false,
        by,
        needs,
        blocked,
        inherits,
        note);
  }
}
