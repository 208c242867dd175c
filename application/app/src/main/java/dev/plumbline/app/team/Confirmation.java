package dev.plumbline.app.team;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records that a person agrees with what a machine searched. */
public final class Confirmation {
  private Confirmation() {}

  /** Whether a person can confirm the item: it was searched, and nobody's decision counts. */
  public static boolean isOpen(Judged item) {
    return item.conclusion() == Conclusion.SEARCHED;
  }

  /**
   * Records a pass for each item, bound to what was searched: when that changes, the decision is
   * stale.
   *
   * @param seen the dossier that the person judged
   * @param items each open to confirmation
   * @throws IllegalArgumentException if one is not
   */
  public static RecordingResult<Decision> record(
      DecisionRecorder recorder, Dossier seen, List<Judged> items, String because, Instant at)
      throws IOException {
    List<ProposedDecision> proposed = new ArrayList<>();
    for (Judged item : items) {
      if (!isOpen(item)) {
        throw new IllegalArgumentException(item.item().id() + " was not searched");
      }
      proposed.add(
          new ProposedDecision(
              item.item().id(),
              new Finding.Holds(because),
              SeenState.of(seen, item),
              recorder.signer().author().name(),
              List.of(),
              false));
    }
    return recorder.decide(proposed, at);
  }
}
