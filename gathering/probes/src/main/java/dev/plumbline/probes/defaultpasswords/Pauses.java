package dev.plumbline.probes.defaultpasswords;

import dev.plumbline.probe.ProbeContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which users are locked, until when, and how long may still be waited for them. */
final class Pauses {
  /** Where neither the row nor the answer says how long a lock lasts. */
  private static final Duration USUAL = Duration.ofSeconds(10);

  private static final Duration MARGIN = Duration.ofMillis(400);
  private static final int MOST_IN_A_ROW = 3;

  /** Stands for every user. */
  private static final String DOOR = "";

  private final ProbeContext context;
  private final Duration declared;
  private final Map<String, Instant> lockedUntil = new HashMap<>();
  private final Map<String, Integer> inARow = new HashMap<>();
  private String lastLocked = "";
  private Duration left;
  private Duration waited = Duration.ZERO;
  private Duration needed = Duration.ZERO;

  /**
   * @param declared how long the row of the login says that a lock lasts; zero if it does not
   */
  Pauses(ProbeContext context, Duration declared) {
    this.context = context;
    this.declared = declared;
    this.left = Duration.ofSeconds(context.product().loginBudget().waitSeconds());
  }

  /**
   * A user is locked.
   *
   * @param asked how long the answer asks to wait; zero where it says nothing
   * @return whether waiting for that user makes sense: not when waiting did not help before
   */
  boolean lock(String user, Duration asked) {
    boolean everybody = !lastLocked.isEmpty() && !lastLocked.equals(user);
    lastLocked = user;
    int times = inARow.merge(everybody ? DOOR : user, 1, Integer::sum);
    Duration pause = asked.isPositive() ? asked : declared.isPositive() ? declared : USUAL;
    Duration longer = pause.multipliedBy(1L << (times - 1)).plus(MARGIN);
    lockedUntil.put(everybody ? DOOR : user, context.clock().instant().plus(longer));
    return times <= MOST_IN_A_ROW;
  }

  /** The user got an answer. */
  void answered(String user) {
    lastLocked = "";
    inARow.remove(user);
    lockedUntil.remove(user);
    inARow.remove(DOOR);
    lockedUntil.remove(DOOR);
  }

  boolean isLocked(String user) {
    return context.clock().instant().isBefore(until(user));
  }

  /** Whether two users in a row were locked, without an answer to anybody in between. */
  boolean isShut() {
    return inARow.getOrDefault(DOOR, 0) > MOST_IN_A_ROW;
  }

  /** Waits for a user; false where that takes longer than product.yaml allows. */
  boolean wait(String user) throws InterruptedException {
    Instant now = context.clock().instant();
    Instant until = until(user);
    Duration time = until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
    if (time.compareTo(left) > 0) {
      needed = time;
      return false;
    }
    if (time.isPositive()) {
      context.rest(time);
      left = left.minus(time);
      waited = waited.plus(time);
    }
    return true;
  }

  /** When the lock of that user ends; the distant past for one that is not locked. */
  Instant until(String user) {
    Instant own = lockedUntil.getOrDefault(user, Instant.MIN);
    Instant all = lockedUntil.getOrDefault(DOOR, Instant.MIN);
    return own.isAfter(all) ? own : all;
  }

  long waitedSeconds() {
    return waited.toSeconds();
  }

  /** The wait that was not allowed. */
  long neededSeconds() {
    return needed.toSeconds() + 1;
  }
}
