package dev.plumbline.testbed.net;

import dev.plumbline.testbed.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The accounts of a device, as one of its parts knows them, with the part's guard against guessing.
 * Thread-safe.
 */
public final class DeviceAccounts {
  /** What became of an attempt. */
  public enum Answer {
    ACCEPTED,
    REFUSED,
    /** Too many wrong attempts before; the password was not looked at. */
    LOCKED
  }

  private final Map<String, String> passwords = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();
  private final Map<String, Integer> wrong = new HashMap<>();
  private final Map<String, Instant> lockedUntil = new HashMap<>();
  private final int slowAfter;
  private final int lockAfter;
  private final Duration step;
  private final Duration most;
  private final Duration lock;
  private final InstantSource clock;
  private final Passwords shared;

  /**
   * @param accounts the device's accounts: by name, with {@code user}, {@code password} and {@code
   *     on}, a mapping of part ids to flags
   * @param part id of the part that asks
   * @param guard {@code slowAfter}: wrong attempts in a row after which each further answer takes
   *     {@code stepMillis} longer, up to {@code mostMillis}; {@code lockAfter}: wrong attempts in a
   *     row after which the account is locked for {@code lockSeconds}; 0 switches either off
   * @param fill replaces facts in passwords
   * @param shared passwords that were changed, of all parts
   */
  DeviceAccounts(
      Settings accounts,
      String part,
      Settings guard,
      UnaryOperator<String> fill,
      InstantSource clock,
      Passwords shared) {
    accounts.children().values().stream()
        .filter(a -> a.on("on").contains(part))
        .forEach(a -> passwords.put(a.required("user"), fill.apply(a.required("password"))));
    this.slowAfter = guard.number("slowAfter", 0);
    this.lockAfter = guard.number("lockAfter", 0);
    this.step = Duration.ofMillis(guard.number("stepMillis", 0));
    this.most = Duration.ofMillis(guard.number("mostMillis", 0));
    this.lock = Duration.ofSeconds(guard.number("lockSeconds", 0));
    this.clock = clock;
    this.shared = shared;
  }

  /** Tries a login; takes as long as the guard says. */
  public Answer attempt(String user, String password) {
    Duration delay = delay(user);
    if (delay.isPositive()) {
      try {
        Thread.sleep(delay);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return judge(user, password);
  }

  /** How long the next attempt of this user has to wait, right or wrong. */
  synchronized Duration delay(String user) {
    int beyond = wrong.getOrDefault(user, 0) - slowAfter + 1;
    boolean free = slowAfter == 0 || beyond <= 0 || isLocked(user);
    Duration grown = free ? Duration.ZERO : step.multipliedBy(beyond);
    return grown.compareTo(most) > 0 ? most : grown;
  }

  private boolean isLocked(String user) {
    Instant until = lockedUntil.get(user);
    return until != null && clock.instant().isBefore(until);
  }

  private synchronized Answer judge(String user, String password) {
    if (isLocked(user)) {
      return Answer.LOCKED;
    }
    if (lockedUntil.remove(user) != null) {
      wrong.remove(user);
    }
    if (isNow(user, password) || password.equals(before.get(user))) {
      wrong.remove(user);
      return Answer.ACCEPTED;
    }
    if (wrong.merge(user, 1, Integer::sum) >= lockAfter && lockAfter > 0) {
      lockedUntil.put(user, clock.instant().plus(lock));
    }
    return Answer.REFUSED;
  }

  /** Seconds that a locked account stays locked, rounded up; 0 when it is not. */
  public synchronized long secondsLocked(String user) {
    Instant until = lockedUntil.get(user);
    return until == null
        ? 0
        : Math.max(0, Duration.between(clock.instant(), until).plusMillis(999).toSeconds());
  }

  /**
   * Sets another password, if the old one is right.
   *
   * @param keepsOld whether the old one goes on opening the account
   */
  public synchronized boolean change(String user, String old, String fresh, boolean keepsOld) {
    if (!isNow(user, old)) {
      return false;
    }
    shared.change(user, passwords.getOrDefault(user, ""), fresh);
    if (keepsOld) {
      before.put(user, old);
    }
    return true;
  }

  private boolean isNow(String user, String password) {
    return passwords.containsKey(user)
        && password.equals(shared.now(user, passwords.getOrDefault(user, "")));
  }

  /** User names with their passwords, for schemes that hash them. */
  public synchronized Map<String, String> known() {
    Map<String, String> now = new LinkedHashMap<>();
    passwords.forEach((user, first) -> now.put(user, shared.now(user, first)));
    return now;
  }
}
