package dev.plumbline.probes.bruteforceresistance;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.login.Attempt;
import dev.plumbline.probes.login.Attempt.Outcome;
import dev.plumbline.probes.login.DoorTrial;
import dev.plumbline.probes.login.LoginDoor;
import dev.plumbline.probes.login.Services;
import dev.plumbline.probes.login.WrongPasswords;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Many wrong logins at one door, and what the device does about them. */
final class Siege {
  private static final String TABLE = "1-AuthMech";
  private static final long LONGEST_REST = 900;
  private static final int SILENT_IN_A_ROW = 2;

  private final ProbeContext context;
  private final LoginDoor door;
  private final String endpoint;
  private final WrongPasswords wrong;
  private final Guesses guesses = new Guesses();
  private int sent;
  private int judged;
  private boolean locked;
  private Optional<Long> waited = Optional.empty();
  private String sign = "";

  Siege(ProbeContext context, LoginDoor door, String endpoint, WrongPasswords wrong) {
    this.context = context;
    this.door = door;
    this.endpoint = endpoint;
    this.wrong = wrong;
  }

  /** What came of it. */
  sealed interface Result {
    /** The value of {@code login.brute-force}. */
    record Seen(Map<String, Object> value) implements Result {
      boolean resisted() {
        return Boolean.TRUE.equals(value.get("locked")) || Boolean.TRUE.equals(value.get("slowed"));
      }
    }

    record Unknown(String reason) implements Result {}
  }

  Result run() throws InterruptedException {
    List<Credential> declared = context.product().credentials();
    String user = declared.isEmpty() ? "admin" : declared.getFirst().user();
    DoorTrial trial = new DoorTrial(door, this::take);
    DoorTrial.Result tested = trial.run(user, wrong.next(), declared, true);
    Duration delay = declaredDelay();
    if (tested instanceof DoorTrial.Result.Locked) {
      // The probe before this one may have tried too often; the row says when the door opens.
      rest(delay);
      trial = new DoorTrial(door, this::take);
      tested = trial.run(user, wrong.next(), declared, true);
    }
    return switch (tested) {
      case DoorTrial.Result.Locked l when l.declaredToo() && delay.isPositive() -> {
        // The right password was sent first this time, when the declared delay was over.
        lock(l.sign());
        yield new Result.Seen(value("no"));
      }
      case DoorTrial.Result.Locked l -> new Result.Unknown(l.reason());
      case DoorTrial.Result.Useless u -> new Result.Unknown(u.reason());
      case DoorTrial.Result.Works works -> besiege(user, trial, works);
    };
  }

  private Result besiege(String user, DoorTrial trial, DoorTrial.Result.Works works)
      throws InterruptedException {
    waited = Optional.empty();
    guesses.add(works.wrong().took());
    sent = trial.row();
    judged = sent;
    Optional<String> trouble = guess(works.account().map(Credential::user).orElse(user));
    if (trouble.isPresent()) {
      return new Result.Unknown(trouble.get());
    }
    if (sent < 2 && !locked) {
      return new Result.Unknown("The budget of product.yaml is too small for a row of logins.");
    }
    String usable = usable(works.account());
    if (locked && usable.equals("no") && declaredDelay().isPositive()) {
      rest(declaredDelay());
      usable = usable(works.account());
    }
    if (usable.equals("no") && !locked && !guesses.slowed()) {
      return new Result.Unknown(
          "It refuses the right password after "
              + judged
              + " wrong logins, and gave no sign of when it shut the account.");
    }
    return new Result.Seen(value(usable));
  }

  /**
   * Guesses until the budget is spent or the device shuts the door.
   *
   * @return why nothing can be said, if so
   */
  private Optional<String> guess(String user) throws InterruptedException {
    int silent = 0;
    while (!locked && take()) {
      try {
        Attempt attempt = door.attempt(user, wrong.next());
        silent = 0;
        sent++;
        guesses.add(attempt.took());
        switch (attempt.outcome()) {
          case LOCKED -> lock(attempt.sign());
          case ACCEPTED -> {
            return Optional.of("It accepted an invented password after " + sent + " logins.");
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

  /** Waits, and notes how long no login was sent. */
  private void rest(Duration time) throws InterruptedException {
    Instant before = context.clock().instant();
    context.rest(time);
    waited = Optional.of(Duration.between(before, context.clock().instant()).toSeconds());
  }

  private void lock(String how) {
    locked = true;
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

  /** {@code yes}, {@code no} or {@code unknown}: whether the declared account can be used now. */
  private String usable(Optional<Credential> account) throws InterruptedException {
    if (account.isEmpty()) {
      return "unknown";
    }
    try {
      Attempt attempt = door.attempt(account.get().user(), account.get().password());
      if (attempt.is(Outcome.ACCEPTED)) {
        return "yes";
      }
      if (attempt.is(Outcome.UNCLEAR)) {
        return "unknown";
      }
      return "no";
    } catch (IOException e) {
      return "unknown";
    }
  }

  /**
   * How long the row of this login says that it stays shut, and a little more; 0 if it does not.
   */
  private Duration declaredDelay() {
    String service = Endpoint.parse(endpoint).map(Endpoint::service).orElse(endpoint);
    long seconds =
        context.ixit().entries(TABLE).stream()
            .filter(e -> e.texts("endpoints").contains(service))
            .mapToLong(e -> e.number("delaySeconds").orElse(0L))
            .max()
            .orElse(0);
    return seconds <= 0
        ? Duration.ZERO
        : Duration.ofSeconds(Math.min(seconds, LONGEST_REST)).plusMillis(500);
  }

  private Map<String, Object> value(String usable) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("attempts", (long) sent);
    value.put("delaysMs", guesses.delaysMs());
    value.put("locked", locked);
    if (locked) {
      if (judged > 0) {
        value.put("lockedAfter", (long) judged);
      }
      value.put("sign", sign);
    }
    value.put("slowed", guesses.slowed());
    if (guesses.slowed()) {
      value.put("slowedAfter", (long) (guesses.evenAnswers() + sent - guesses.delaysMs().size()));
    }
    value.put("accountUsable", usable);
    waited.ifPresent(seconds -> value.put("waitedSeconds", seconds));
    value.put("mechanism", door.kind());
    return value;
  }

  private boolean take() {
    return context.takeBruteForceAttempt(door.mechanism());
  }
}
