package dev.plumbline.scheme;

import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.Requirement;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a level asks for beside provisions, and how the dossier stands to it.
 *
 * @param level the level at which it is asked
 * @param text in a sentence or two: what shows it, or why it is not shown and what would
 * @param until the last day on which it is shown; empty where that has no end, or it is not shown
 */
public record Ask(
    Level level, Requirement requirement, State state, String text, Optional<LocalDate> until) {

  /** How the dossier stands to what is asked. */
  public enum State {
    /** Nothing is known of it. */
    OPEN,
    /** Somebody says so, but nothing that counts stands behind it. */
    CLAIMED,
    /** What stood behind it does not hold on the day. */
    LAPSED,
    /** Plumbline knows it by itself. */
    KNOWN,
    /** Evidence that counts shows it, by the word of somebody who may say so. */
    SHOWN
  }

  public boolean met() {
    return state == State.KNOWN || state == State.SHOWN;
  }
}
