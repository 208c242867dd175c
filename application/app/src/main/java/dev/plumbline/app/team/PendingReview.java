package dev.plumbline.app.team;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.judging.DecidedItems;
import dev.plumbline.judging.Reviewing;
import java.util.List;

/**
 * A decision that counts only after another person has accepted it.
 *
 * @param decision digest of the decision
 * @param blind whether the reviewer gives a verdict before reading this one
 */
public record PendingReview(
    ItemId item, String by, Finding finding, Digest decision, boolean blind) {

  /** The decisions that wait for a review, by item. */
  public static List<PendingReview> of(Workspace workspace) {
    List<Decision> decisions = workspace.dossier().decisions();
    DecidedItems items = DecidedItems.of(decisions);
    return decisions.stream()
        .map(Decision::item)
        .distinct()
        .sorted()
        .flatMap(i -> items.standing(i).stream())
        .filter(d -> Reviewing.isWaiting(d, workspace.dossier().team()))
        .map(
            d ->
                new PendingReview(
                    d.item(),
                    d.by(),
                    d.finding(),
                    d.digest(),
                    workspace.dossier().team().policy().blind()))
        .toList();
  }
}
