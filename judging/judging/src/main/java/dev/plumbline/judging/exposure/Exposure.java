package dev.plumbline.judging.exposure;

import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.dossier.Observation;
import java.util.List;

/**
 * How one way in of a known attack stands for a product.
 *
 * @param proof what shows it; for OPEN what opens it, for CLOSED what closes each place, for
 *     UNTESTED what is closed so far
 * @param missing what has to be known before it can be called closed; empty unless UNTESTED
 */
public record Exposure(
    Attack attack, Attack.Vector vector, State state, List<Proof> proof, List<String> missing) {
  public Exposure {
    proof = List.copyOf(proof);
    missing = List.copyOf(missing);
  }

  /** Whether the way in is there. */
  public enum State {
    /** It was seen. */
    OPEN,
    /** Everywhere that the attack comes in, something was seen that keeps it out. */
    CLOSED,
    /** Neither was seen; nothing may be concluded. */
    UNTESTED
  }

  /**
   * An observation and what follows from it.
   *
   * @param says a sentence
   */
  public record Proof(Observation observation, String says) {}
}
