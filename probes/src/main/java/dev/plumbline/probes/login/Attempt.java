package dev.plumbline.probes.login;

import java.time.Duration;

/**
 * What came of one login.
 *
 * @param explicit whether the device said so in a way that needs no guessing: a status code, a
 *     protocol's own answer, or words
 * @param sign what showed it; holds no password
 * @param took from sending the password to the answer
 */
public record Attempt(Outcome outcome, boolean explicit, String sign, Duration took) {
  /** How a login went. */
  public enum Outcome {
    ACCEPTED,
    REFUSED,
    /** The device takes no logins for now. */
    LOCKED,
    /** There was an answer, and it says neither. */
    UNCLEAR
  }

  public static Attempt explicit(Outcome outcome, String sign, Duration took) {
    return new Attempt(outcome, true, sign, took);
  }

  /** Seen, but only by comparison with another attempt. */
  public static Attempt implied(Outcome outcome, String sign, Duration took) {
    return new Attempt(outcome, false, sign, took);
  }

  public boolean is(Outcome other) {
    return outcome == other;
  }
}
