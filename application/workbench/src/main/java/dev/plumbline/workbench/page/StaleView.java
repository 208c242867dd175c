package dev.plumbline.workbench.page;

import dev.plumbline.app.team.StaleDecision;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * What became of a decision that went stale.
 *
 * @param action where the form goes that says that it still holds, without the filters of the queue
 * @param changes what changed since, each as a clause
 * @param needsEvidence whether it rests on evidence of another version, so that it can only be
 *     renewed with new evidence
 */
public record StaleView(String action, List<String> changes, boolean needsEvidence) {
  private static final int LONGEST = 800;

  /** Of an item; empty where no decision is stale, or where it is kept from all eyes. */
  static Optional<StaleView> of(Product product, Snapshot snapshot, Judged judged) {
    return judged
        .decision()
        .filter(d -> !CardView.isHidden(snapshot, d))
        .flatMap(d -> find(snapshot, judged))
        .map(
            s ->
                new StaleView(
                    product.path() + "/still-holds",
                    s.changes().stream().map(c -> Visible.of(c, LONGEST)).toList(),
                    !s.outdated().isEmpty()));
  }

  static Optional<StaleDecision> find(Snapshot snapshot, Judged judged) {
    return StaleDecision.of(snapshot.workspace().dossier(), judged);
  }
}
