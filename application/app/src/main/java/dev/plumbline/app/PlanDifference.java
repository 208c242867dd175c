package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.check.TestItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Items of the plan that came and went between two states of one dossier.
 *
 * @param added in the order of the plan
 * @param removed in the order of the plan
 */
public record PlanDifference(List<ItemId> added, List<ItemId> removed) {
  public PlanDifference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** Plans both. */
  public static PlanDifference of(Workspace before, Workspace now) {
    Assessor assessor = new Assessor(now.catalogue());
    Set<ItemId> old = items(assessor, before);
    Set<ItemId> fresh = items(assessor, now);
    return new PlanDifference(
        fresh.stream().filter(i -> !old.contains(i)).toList(),
        old.stream().filter(i -> !fresh.contains(i)).toList());
  }

  private static Set<ItemId> items(Assessor assessor, Workspace workspace) {
    return assessor
        .plan(workspace.dossier())
        .items()
        .map(TestItem::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
