package dev.plumbline.app.team;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import dev.plumbline.judging.DecidedItems;
import dev.plumbline.judging.Reviewing;
import java.util.List;

/**
 * A decision that a reviewer gave back to its author, and that nobody replaced since.
 *
 * @param review says who returned it and why
 */
public record ReturnedDecision(ItemId item, Decision decision, Review review) {

  /** The returned decisions of a dossier, by item. */
  public static List<ReturnedDecision> of(Workspace workspace) {
    List<Decision> decisions = workspace.dossier().decisions();
    DecidedItems items = DecidedItems.of(decisions);
    return decisions.stream()
        .map(Decision::item)
        .distinct()
        .sorted()
        .flatMap(i -> items.standing(i).stream())
        .flatMap(
            d ->
                Reviewing.returned(d, workspace.dossier().team()).stream()
                    .map(r -> new ReturnedDecision(d.item(), d, r)))
        .toList();
  }
}
