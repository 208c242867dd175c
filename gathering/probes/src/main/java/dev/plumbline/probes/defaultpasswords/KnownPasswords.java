package dev.plumbline.probes.defaultpasswords;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginTrial;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.defaultpasswords.Candidates.Candidate;
import dev.plumbline.probes.defaultpasswords.PasswordTrialResult.Accepted;
import dev.plumbline.probes.defaultpasswords.PasswordTrialResult.What;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tries known passwords on one door, within its budget. A lock is waited for as long as the row of
 * the login says, meanwhile others are tried; what was not tried in the end is told.
 */
final class KnownPasswords {
  /** Locks that are waited for with one password beside the list. */
  private static final int MOST_LOCKS = 3;

  private final ProbeContext context;
  private final Candidates candidates;
  private final WrongPasswords wrong;
  private final Pauses pauses;
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Set<String> untried = new LinkedHashSet<>();
  private final Set<String> givenUp = new LinkedHashSet<>();
  private final Set<String> variants = new LinkedHashSet<>();
  private LoginInterface door;
  private Optional<String> doubt = Optional.empty();
  private int tried;

  /**
   * @param delay how long the row of this login says that a lock lasts; zero if it does not
   */
  KnownPasswords(ProbeContext context, LoginInterface door, WrongPasswords wrong, Duration delay) {
    this.context = context;
    this.door = door.patient(Duration.ofSeconds(context.product().loginBudget().waitSeconds()));
    this.candidates = Candidates.of(context.product(), door.kind());
    this.wrong = wrong;
    this.pauses = new Pauses(context, delay);
    candidates.logins().forEach(c -> untried.add(c.user()));
  }

  PasswordTrialResult run() throws InterruptedException {
    Optional<PasswordTrialResult> early = begin();
    if (early.isPresent()) {
      return early.get();
    }
    List<Candidate> queue = new ArrayList<>(candidates.logins());
    String last = "";
    while (!queue.isEmpty()) {
      Optional<Candidate> next = next(queue);
      if (next.isEmpty()) {
        return ended(
            "locked, and more waiting than product.yaml allows: about "
                + pauses.neededSeconds()
                + " s at a time (loginBudget.waitSeconds)");
      }
      Candidate candidate = next.get();
      if (!take()) {
        return ended("the budget of product.yaml is spent (loginBudget.wrongAttempts)");
      }
      context.redact(candidate.password());
      Attempt attempt;
      try {
        attempt = door.attempt(candidate.user(), candidate.password());
      } catch (IOException e) {
        untried.add(candidate.user());
        return ended("no more answers: " + e.getMessage());
      }
      switch (attempt.outcome()) {
        case ACCEPTED -> {
          return verified(candidate);
        }
        case LOCKED -> {
          last = attempt.sign();
          context.giveBackLoginAttempt(door.mechanism());
          boolean sensible = pauses.lock(candidate.user(), attempt.pause());
          if (pauses.isShut()) {
            return ended("signs of a lock-out: " + attempt.sign());
          }
          if (!sensible) {
            givenUp.add(candidate.user());
            queue.removeIf(c -> c.user().equals(candidate.user()));
          }
        }
        case UNCLEAR -> {
          untried.add(candidate.user());
          return ended("an unclear answer: " + attempt.sign());
        }
        case REFUSED -> {
          refused(candidate.user());
          queue.remove(candidate);
          context.progress(door.mechanism(), tried / (double) candidates.logins().size());
        }
      }
    }
    return givenUp.isEmpty() || doubt.isPresent()
        ? otherCase().orElseGet(() -> ended(""))
        : ended("signs of a lock-out (" + last + ") of " + String.join(", ", givenUp));
  }

  /**
   * Whether it tells right from wrong at all; what it takes without, and what is near the right
   * one.
   */
  private Optional<PasswordTrialResult> begin() throws InterruptedException {
    String user =
        declared().findFirst().map(Credential::user).orElse(candidates.logins().getFirst().user());
    LoginTrial.Result result = trial(user);
    if (result instanceof LoginTrial.Result.Locked l) {
      // The run before may have tried too often; the row or the answer says when it opens.
      pauses.lock(user, l.attempt().pause());
      if (pauses.wait(user)) {
        result = trial(user);
      }
    }
    return switch (result) {
      case LoginTrial.Result.Works w -> {
        door = w.door();
        refusals.merge(user, 1, Integer::sum);
        yield empty();
      }
      case LoginTrial.Result.TakesAny a ->
          Optional.of(open(new Accepted(a.user(), "invented passwords", What.ANY, 0)));
      case LoginTrial.Result.Locked l -> Optional.of(new PasswordTrialResult.Unknown(l.reason()));
      case LoginTrial.Result.Useless u when !u.refuses() ->
          Optional.of(new PasswordTrialResult.Unknown(u.reason()));
      case LoginTrial.Result.Useless u -> {
        doubt = Optional.of(u.reason());
        yield empty();
      }
    };
  }

  private LoginTrial.Result trial(String user) throws InterruptedException {
    return new LoginTrial(door, this::take)
        .run(user, wrong.next(), context.product().credentials(), false);
  }

  private Stream<Credential> declared() {
    return context.product().credentials().stream().filter(c -> !c.user().isBlank());
  }

  /** No password at all, for each user of product.yaml, and the declared one in other forms. */
  private Optional<PasswordTrialResult> empty() throws InterruptedException {
    for (String user : declared().map(Credential::user).distinct().limit(2).toList()) {
      Optional<PasswordTrialResult> opened =
          tries(new Candidate(user, "", "empty password"), What.EMPTY);
      if (opened.isPresent()) {
        return opened;
      }
    }
    return bent();
  }

  /** The declared password with another end, with another start, its first letter, and longer. */
  private Optional<PasswordTrialResult> bent() throws InterruptedException {
    for (Credential c : declared().filter(c -> c.password().length() > 4).limit(1).toList()) {
      for (Map.Entry<What, String> form : forms(c.password()).entrySet()) {
        What what = form.getKey();
        Optional<PasswordTrialResult> opened =
            tries(new Candidate(c.user(), form.getValue(), what.word()), what);
        if (opened.isPresent()) {
          return opened;
        }
      }
    }
    return Optional.empty();
  }

  private static Map<What, String> forms(String password) {
    Map<What, String> forms = new LinkedHashMap<>();
    int last = password.length() - 1;
    forms.put(What.OTHER_END, password.substring(0, last) + (password.endsWith("x") ? "y" : "x"));
    int half = password.length() / 2;
    forms.put(
        What.OTHER_START,
        (password.startsWith("x") ? "y" : "x").repeat(half) + password.substring(half));
    forms.put(What.FIRST_LETTER, password.substring(0, 1));
    forms.put(What.LONGER, password + "x");
    return forms;
  }

  /** After the list, since a row may allow it: it shuts no other question. */
  private Optional<PasswordTrialResult> otherCase() throws InterruptedException {
    Optional<Credential> own =
        declared().filter(c -> !swapped(c.password()).equals(c.password())).findFirst();
    return own.isEmpty()
        ? Optional.empty()
        : tries(
            new Candidate(own.get().user(), swapped(own.get().password()), What.OTHER_CASE.word()),
            What.OTHER_CASE);
  }

  private static String swapped(String text) {
    StringBuilder swapped = new StringBuilder();
    text.chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .forEach(c -> swapped.append((char) c));
    return swapped.toString();
  }

  /** Tries one password beside the list; whatever else than an open door comes says nothing. */
  private Optional<PasswordTrialResult> tries(Candidate candidate, What what)
      throws InterruptedException {
    String user = candidate.user();
    context.redact(candidate.password());
    for (int i = 0; i < MOST_LOCKS && (!pauses.isLocked(user) || pauses.wait(user)); i++) {
      if (!take()) {
        return Optional.empty();
      }
      try {
        Attempt attempt = door.attempt(user, candidate.password());
        switch (attempt.outcome()) {
          case ACCEPTED -> {
            int after = refusals.getOrDefault(user, 0);
            return Optional.of(confirmed(new Accepted(user, candidate.list(), what, after)));
          }
          case LOCKED -> {
            context.giveBackLoginAttempt(door.mechanism());
            pauses.lock(user, attempt.pause());
          }
          case REFUSED -> {
            variants.add(what.word());
            refusals.merge(user, 1, Integer::sum);
            return Optional.empty();
          }
          case UNCLEAR -> {
            return Optional.empty();
          }
        }
      } catch (IOException e) {
        // A device that breaks off an empty password has not taken it.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The first whose user is not locked; where all are, the one that is so for the shortest. */
  private Optional<Candidate> next(List<Candidate> queue) throws InterruptedException {
    Optional<Candidate> free = queue.stream().filter(c -> !pauses.isLocked(c.user())).findFirst();
    if (free.isPresent()) {
      return free;
    }
    Candidate soonest =
        queue.stream().min(Comparator.comparing(c -> pauses.until(c.user()))).orElseThrow();
    return pauses.wait(soonest.user()) ? Optional.of(soonest) : Optional.empty();
  }

  private void refused(String user) {
    tried++;
    untried.remove(user);
    refusals.merge(user, 1, Integer::sum);
    pauses.answered(user);
  }

  private PasswordTrialResult verified(Candidate candidate) throws InterruptedException {
    tried++;
    return confirmed(
        new Accepted(
            candidate.user(),
            candidate.list(),
            What.KNOWN,
            refusals.getOrDefault(candidate.user(), 0)));
  }

  /**
   * An open door counts as open to that password only while it stays shut to another wrong one. A
   * door that invented passwords open, and whose sessions open what is guarded, is open to any.
   */
  private PasswordTrialResult confirmed(Accepted accepted) throws InterruptedException {
    if (!take()) {
      return open(accepted);
    }
    try {
      Attempt again = door.attempt(accepted.user(), wrong.next());
      if (again.is(Outcome.ACCEPTED) && again.reached() && door.isShut()) {
        return open(
            new Accepted(accepted.user(), "invented passwords", What.ANY, accepted.after()));
      }
      if (again.is(Outcome.ACCEPTED) || again.is(Outcome.UNCLEAR)) {
        return new PasswordTrialResult.Unknown(
            "It accepted a known password, and then an invented one as well, or would not say.");
      }
    } catch (IOException e) {
      return new PasswordTrialResult.Unknown(
          "It accepted a known password, but did not answer when that was verified: "
              + e.getMessage());
    }
    return open(accepted);
  }

  private PasswordTrialResult open(Accepted accepted) {
    return new PasswordTrialResult.Tried(
        candidates.list(),
        List.of(accepted),
        Math.max(1, tried),
        candidates.logins().size(),
        Set.of(),
        "one opened it",
        variants,
        pauses.waitedSeconds());
  }

  private PasswordTrialResult ended(String why) {
    if (doubt.isPresent()) {
      return new PasswordTrialResult.Unknown(doubt.get());
    }
    return tried == 0
        ? new PasswordTrialResult.Unknown("No known password could be tried: " + why + ".")
        : new PasswordTrialResult.Tried(
            candidates.list(),
            List.of(),
            tried,
            candidates.logins().size(),
            untried,
            why,
            variants,
            pauses.waitedSeconds());
  }

  private boolean take() {
    return context.takeLoginAttempt(door.mechanism());
  }
}
