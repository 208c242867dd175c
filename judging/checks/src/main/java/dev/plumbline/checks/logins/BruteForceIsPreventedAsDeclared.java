package dev.plumbline.checks.logins;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Place;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.login.LoginBruteForce;
import dev.plumbline.observation.login.LoginDefaultPassword;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Guessing a login over the network is slowed down or stopped, as its row says.
 *
 * <p>Rows say "after 5" and mean the fifth or the sixth, some devices count connections, and the
 * answer that shows a lock may be counted or not: a reaction up to {@value #TOLERANCE} attempts
 * later than declared is as declared.
 */
public final class BruteForceIsPreventedAsDeclared implements Check {
  static final int TOLERANCE = 2;

  private static final String PROBE = "brute-force-resistance";

  /** Connections at once that show that a delay stops nobody, and how many guesses a second. */
  private static final long BURST = 20;

  private static final long FAST = 5;

  /** An answer that takes so long is a delay, also where it is the same for the first attempt. */
  private static final long NOTABLE_MS = 700;

  /** Other ways to send a login, for people. */
  private static final Map<String, String> PASSES =
      new TreeMap<>(
          Map.of(
              "user-capitals", "with the user name in capitals",
              "user-blank", "with a blank behind the user name",
              "in-address", "sent in the address"));

  private static final String RIGHT = "right-password";

  /** Ways with a sentence of their own. */
  private static final List<String> KNOWN = List.of("source-header", RIGHT);

  private static final String PREVENTION = "bruteForcePrevention";
  private static final String AFTER = "attemptsBeforeDelay";
  private static final Remedy RUN = new Remedy.RaiseIntrusiveness("stress", List.of(PROBE));

  @Override
  public List<String> needs() {
    return Stream.of(LoginBruteForce.class, LoginDefaultPassword.class, LoginMechanism.class)
        .map(Kinds::key)
        .toList();
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    if (!row.text("factorKind").startsWith("password")) {
      return Outcome.undetermined(
          "Row "
              + row.id()
              + " uses no password; a person judges whether its secret can be guessed.");
    }
    Questions questions = new Questions();
    List<Endpoint> endpoints = Declared.of(facts).endpoints(row);
    if (endpoints.isEmpty()) {
      questions
          .ask("Does the row name an endpoint?", row.subject())
          .left("row " + row.id() + " names no endpoint", new Remedy.AddEndpoints(row.subject()));
    }
    long declared = row.number(AFTER).orElse(0L);
    Questions.Asked number =
        questions.ask("Does the row say after how many attempts it reacts?", row.subject());
    if (declared > 0) {
      number.answeredBy(row, AFTER, "after " + declared);
    } else {
      number.left(
          "row " + row.id() + " does not say after how many attempts it reacts",
          new Remedy.ChangeDeclaration(row.subject(), "state '" + AFTER + "'"));
    }
    for (Endpoint endpoint : endpoints) {
      Questions.Asked asked =
          questions.ask(
              "Does the login react to wrong passwords in a row as declared?", endpoint.toString());
      Optional<Observation> tried =
          facts.observations(LoginBruteForce.class, endpoint.toString()).stream().findFirst();
      tried.ifPresent(questions::restsOn);
      tried
          .flatMap(o -> o.as(LoginBruteForce.class))
          .ifPresentOrElse(
              b -> new Attempt(row, declared, endpoint, b, tried.get(), asked, questions).weigh(),
              () ->
                  asked.left(
                      tried
                          .map(o -> endpoint + ": " + o.reason())
                          .orElse("no wrong login was sent to " + endpoint),
                      RUN));
      mechanisms(facts, endpoint, asked);
      opened(facts, endpoint, asked);
    }
    return questions.outcome(
        "",
        "Count failures per account on the device and delay or lock after a few; count for every interface that takes the same password, whatever client a header names, and over all connections.",
        "Wrong logins one after another were slowed down or stopped at "
            + endpoints
            + " as declared.");
  }

  /** Every login that was found there has to have been tried. */
  private static void mechanisms(Facts facts, Endpoint endpoint, Questions.Asked asked) {
    long tried =
        facts.seen(LoginBruteForce.class, endpoint.toString()).stream()
            .mapToLong(s -> s.fact().mechanisms().orElse(0L))
            .sum();
    for (Facts.Seen<LoginMechanism> found : facts.seen(LoginMechanism.class, endpoint.toString())) {
      long logins =
          found.fact().mechanisms().orElse(List.of()).stream()
              .filter(LoginMechanism.Mechanism::password)
              .count();
      if (logins > tried) {
        asked.left(
            "only " + tried + " of the " + logins + " logins at " + endpoint + " were tried", RUN);
      }
    }
  }

  /** A login that lets invented passwords in after some wrong ones prevents nothing. */
  private static void opened(Facts facts, Endpoint endpoint, Questions.Asked asked) {
    for (Facts.Seen<LoginBruteForce> seen :
        facts.seen(LoginBruteForce.class, endpoint.toString())) {
      seen.fact()
          .opensAfter()
          .ifPresent(
              n ->
                  asked.refuted(
                      seen.observation(),
                      "invented passwords are accepted at "
                          + endpoint
                          + " after "
                          + n
                          + " wrong logins"));
    }
    for (Facts.Seen<LoginDefaultPassword> seen :
        facts.seen(LoginDefaultPassword.class, endpoint.toString())) {
      seen.fact().accepted().stream()
          .filter(a -> KnownPasswordTrials.what(a).equals("any"))
          .forEach(
              a ->
                  asked.refuted(
                      seen.observation(), KnownPasswordTrials.anyPassword(endpoint.toString(), a)));
    }
  }

  /** Wrong logins one after another at one endpoint, beside what the row declares. */
  private record Attempt(
      IxitEntry row,
      long declared,
      Endpoint endpoint,
      LoginBruteForce seen,
      Observation shows,
      Questions.Asked asked,
      Questions questions) {

    void weigh() {
      questions.lookedAt(seen.attempts() + " wrong logins in a row at " + endpoint);
      if (seen.mechanisms().orElse(0L) == 0) {
        asked.left("how many logins were tried at " + endpoint + " is not recorded", RUN);
      }
      reaction();
      sourceHeader();
      PASSES.forEach(this::passes);
      seen.evadedBy().orElse(List.of()).stream()
          .filter(way -> !KNOWN.contains(way) && !PASSES.containsKey(way))
          .forEach(way -> passes(way, "by another way (" + way + ")"));
      if (seen.burst().isPresent()) {
        burst(seen.burst().get());
      } else if (!seen.locked()) {
        questions.notLookedAt(
            "wrong logins over many connections at once at "
                + endpoint
                + " (needs loginBudget.bruteForceAttempts of about 45)");
      }
    }

    private void reaction() {
      if (seen.opensAfter().isPresent()) {
        return;
      }
      if (!seen.locked() && !seen.slowed()) {
        idle();
      } else if (declared > 0) {
        late();
      }
      if (seen.evadedBy().orElse(List.of()).contains(RIGHT)) {
        refuted(
            "the right login at "
                + endpoint
                + " opens while wrong ones meet the lock, so that guessing goes on",
            Declared.place(row, PREVENTION),
            row.id() + ": " + row.text(PREVENTION));
      } else if (seen.locked()
          && seen.waitedSeconds().isEmpty()
          && seen.accountUsable().equals("yes")) {
        asked.left(
            "while locked, "
                + endpoint
                + " let the right password in at once; a person tests whether the lock stops"
                + " guessing",
            new Remedy.PersonLooks("the lock of " + endpoint));
      }
      asked.answered(
          shows,
          endpoint
              + (seen.slowed() ? " became slower after " : " locked after ")
              + (seen.slowed() ? seen.slowedAfter() : seen.lockedAfter()).orElse(0L)
              + " wrong logins"
              + seen.guessesPerDay()
                  .map(n -> ", which leaves about " + n + " guesses a day")
                  .orElse(""));
    }

    private void idle() {
      if (declared <= 0 || seen.attempts() <= declared + TOLERANCE) {
        asked.left(
            "only "
                + seen.attempts()
                + " wrong logins were allowed at "
                + endpoint
                + ", and the row reacts after "
                + declared,
            new Remedy.RunLonger(PROBE, "raise loginBudget.bruteForceAttempts in product.yaml"));
        return;
      }
      if (!seen.accountUsable().equals("yes")) {
        asked.left(
            "no right login was seen to open at "
                + endpoint
                + ", so that a lock that answers as a wrong password does cannot be told",
            new Remedy.ChangeDeclaration("product.yaml", "name a login that opens there"));
        return;
      }
      OptionalLong usual = usual();
      if (usual.orElse(0) >= NOTABLE_MS) {
        asked.left(
            "each wrong login at "
                + endpoint
                + " was answered after about "
                + usual.getAsLong()
                + " ms from the first on; a person judges whether that is the prevention that the"
                + " row declares",
            new Remedy.PersonLooks("the answer times of " + endpoint));
        return;
      }
      refuted(
          seen.attempts()
              + " wrong logins in a row at "
              + endpoint
              + " were answered without delay or lock",
          Declared.place(row, PREVENTION, AFTER),
          row.id() + ": " + row.text(PREVENTION));
    }

    /** The usual time of an answer, in milliseconds; of two in the middle the lower. */
    private OptionalLong usual() {
      List<Long> sorted = seen.delaysMs().stream().sorted().toList();
      return sorted.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(sorted.get((sorted.size() - 1) / 2));
    }

    private void late() {
      long longest = declared + TOLERANCE;
      if (seen.slowed()) {
        if (seen.slowedAfter().orElse(Long.MAX_VALUE) > longest) {
          asked.left(
              endpoint
                  + " became slower, though not by its attempt "
                  + longest
                  + "; a person compares the times",
              new Remedy.PersonLooks("the answer times of " + endpoint));
        }
      } else if (seen.lockedAfter().isEmpty()) {
        asked.left("after how many wrong logins " + endpoint + " locked is not recorded", RUN);
      } else if (seen.lockedAfter().get() > longest) {
        refuted(
            endpoint + " reacted only after " + seen.lockedAfter().get() + " wrong logins",
            Declared.place(row, AFTER),
            row.id() + " reacts after " + declared + " wrong logins.");
      }
    }

    /** Whether the reaction can be got round by header lines. */
    private void sourceHeader() {
      String header = "wrong logins at " + endpoint + " that name another client in a header";
      if (seen.evadedBy().orElse(List.of()).contains("source-header")) {
        refuted(
            header + " (X-Forwarded-For and its like) are judged without delay or lock",
            Declared.place(row, PREVENTION),
            row.id() + ": " + row.text(PREVENTION));
      } else if (seen.ways().orElse(List.of()).contains("source-header")) {
        questions.lookedAt(header);
      } else {
        questions.notLookedAt(header);
      }
    }

    /** Whether a lock or a delay can be got round by sending the login otherwise. */
    private void passes(String way, String how) {
      String login = "the right login " + how + " at " + endpoint;
      String looked =
          seen.locked()
              ? login + ", while it was locked"
              : "wrong logins " + how + " at " + endpoint + ", while the usual ones were delayed";
      if (seen.evadedBy().orElse(List.of()).contains(way)) {
        refuted(
            seen.locked()
                ? login + " passes while the usual one meets the lock, so that guessing goes on"
                : login + " opens, and wrong ones sent so meet no delay while the usual ones do",
            Declared.place(row, PREVENTION),
            row.id() + ": " + row.text(PREVENTION));
      } else if (seen.ways().orElse(List.of()).contains(way)) {
        questions.lookedAt(looked);
      } else if (seen.locked() && seen.mechanism().startsWith("http")) {
        questions.notLookedAt(looked);
      }
    }

    /** Delays that many connections sit out at once stop nobody, unless a lock follows. */
    private void burst(LoginBruteForce.Burst burst) {
      long seconds = Math.max(1, burst.milliseconds() / 1000);
      if (burst.sent() >= BURST
          && burst.judged() == burst.sent()
          && burst.judged() / seconds >= FAST) {
        refuted(
            burst.judged()
                + " wrong logins over as many connections at "
                + endpoint
                + " were all judged within "
                + seconds
                + " s, without a lock",
            Declared.place(row, PREVENTION),
            row.id() + ": " + row.text(PREVENTION));
      } else {
        questions.lookedAt(
            burst.sent()
                + " wrong logins at once at "
                + endpoint
                + ": "
                + burst.judged()
                + " judged within "
                + seconds
                + " s, "
                + burst.locked()
                + " locked");
      }
    }

    private void refuted(String observed, Place place, String declaration) {
      asked.refuted(shows, observed);
      questions.contradiction(place, declaration, observed + ".", shows);
    }
  }
}
