package dev.plumbline.workbench.page;

import dev.plumbline.app.team.PendingReview;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Refusal;

/** Files that show all decisions, while some are kept from all eyes until they are reviewed. */
final class BlindReviews {
  private BlindReviews() {}

  /**
   * Refuses a file that shows decisions.
   *
   * @param what the file, as the subject of a sentence
   * @throws Refusal 409 if a decision waits for a blind review
   */
  static void demandNone(Snapshot snapshot, String what) {
    if (PendingReview.of(snapshot.workspace()).stream().anyMatch(PendingReview::blind)) {
      throw new Refusal(
          409,
          what + " would show decisions that wait for a blind review.",
          "Review them first; then try again.");
    }
  }
}
