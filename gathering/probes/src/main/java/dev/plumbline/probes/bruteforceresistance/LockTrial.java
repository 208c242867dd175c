package dev.plumbline.probes.bruteforceresistance;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.dossier.Product.Credential;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a lock is worth: whether the right login passes it, as usual or sent otherwise. That it
 * passed is said only where the lock cannot have ended by itself meanwhile.
 */
final class LockTrial {
  /** The right login opens while wrong ones meet the lock. */
  static final String RIGHT = "right-password";

  /** More logins than a trial needs beside those until it locks once more. */
  static final int LOGINS = 12;

  private static final int LOOKS = 3;
  private static final Duration BETWEEN = Duration.ofMillis(250);

  /** Right and wrong ones in an order that no limit of requests in a time follows by chance. */
  private static final List<Boolean> RIGHT_ONES =
      List.of(true, true, false, true, false, false, true, false);

  /** Locks of which the row says no length last longer. */
  private static final Duration SHORTEST_LOCK = Duration.ofSeconds(2);

  private final Clock clock;
  private final Budget budget;
  private final LoginInterface door;
  private final String user;
  private final Credential right;
  private final Duration least;
  private final List<String> tested = new ArrayList<>();
  private final List<String> passed = new ArrayList<>();
  private Instant wrongSent = Instant.MIN;
  private Duration shut = Duration.ZERO;
  private String usable = "yes";

  /**
   * What wrong logins are made from.
   *
   * @param wrong invents their passwords
   * @param take takes one login from the budget; false when none is left
   */
  record Budget(WrongPasswords wrong, BooleanSupplier take) {}

  /** Waits. */
  @FunctionalInterface
  interface Rest {
    void of(Duration time) throws InterruptedException;
  }

  /**
   * @param user whom the wrong logins are for
   * @param right the login that the device accepts while it is not locked
   * @param declared how long the row of the login says that a lock lasts; zero if it does not
   */
  LockTrial(
      Clock clock,
      Budget budget,
      LoginInterface door,
      String user,
      Credential right,
      Duration declared) {
    this.clock = clock;
    this.budget = budget;
    this.door = door;
    this.user = user;
    this.right = right;
    this.least = declared.isPositive() ? declared : SHORTEST_LOCK;
  }

  /** Ways in which the right login was tried. */
  List<String> tested() {
    return List.copyOf(tested);
  }

  /** Those by which it passed. */
  List<String> passed() {
    return List.copyOf(passed);
  }

  /** Whether the right login can be used, by the last one. */
  String usable() {
    return usable;
  }

  /** Sees how long it stays locked at least, by wrong logins for a moment. */
  void hold(Rest rest) throws InterruptedException {
    Instant from = clock.instant();
    for (int i = 0; i < LOOKS; i++) {
      rest.of(BETWEEN);
      if (wrong().filter(a -> a.is(Outcome.LOCKED)).isEmpty()) {
        return;
      }
      shut = Duration.between(from, clock.instant());
    }
  }

  /**
   * Whether the right login opens while wrong ones meet the lock, after it opened once right behind
   * such a one.
   */
  boolean letsIn() throws InterruptedException {
    Optional<Attempt> next = wrong();
    boolean passes =
        next.isPresent()
            && switch (next.get().outcome()) {
              case LOCKED -> inTurn();
              case REFUSED -> onceMore();
              case ACCEPTED, UNCLEAR -> false;
            };
    if (passes) {
      passed.add(RIGHT);
    }
    return passes;
  }

  /** It stays locked: right and wrong ones in turn are told apart all the same. */
  private boolean inTurn() throws InterruptedException {
    for (boolean isRight : RIGHT_ONES) {
      Optional<Attempt> attempt = isRight ? right(right.user(), door) : wrong();
      boolean asExpected =
          attempt.isPresent()
              && (isRight
                  ? opens(attempt.get()) && isSooner(least)
                  : attempt.get().is(Outcome.LOCKED));
      if (!asExpected) {
        return false;
      }
    }
    tested.add(RIGHT);
    return true;
  }

  /**
   * The right login ended the lock, or the lock was over: locks it again, and is sooner than the
   * lock was seen to last.
   */
  private boolean onceMore() throws InterruptedException {
    Optional<Attempt> attempt;
    do {
      attempt = shut.isPositive() ? wrong() : Optional.empty();
    } while (attempt.filter(a -> a.is(Outcome.REFUSED)).isPresent());
    if (attempt.filter(a -> a.is(Outcome.LOCKED)).isEmpty()) {
      return false;
    }
    Optional<Attempt> answer = right(right.user(), door);
    if (answer.isEmpty() || !isSooner(shut) || !isSooner(least)) {
      return false;
    }
    tested.add(RIGHT);
    usable = answer.get().is(Outcome.ACCEPTED) ? "yes" : "no";
    return opens(answer.get());
  }

  /** Whether the last wrong login was sent less than half a lock ago. */
  private boolean isSooner(Duration lock) {
    Duration since = Duration.between(wrongSent, clock.instant());
    return since.multipliedBy(2).compareTo(lock) <= 0;
  }

  /**
   * Tries whether a lock that holds back the right login lets it pass where it is sent otherwise.
   *
   * @param lockedAt when it was locked
   */
  void ways(Instant lockedAt) throws InterruptedException {
    String capitals = right.user().toUpperCase(Locale.ROOT);
    if (!capitals.equals(right.user())) {
      way("user-capitals", capitals, door, lockedAt);
    }
    if (!right.user().isEmpty()) {
      way("user-blank", right.user() + " ", door, lockedAt);
    }
    Optional<LoginInterface> other = door.inAddress();
    if (other.isPresent()) {
      way("in-address", right.user(), other.get(), lockedAt);
    }
  }

  private void way(String way, String name, LoginInterface through, Instant lockedAt)
      throws InterruptedException {
    Optional<Attempt> attempt = right(name, through);
    // The lock cannot have ended by itself meanwhile.
    if (attempt.isPresent() && Duration.between(lockedAt, clock.instant()).compareTo(least) < 0) {
      tested.add(way);
      if (opens(attempt.get())) {
        passed.add(way);
      }
    }
  }

  private static boolean opens(Attempt attempt) {
    return attempt.is(Outcome.ACCEPTED) && attempt.reached();
  }

  /** Empty where the budget has none left, or no answer came. */
  private Optional<Attempt> wrong() throws InterruptedException {
    if (!budget.take().getAsBoolean()) {
      return Optional.empty();
    }
    wrongSent = clock.instant();
    try {
      return Optional.of(door.attempt(user, budget.wrong().next()));
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  private Optional<Attempt> right(String name, LoginInterface through) throws InterruptedException {
    try {
      return Optional.of(through.attempt(name, right.password()));
    } catch (IOException noAnswer) {
      // Without an answer nothing was tried.
      return Optional.empty();
    }
  }
}
