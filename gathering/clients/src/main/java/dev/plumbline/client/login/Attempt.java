package dev.plumbline.client.login;

import java.time.Duration;

/**
 * What came of one login.
 *
 * @param explicit whether the device said so in a way that needs no guessing: a status code, a
 *     protocol's own answer, or words
 * @param sign what showed it; holds no password
 * @param took from sending the password to the answer
 * @param reached whether the login was seen to open what stays shut without one, so that it was
 *     accepted beyond doubt
 * @param shape what the answer looked like, for a comparison with others; empty where nothing but
 *     the outcome can be compared
 * @param pause how long the device asks to wait; zero where it says nothing
 * @param text what the answer holds for a reader, at most 65,536 characters; empty where no text
 *     was read
 */
public record Attempt(
    Outcome outcome,
    boolean explicit,
    String sign,
    Duration took,
    boolean reached,
    String shape,
    Duration pause,
    String text) {
  private static final int MOST_TEXT = 65_536;

  /** How a login went. */
  public enum Outcome {
    ACCEPTED,
    REFUSED,
    /** The device takes no logins for now. */
    LOCKED,
    /** There was an answer, and it says neither. */
    UNCLEAR
  }

  /** Told by the protocol itself: an accepted login of this kind is one. */
  public static Attempt explicit(Outcome outcome, String sign, Duration took) {
    return new Attempt(
        outcome, true, sign, took, outcome == Outcome.ACCEPTED, "", Duration.ZERO, "");
  }

  /** Seen, but only by comparison with another attempt. */
  public static Attempt implied(Outcome outcome, String sign, Duration took) {
    return new Attempt(outcome, false, sign, took, false, "", Duration.ZERO, "");
  }

  /** The same, and whether the login was seen to open anything. */
  public Attempt reaching(boolean opens) {
    return new Attempt(outcome, explicit, sign, took, opens, shape, pause, text);
  }

  Attempt shaped(String looks) {
    return new Attempt(outcome, explicit, sign, took, reached, looks, pause, text);
  }

  Attempt showing(String answer) {
    String start = answer.substring(0, Math.min(MOST_TEXT, answer.length()));
    return new Attempt(outcome, explicit, sign, took, reached, shape, pause, start);
  }

  Attempt pausing(Duration time) {
    return new Attempt(outcome, explicit, sign, took, reached, shape, time, text);
  }

  Attempt as(Outcome other, String because) {
    return new Attempt(other, false, because, took, reached, shape, pause, text);
  }

  public boolean is(Outcome other) {
    return outcome == other;
  }
}
