package dev.plumbline.scheme;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.judging.Conclusion;
import java.util.List;
import java.util.Optional;

/**
 * A provision that a level asks for, and how the product stands to it.
 *
 * @param asked its number in the scheme's edition
 * @param through the provisions of the dossier's edition that stand for it; empty where none does
 * @param close those of them that would have to be met; empty where nothing in that edition can do
 *     it
 * @param rests what the verdict rests on where it is met: the weakest that stands behind one of
 *     those; empty where it is not met, or met by a reason alone
 * @param verdict the verdicts of those, such as {@code INCONCLUSIVE}, in a few words
 * @param reason why it is not met; empty where it is
 * @param way what to do about it; empty where it is met
 */
public record Need(
    ProvisionId asked,
    List<ProvisionId> through,
    List<ProvisionId> close,
    State state,
    Optional<Conclusion> rests,
    String verdict,
    String reason,
    String way) {
  public Need {
    through = List.copyOf(through);
    close = List.copyOf(close);
  }

  /** How a product stands to a provision, the worst first. */
  public enum State {
    FAILED,
    OPEN,
    /** Nothing was found in what a machine searched, and a person has yet to confirm it. */
    SEARCHED,
    MET
  }

  public boolean met() {
    return state == State.MET;
  }
}
