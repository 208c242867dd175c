package dev.plumbline.probes.bruteforceresistance;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginTrial;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.client.recordedlogins.DeclaredPause;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginBruteForce;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many wrong logins at one door, and what the device does about them. */
final class BruteForceAttempt {
  /** Left of the budget for logins by other ways: from other clients, other names, elsewhere. */
  private static final int RESERVE = 4;

  /** Wrong logins one after another at a device that slowed down and may lock later. */
  private static final int ENOUGH_OF_A_SLOW_ONE = 18;

  private static final long SLOWER_MS = 400;
  private static final int LEAST_BURST = 8;
  private static final double MILLIS_OF_A_DAY = 86_400_000.0;
  private static final long MOST_GUESSES = 1_000_000_000L;
  private static final int SILENT_IN_A_ROW = 2;

  private final ProbeContext context;
  private LoginInterface door;
  private final String endpoint;
  private final WrongPasswords wrong;
  private final Guesses guesses = new Guesses();
  private int sent;
  private int judged;
  private boolean locked;
  private Instant lockedAt = Instant.MAX;
  private Optional<Long> waited = Optional.empty();
  private String sign = "";
  private int taken;
  private Optional<Integer> opensAfter = Optional.empty();
  private Evasion.Sources sources = Evasion.Sources.NONE;
  private final List<String> passed = new ArrayList<>();
  private final List<String> tested = new ArrayList<>();
  private Optional<PasswordHints> hints = Optional.empty();
  private Evasion.Burst burst = new Evasion.Burst(0, 0, 0, 0);

  BruteForceAttempt(
      ProbeContext context, LoginInterface door, String endpoint, WrongPasswords wrong) {
    this.context = context;
    this.door = door;
    this.endpoint = endpoint;
    this.wrong = wrong;
  }

  /** What came of it. */
  sealed interface Result {
    /** The device did something about it, or nothing. */
    record Seen(LoginBruteForce fact) implements Result {
      boolean resisted() {
        return fact.opensAfter().isEmpty()
            && fact.evadedBy().filter(List::isEmpty).isPresent()
            && (fact.locked() || fact.slowed())
            && !letsInAtOnce();
      }

      /** A lock that the right password passes at once may stop nobody who guesses. */
      private boolean letsInAtOnce() {
        return fact.locked()
            && fact.waitedSeconds().isEmpty()
            && fact.accountUsable().equals("yes");
      }
    }

    record Unknown(String reason) implements Result {}
  }

  Result run() throws InterruptedException {
    List<Credential> declared = context.product().credentials();
    String user = declared.isEmpty() ? "admin" : declared.getFirst().user();
    LoginTrial trial = new LoginTrial(door, this::take);
    LoginTrial.Result tested = trial.run(user, wrong.next(), declared, true);
    Duration delay = declaredDelay();
    if (tested instanceof LoginTrial.Result.Locked l) {
      // The probe before this one may have tried too often; the row says when the door opens.
      rest(delay.isPositive() ? delay : shortest(l.attempt().pause()));
      trial = new LoginTrial(door, this::take);
      tested = trial.run(user, wrong.next(), declared, true);
    }
    if (tested instanceof LoginTrial.Result.Works w
        && w.account().isEmpty()
        && !declared.isEmpty()
        && delay.isPositive()) {
      // A lock that answers as a wrong password does may hide the right one.
      rest(delay);
      LoginTrial again = new LoginTrial(door, this::take);
      LoginTrial.Result later = again.run(user, wrong.next(), declared, true);
      if (later instanceof LoginTrial.Result.Works || later instanceof LoginTrial.Result.TakesAny) {
        trial = again;
        tested = later;
      }
    }
    return switch (tested) {
      case LoginTrial.Result.Locked l when l.declaredToo() && delay.isPositive() -> {
        // The right password was sent first this time, when the declared delay was over.
        lock(l.sign());
        yield new Result.Seen(fact("no"));
      }
      case LoginTrial.Result.Locked l -> {
        // Locked from the beginning, although the right login opened just before.
        Optional<LockTrial> lock = trial.accepted().map(r -> lockTrial(r.user(), r));
        if (lock.isPresent() && lock.get().letsIn()) {
          sent++;
          guesses.add(l.attempt().took());
          lock(l.sign());
          note(lock.get());
          yield new Result.Seen(fact("yes"));
        }
        yield new Result.Unknown(l.reason());
      }
      case LoginTrial.Result.Useless u -> new Result.Unknown(u.reason());
      case LoginTrial.Result.TakesAny a -> {
        opensAfter = Optional.of(0);
        sign = a.sign();
        yield new Result.Seen(fact("unknown"));
      }
      case LoginTrial.Result.Works works -> {
        door = works.door();
        yield guessAll(user, trial, works);
      }
    };
  }

  private Duration shortest(Duration asked) {
    Duration allowed = Duration.ofSeconds(context.product().loginBudget().waitSeconds());
    return asked.compareTo(allowed) > 0 ? Duration.ZERO : asked;
  }

  private Result guessAll(String user, LoginTrial trial, LoginTrial.Result.Works works)
      throws InterruptedException {
    waited = Optional.empty();
    guesses.add(works.wrong().took());
    sent = trial.row();
    judged = sent;
    String guessed = works.account().map(Credential::user).orElse(user);
    hints = works.account().map(a -> new PasswordHints(a.password(), context.product()));
    read(works.wrong());
    Optional<String> trouble = guess(guessed);
    if (trouble.isPresent()) {
      return new Result.Unknown(trouble.get());
    }
    if (opensAfter.isPresent()) {
      return new Result.Seen(fact("unknown"));
    }
    evade(guessed, works.account());
    if (sent < 2 && !locked) {
      return new Result.Unknown(
          "loginBudget in product.yaml is too small for a series of login attempts.");
    }
    Optional<LockTrial> lock =
        locked ? works.account().map(right -> lockTrial(guessed, right)) : Optional.empty();
    if (lock.isPresent() && left() >= judged + LockTrial.LOGINS) {
      lock.get().hold(context::rest);
    }
    String usable = DeclaredAccount.usable(door, works.account());
    if (lock.isPresent() && usable.equals("yes")) {
      usable = lock.get().letsIn() ? usable : lock.get().usable();
    }
    if (lock.isPresent() && usable.equals("no")) {
      lock.get().ways(lockedAt);
    }
    lock.ifPresent(this::note);
    if (locked && usable.equals("no") && declaredDelay().isPositive()) {
      rest(declaredDelay());
      usable = DeclaredAccount.usable(door, works.account());
    }
    if (usable.equals("no") && !locked && !guesses.slowed()) {
      return new Result.Unknown(
          "It refuses the right password after "
              + judged
              + " wrong logins, and gave no sign of when it shut the account.");
    }
    return new Result.Seen(fact(usable));
  }

  /**
   * Guesses until the budget is spent or the device shuts the door.
   *
   * @return why nothing can be said, if so
   */
  private Optional<String> guess(String user) throws InterruptedException {
    int silent = 0;
    while (!locked && !enough() && take()) {
      try {
        Attempt attempt = door.attempt(user, wrong.next());
        silent = 0;
        sent++;
        guesses.add(attempt.took());
        read(attempt);
        switch (attempt.outcome()) {
          case LOCKED -> lock(attempt.sign());
          case ACCEPTED -> {
            if (!attempt.reached() || !door.isShut()) {
              return Optional.of(
                  "It seemed to accept an invented password after "
                      + (sent - 1)
                      + " wrong logins, and whether that login opens anything was not seen.");
            }
            opensAfter = Optional.of(sent - 1);
            sign = attempt.sign();
            return Optional.empty();
          }
          case UNCLEAR -> {
            return Optional.of("Its answer became unclear (" + attempt.sign() + ").");
          }
          case REFUSED -> {
            judged++;
            context.progress(
                door.mechanism(),
                Math.min(
                    0.99, sent / (1.0 + context.product().loginBudget().bruteForceAttempts())));
          }
        }
      } catch (IOException e) {
        if (++silent >= SILENT_IN_A_ROW) {
          if (!othersAnswer()) {
            return Optional.of(
                "The device stopped answering after "
                    + sent
                    + " wrong logins; whether it shut the door or fell over cannot be told.");
          }
          lock("no more answers at this service, while others answer");
        }
      }
    }
    return Optional.empty();
  }

  /** Looks whether the answer to a wrong login tells of the right one. */
  private void read(Attempt wrong) {
    hints.flatMap(h -> h.read(wrong.text())).ifPresent(context::redact);
  }

  /** Whether a device that slowed down was tried far enough to try other ways with what is left. */
  private boolean enough() {
    return guesses.slowed() && (left() <= RESERVE || sent >= ENOUGH_OF_A_SLOW_ONE);
  }

  private int left() {
    return context.product().loginBudget().bruteForceAttempts() - taken;
  }

  private LockTrial lockTrial(String user, Credential right) {
    return new LockTrial(
        context.clock(),
        new LockTrial.Budget(wrong, this::take),
        door,
        user,
        right,
        DeclaredPause.of(context, endpoint));
  }

  private void note(LockTrial lock) {
    tested.addAll(lock.tested());
    passed.addAll(lock.passed());
  }

  /** What the reaction is worth where the same logins seem to come from others, or all at once. */
  private void evade(String user, Optional<Credential> right) throws InterruptedException {
    if (!locked && !guesses.slowed()) {
      return;
    }
    Evasion evasion = new Evasion(context.clock(), door, user, wrong, this::take);
    long fast = guesses.fastest();
    sources = evasion.sources(fast, SLOWER_MS);
    if (!locked && !sources.evades() && right.isPresent()) {
      Evasion.Ways ways = evasion.ways(right.get(), fast, SLOWER_MS, sources.held());
      tested.addAll(ways.tried());
      passed.addAll(ways.evading());
    }
    if (!locked && evadedBy().isEmpty() && left() >= LEAST_BURST) {
      burst = evasion.burst();
    }
  }

  /** Waits, and notes how long no login was sent. */
  private void rest(Duration time) throws InterruptedException {
    Instant before = context.clock().instant();
    context.rest(time);
    waited = Optional.of(Duration.between(before, context.clock().instant()).toSeconds());
  }

  private void lock(String how) {
    locked = true;
    lockedAt = context.clock().instant();
    sign = how;
  }

  /** Whether the device still answers at another port. */
  private boolean othersAnswer() throws InterruptedException {
    for (Services.Service service : Services.all(context)) {
      if (!service.endpoint().toString().equals(endpoint)) {
        try {
          context.connect(service.endpoint(), Duration.ofSeconds(3)).close();
          return true;
        } catch (IOException silentToo) {
          // The next one may answer.
        }
      }
    }
    return false;
  }

  /**
   * How long the row of this login says that it stays shut, and a little more; 0 if it does not.
   */
  private Duration declaredDelay() {
    Duration declared = DeclaredPause.of(context, endpoint);
    return declared.isPositive() ? declared.plusMillis(500) : Duration.ZERO;
  }

  private LoginBruteForce fact(String usable) {
    boolean slowed = guesses.slowed();
    long even = (long) guesses.evenAnswers() + sent - guesses.delaysMs().size();
    return new LoginBruteForce(
        sent,
        guesses.delaysMs(),
        locked,
        locked && judged > 0 ? Optional.of((long) judged) : Optional.empty(),
        locked || opensAfter.isPresent() ? Optional.of(sign) : Optional.empty(),
        slowed,
        slowed ? Optional.of(even) : Optional.empty(),
        usable,
        waited,
        door.kind(),
        opensAfter.map(Integer::longValue),
        Optional.of(evadedBy()),
        burst.sent() > 0 ? Optional.of(burst.fact()) : Optional.empty(),
        guessesPerDay(),
        hints.map(PasswordHints::found),
        Optional.of(tried()),
        context.product().loginBudget().bruteForceAttempts(),
        0,
        Optional.empty());
  }

  private List<String> evadedBy() {
    List<String> ways = new ArrayList<>(passed);
    if (sources.evades()) {
      ways.add("source-header");
    }
    return ways;
  }

  /** Ways of guessing around the reaction that were tried. */
  private List<String> tried() {
    List<String> tried = new ArrayList<>(tested);
    if (sources.tried()) {
      tried.add("source-header");
    }
    if (burst.sent() > 0) {
      tried.add("parallel");
    }
    return tried;
  }

  /** What the fastest way of guessing that was seen comes to; empty where that cannot be told. */
  private Optional<Long> guessesPerDay() {
    double most = 0;
    if (locked && judged > 0 && waited.isPresent() && waited.get() > 0) {
      double answers = guesses.delaysMs().stream().mapToLong(Long::longValue).sum();
      most = judged * MILLIS_OF_A_DAY / (waited.get() * 1000.0 + answers);
    } else if (!locked && guesses.slowed()) {
      most = MILLIS_OF_A_DAY / Math.max(1, guesses.latest());
    }
    if ((!locked && !guesses.slowed()) || !evadedBy().isEmpty() || opensAfter.isPresent()) {
      most = MILLIS_OF_A_DAY / Math.max(1, guesses.fastest());
    }
    if (burst.sent() > 0 && burst.locked() == 0) {
      most = Math.max(most, burst.judged() * MILLIS_OF_A_DAY / burst.milliseconds());
    }
    return most <= 0 ? Optional.empty() : Optional.of((long) Math.min(MOST_GUESSES, most));
  }

  private boolean take() {
    boolean granted = context.takeBruteForceAttempt(door.mechanism());
    taken += granted ? 1 : 0;
    return granted;
  }
}
