package dev.plumbline.engine.scheme;

import dev.plumbline.core.ProvisionId;
import java.util.List;

/**
 * A provision that a level asks for, and how the product stands to it.
 *
 * @param asked its number in the scheme's edition
 * @param through the provisions of the dossier's edition that stand for it; empty where none does
 * @param close those of them that would have to be met; empty where nothing in that edition can do
 *     it
 * @param verdict the verdicts of those, such as {@code INCONCLUSIVE}, in a few words
 * @param reason why it is not met; empty where it is
 * @param way what to do about it; empty where it is met
 */
public record Need(
    ProvisionId asked,
    List<ProvisionId> through,
    List<ProvisionId> close,
    State state,
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
    MET
  }

  public boolean met() {
    return state == State.MET;
  }
}
