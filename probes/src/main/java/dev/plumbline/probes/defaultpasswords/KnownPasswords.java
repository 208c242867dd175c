package dev.plumbline.probes.defaultpasswords;

import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.defaultpasswords.Candidates.Candidate;
import dev.plumbline.probes.login.Attempt;
import dev.plumbline.probes.login.Attempt.Outcome;
import dev.plumbline.probes.login.DoorTrial;
import dev.plumbline.probes.login.LoginDoor;
import dev.plumbline.probes.login.WrongPasswords;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries known passwords on one door, within its budget, until one opens it or it resists. */
final class KnownPasswords {
  private final ProbeContext context;
  private final LoginDoor door;
  private final Candidates candidates;
  private final WrongPasswords wrong;

  KnownPasswords(ProbeContext context, LoginDoor door, WrongPasswords wrong) {
    this.context = context;
    this.door = door;
    this.candidates = Candidates.of(context.product(), door.kind());
    this.wrong = wrong;
  }

  DoorResult run() throws InterruptedException {
    List<Candidate> logins = candidates.logins();
    DoorTrial first = new DoorTrial(door, this::take);
    DoorTrial.Result result =
        first.run(logins.getFirst().user(), wrong.next(), context.product().credentials(), false);
    Optional<String> doubt = Optional.empty();
    if (result instanceof DoorTrial.Result.Useless useless) {
      if (!useless.refuses()) {
        return new DoorResult.Unknown(useless.reason());
      }
      doubt = Optional.of(useless.reason());
    }
    Trial trial = new Trial(logins, doubt);
    for (Candidate candidate : logins) {
      if (trial.locked.contains(candidate.user())) {
        continue;
      }
      if (!take()) {
        return trial.ended("the budget of product.yaml is spent");
      }
      context.redact(candidate.password());
      Attempt attempt;
      try {
        attempt = door.attempt(candidate.user(), candidate.password());
      } catch (IOException e) {
        trial.unheard(candidate.user());
        return trial.ended("no more answers: " + e.getMessage());
      }
      switch (attempt.outcome()) {
        case ACCEPTED -> {
          return verified(candidate, trial.tried + 1);
        }
        case LOCKED -> {
          if (trial.shut(candidate.user())) {
            return trial.ended("signs of a lock-out: " + attempt.sign());
          }
        }
        case UNCLEAR -> {
          trial.unheard(candidate.user());
          return trial.ended("an unclear answer: " + attempt.sign());
        }
        case REFUSED -> {
          trial.refused(candidate.user());
          context.progress(door.mechanism(), trial.tried / (double) logins.size());
        }
      }
    }
    return trial.ended(
        trial.locked.isEmpty() ? "" : "locked meanwhile: " + String.join(", ", trial.locked));
  }

  /** An open door counts only while the same door stays shut to another wrong password. */
  private DoorResult verified(Candidate candidate, int tried) throws InterruptedException {
    if (take()) {
      try {
        Attempt again = door.attempt(candidate.user(), wrong.next());
        if (again.is(Outcome.ACCEPTED) || again.is(Outcome.UNCLEAR)) {
          return new DoorResult.Unknown(
              "It accepted a known password, and then an invented one as well, or would not say.");
        }
      } catch (IOException e) {
        return new DoorResult.Unknown(
            "It accepted a known password, but did not answer when that was verified: "
                + e.getMessage());
      }
    }
    return new DoorResult.Tried(
        candidates.list(),
        List.of(candidate),
        tried,
        candidates.logins().size(),
        Set.of(),
        "one opened it");
  }

  private boolean take() {
    return context.takeLoginAttempt(door.mechanism());
  }

  /** How far the trial of a door has come. */
  private final class Trial {
    private final Set<String> untried = new LinkedHashSet<>();
    private final Set<String> locked = new LinkedHashSet<>();
    private final Optional<String> doubt;
    private boolean shutBefore;
    private int tried;

    /**
     * @param doubt why a refusal of this door proves nothing; what opens it still does
     */
    Trial(List<Candidate> logins, Optional<String> doubt) {
      this.doubt = doubt;
      logins.forEach(c -> untried.add(c.user()));
    }

    void refused(String user) {
      tried++;
      untried.remove(user);
      shutBefore = false;
    }

    /** Silence after a refusal is none: this user may have a password that was not refused. */
    void unheard(String user) {
      untried.add(user);
    }

    /** An account is locked; a second one at once means that the door is, for everybody. */
    boolean shut(String user) {
      locked.add(user);
      boolean door = shutBefore;
      shutBefore = true;
      return door;
    }

    DoorResult ended(String why) {
      if (doubt.isPresent()) {
        return new DoorResult.Unknown(doubt.get());
      }
      return tried == 0
          ? new DoorResult.Unknown("No known password could be tried: " + why + ".")
          : new DoorResult.Tried(
              candidates.list(), List.of(), tried, candidates.logins().size(), untried, why);
    }
  }
}
