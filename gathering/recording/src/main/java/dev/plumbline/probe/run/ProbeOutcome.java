package dev.plumbline.probe.run;

/**
 * How a probe's part in a run ended.
 *
 * @param probe its id
 * @param reason why it is not {@link State#DONE}; empty when it is
 * @param observations number of observations it gave
 */
public record ProbeOutcome(String probe, State state, String reason, int observations) {

  /** From good to bad. */
  public enum State {
    /** It ran to its end. */
    DONE,
    /** An earlier part of this run did it. */
    DONE_BEFORE,
    /** Dry run: it would run. */
    PLANNED,
    /** It was not run, as the reason says. */
    NOT_RUN,
    /** Its time was over before it ended. */
    OUT_OF_TIME,
    /** It ran to its end, and could not put the device back to what it was. */
    LEFT_ALTERED,
    /** The run was stopped while it ran; nothing of it was kept. */
    STOPPED,
    /** The device stopped answering while it ran; nothing may be concluded from what it saw. */
    DEVICE_DOWN,
    /** A defect of ours. */
    FAILED
  }
}
