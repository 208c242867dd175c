package dev.plumbline.checks;

import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guessing a login over the network is slowed down or stopped, as its row says.
 *
 * <p>Rows say "after 5" and mean the fifth or the sixth, some devices count connections, and the
 * answer that shows a lock may be counted or not: a reaction up to {@value #TOLERANCE} attempts
 * later than declared is as declared.
 */
@Decides(v211 = "5.1-5-2b", v313 = "5.1-5-2b")
public final class BruteForceIsPreventedAsDeclared implements Check {
  static final int TOLERANCE = 2;

  private static final String PROBE = "brute-force-resistance";

  /** Connections at once that show that a delay stops nobody, and how many guesses a second. */
  private static final long BURST = 20;

  private static final long FAST = 5;

  private static final String KEY = "login.brute-force";
  private static final String PREVENTION = "bruteForcePrevention";

  @Override
  public List<String> needs() {
    return List.of(KEY, KnownPasswordTrials.KEY);
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
    List<Endpoint> endpoints = Declared.of(facts).endpoints(row);
    if (endpoints.isEmpty()) {
      return Outcome.undetermined("Row " + row.id() + " names no endpoint.");
    }
    long declared = row.number("attemptsBeforeDelay").orElse(0L);
    if (declared <= 0) {
      return Outcome.undetermined(
          "Row " + row.id() + " does not say after how many attempts it reacts.");
    }
    Questions questions = new Questions();
    for (Endpoint endpoint : endpoints) {
      Asked asked =
          questions.ask(
              "Does the login react to wrong passwords in a row as declared?", endpoint.toString());
      Optional<Observation> tried =
          facts.observations(KEY, endpoint.toString()).stream().findFirst();
      if (tried.isEmpty() || !tried.get().seen()) {
        asked.left(
            tried
                .map(o -> endpoint + ": " + o.reason())
                .orElse("no wrong login was sent to " + endpoint),
            new Remedy.RaiseIntrusiveness("stress", List.of(PROBE)));
      } else {
        asked.answered(tried.get(), reaction(endpoint, tried.get()));
        weigh(row, declared, endpoint, tried.get(), questions);
        around(row, endpoint, tried.get(), questions);
      }
      opened(facts, endpoint, asked);
    }
    return questions.outcome(
        "",
        "Count failures per account on the device and delay or lock after a few; count for every interface that takes the same password, whatever client a header names, and over all connections.",
        "Wrong logins one after another were slowed down or stopped at "
            + endpoints
            + " as declared.");
  }

  private static String reaction(Endpoint endpoint, Observation o) {
    return endpoint
        + " reacted within "
        + o.number("attempts").orElse(0L)
        + " wrong logins"
        + o.number("guessesPerDay")
            .map(n -> ", which leaves about " + n + " guesses a day")
            .orElse("");
  }

  /** Whether the reaction can be got round: by header lines, or by many connections. */
  private static void around(IxitEntry row, Endpoint endpoint, Observation o, Questions questions) {
    boolean header = o.coverage().get("ways") instanceof List<?> l && l.contains("source-header");
    if (o.texts("evadedBy").contains("source-header")) {
      String observed =
          "wrong logins at "
              + endpoint
              + " that name another client in a header (X-Forwarded-For and its like) are judged"
              + " without delay or lock";
      questions.against(observed, o);
      questions.contradiction(
          Declared.place(row, PREVENTION),
          row.id() + ": " + row.text(PREVENTION),
          observed + ".",
          o);
    } else if (header) {
      questions.lookedAt("wrong logins at " + endpoint + " that name another client in a header");
    } else {
      questions.notLookedAt(
          "wrong logins at " + endpoint + " that name another client in a header");
    }
    boolean locked = o.flag("locked").orElse(false);
    if (o.value().get("burst") instanceof Map<?, ?> burst) {
      burst(row, endpoint, burst, o, questions);
    } else if (!locked) {
      questions.notLookedAt(
          "wrong logins over many connections at once at "
              + endpoint
              + " (needs loginBudget.bruteForceAttempts of about 45)");
    }
  }

  /** Delays that many connections sit out at once stop nobody, unless a lock follows. */
  private static void burst(
      IxitEntry row, Endpoint endpoint, Map<?, ?> burst, Observation o, Questions questions) {
    long sent = number(burst, "sent");
    long judged = number(burst, "judged");
    long locked = number(burst, "locked");
    long seconds = Math.max(1, number(burst, "milliseconds") / 1000);
    String told =
        sent
            + " wrong logins at once at "
            + endpoint
            + ": "
            + judged
            + " judged within "
            + seconds
            + " s, "
            + locked
            + " locked";
    if (sent >= BURST && judged == sent && judged / seconds >= FAST) {
      String observed =
          judged
              + " wrong logins over as many connections at "
              + endpoint
              + " were all judged within "
              + seconds
              + " s, without a lock";
      questions.against(observed, o);
      questions.contradiction(
          Declared.place(row, PREVENTION),
          row.id() + ": " + row.text(PREVENTION),
          observed + ".",
          o);
    } else {
      questions.lookedAt(told);
    }
  }

  private static long number(Map<?, ?> map, String name) {
    return map.get(name) instanceof Number n ? n.longValue() : 0;
  }

  /** A login that lets invented passwords in after some wrong ones prevents nothing. */
  private static void opened(Facts facts, Endpoint endpoint, Asked asked) {
    facts.observations(KEY, endpoint.toString()).stream()
        .filter(o -> o.seen() && o.number("opensAfter").isPresent())
        .forEach(
            o ->
                asked.refuted(
                    o,
                    "invented passwords are accepted at "
                        + endpoint
                        + " after "
                        + o.number("opensAfter").orElse(0L)
                        + " wrong logins"));
    KnownPasswordTrials.at(facts, endpoint)
        .filter(Observation::seen)
        .ifPresent(
            o ->
                Traffic.maps(o, "accepted").stream()
                    .filter(a -> KnownPasswordTrials.what(a).equals("any"))
                    .forEach(
                        a ->
                            asked.refuted(
                                o, KnownPasswordTrials.anyPassword(endpoint.toString(), a))));
  }

  private static void weigh(
      IxitEntry row, long declared, Endpoint endpoint, Observation o, Questions questions) {
    long attempts = o.number("attempts").orElse(0L);
    boolean locked = o.flag("locked").orElse(false);
    boolean slowed = o.flag("slowed").orElse(false);
    Optional<Long> lockedAfter = o.number("lockedAfter").filter(n -> locked);
    if (o.number("opensAfter").isPresent()) {
      return;
    }
    if (!locked && !slowed) {
      idle(row, declared, endpoint, o, attempts, questions);
    } else if (!slowed && lockedAfter.isEmpty()) {
      questions.gap("after how many wrong logins " + endpoint + " locked is not recorded");
    } else if (!slowed && lockedAfter.get() > declared + TOLERANCE) {
      late(row, declared, endpoint, o, lockedAfter.get(), questions);
    } else if (slowed && o.number("slowedAfter").orElse(Long.MAX_VALUE) > declared + TOLERANCE) {
      questions.gap(
          endpoint
              + " became slower, though not by its attempt "
              + (declared + TOLERANCE)
              + "; a person compares the times");
    }
    if (locked && !slowed && o.text("accountUsable").equals("yes")) {
      questions.gap(
          "while locked, "
              + endpoint
              + " let the right password in at once; a person tests whether the lock stops guessing");
    }
  }

  private static void idle(
      IxitEntry row,
      long declared,
      Endpoint endpoint,
      Observation o,
      long attempts,
      Questions questions) {
    if (attempts <= declared + TOLERANCE) {
      questions.gap(
          "only "
              + attempts
              + " wrong logins were allowed at "
              + endpoint
              + ", and the row reacts after "
              + declared);
      return;
    }
    String observed =
        attempts + " wrong logins in a row at " + endpoint + " were answered without delay or lock";
    questions.against(observed, o);
    questions.contradiction(
        Declared.place(row, PREVENTION, "attemptsBeforeDelay"),
        row.id() + ": " + row.text(PREVENTION),
        observed + ".",
        o);
  }

  private static void late(
      IxitEntry row,
      long declared,
      Endpoint endpoint,
      Observation o,
      long after,
      Questions questions) {
    String observed = endpoint + " reacted only after " + after + " wrong logins";
    questions.against(observed, o);
    questions.contradiction(
        Declared.place(row, "attemptsBeforeDelay"),
        row.id() + " reacts after " + declared + " wrong logins.",
        observed + ".",
        o);
  }
}
