package dev.plumbline.judging.plan;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.check.TestItem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is going to be assessed: known before any packet is sent.
 *
 * @param groups one per test group, in the order of the standard
 */
public record Plan(Catalogue catalogue, Dossier dossier, List<PlannedGroup> groups) {
  public Plan {
    groups = List.copyOf(groups);
  }

  /** All items, in the order of the standard. */
  public Stream<TestItem> items() {
    return groups.stream().flatMap(g -> g.items().stream());
  }

  public Optional<TestItem> item(ItemId id) {
    return items().filter(i -> i.id().equals(id)).findFirst();
  }

  /** Declared and planned; nothing is executed yet. */
  public Counts counts() {
    return groups.stream().map(PlannedGroup::counts).reduce(Counts.NONE, Counts::plus);
  }
}
