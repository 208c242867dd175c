package dev.plumbline.probes.bruteforceresistance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.dossier.Product.Credential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Locks that hold back the right password, and locks that only say so. */
class LockTrialTest {
  private static final Credential OWNER = new Credential("owner", "owner", "right-Pw-9");
  private static final Instant START = Instant.parse("2026-12-02T12:00:00Z");
  private static final int BEFORE = 5;

  /** Moves when it is told to. */
  private static final class HandClock extends Clock {
    private Instant now = START;

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** A login of which each answer takes some time, and that locks after some wrong ones. */
  private static final class Gate implements LoginInterface {
    private final HandClock clock;
    private final Duration answer;
    private final Duration lock;
    private boolean rightPasses;
    private boolean rightForgives = true;
    private boolean wrongLocksAnew;
    private int wrong;
    private Instant until = START;

    Gate(HandClock clock, Duration answer, Duration lock) {
      this.clock = clock;
      this.answer = answer;
      this.lock = lock;
    }

    @Override
    public String kind() {
      return "http-form";
    }

    @Override
    public String mechanism() {
      return "the gate";
    }

    @Override
    public Attempt attempt(String user, String password) {
      clock.forward(answer);
      boolean locked = clock.instant().isBefore(until);
      boolean right = password.equals(OWNER.password()) && user.equals(OWNER.user());
      if (right && (rightPasses || !locked)) {
        if (rightForgives) {
          wrong = 0;
          until = START;
        }
        return Attempt.explicit(Outcome.ACCEPTED, "open", answer);
      }
      if (locked) {
        return Attempt.explicit(Outcome.LOCKED, "status 429", answer);
      }
      if (++wrong < BEFORE) {
        return Attempt.explicit(Outcome.REFUSED, "status 401", answer);
      }
      until = clock.instant().plus(lock);
      wrong = wrongLocksAnew ? wrong : 0;
      return Attempt.explicit(Outcome.LOCKED, "status 429", answer);
    }
  }

  private final HandClock clock = new HandClock();
  private int logins = 40;

  private Gate gate(String answer, String lock) {
    return new Gate(clock, Duration.parse(answer), Duration.parse(lock));
  }

  /** Locks the gate, sees it locked for a moment, and tries the right password. */
  private LockTrial atLocked(Gate gate, Duration declared, Predicate<Attempt> first)
      throws InterruptedException {
    WrongPasswords wrong = new WrongPasswords(clock);
    for (int i = 0; i < BEFORE; i++) {
      gate.attempt(OWNER.user(), wrong.next());
    }
    LockTrial trial =
        new LockTrial(
            clock,
            new LockTrial.Budget(wrong, () -> logins-- > 0),
            gate,
            OWNER.user(),
            OWNER,
            declared);
    trial.hold(clock::forward);
    assertThat(gate.attempt(OWNER.user(), OWNER.password())).matches(first);
    return trial;
  }

  private static Predicate<Attempt> is(Outcome outcome) {
    return attempt -> attempt.is(outcome);
  }

  @Test
  void aLockThatEndsForTheRightPasswordStopsNobody() throws InterruptedException {
    Gate gate = gate("PT0.02S", "PT20S");
    gate.rightPasses = true;
    LockTrial trial = atLocked(gate, Duration.ofSeconds(20), is(Outcome.ACCEPTED));
    assertThat(trial.letsIn()).isTrue();
    assertThat(trial.passed()).containsExactly(LockTrial.RIGHT);
  }

  @Test
  void aLockThatStaysForWrongPasswordsAloneStopsNobody() throws InterruptedException {
    Gate gate = gate("PT0.02S", "PT20S");
    gate.rightPasses = true;
    gate.rightForgives = false;
    LockTrial trial = atLocked(gate, Duration.ZERO, is(Outcome.ACCEPTED));
    assertThat(trial.letsIn()).isTrue();
    assertThat(trial.passed()).containsExactly(LockTrial.RIGHT);
  }

  @Test
  void aLockThatIsOverWhenTheRightPasswordComesIsTriedOnceMoreAndHolds()
      throws InterruptedException {
    // Looks at 0.25, 0.5 and 0.75 seconds meet the lock; the right one comes behind its end.
    Gate gate = gate("PT0.05S", "PT0.93S");
    LockTrial trial = atLocked(gate, Duration.ofSeconds(1), is(Outcome.ACCEPTED));
    assertThat(trial.letsIn()).isFalse();
    assertThat(trial.tested()).containsExactly(LockTrial.RIGHT);
    assertThat(trial.passed()).isEmpty();
    assertThat(trial.usable()).isEqualTo("no");
  }

  /** Each wrong one locks for a second more; a slow link makes the right one come behind it. */
  @Test
  void aShortLockOverASlowLinkIsNotSaidToLetAnybodyIn() throws InterruptedException {
    Gate gate = gate("PT1.2S", "PT1S");
    gate.rightForgives = false;
    gate.wrongLocksAnew = true;
    for (Duration declared : new Duration[] {Duration.ZERO, Duration.ofSeconds(1)}) {
      LockTrial trial = atLocked(gate, declared, is(Outcome.ACCEPTED));
      assertThat(trial.letsIn()).isFalse();
      assertThat(trial.tested()).isEmpty();
      assertThat(trial.passed()).isEmpty();
    }
  }

  @Test
  void withoutABudgetNothingIsSaid() throws InterruptedException {
    Gate gate = gate("PT0.02S", "PT20S");
    gate.rightPasses = true;
    logins = 4;
    LockTrial trial = atLocked(gate, Duration.ofSeconds(20), is(Outcome.ACCEPTED));
    assertThat(trial.letsIn()).isFalse();
    assertThat(trial.tested()).isEmpty();
  }
}
