package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
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

  private static final String KEY = "login.brute-force";
  private static final String PREVENTION = "bruteForcePrevention";

  @Override
  public List<String> needs() {
    return List.of(KEY);
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
      Optional<Observation> tried =
          facts.observations(KEY, endpoint.toString()).stream().findFirst();
      if (tried.isEmpty() || !tried.get().seen()) {
        questions.gap(
            tried
                .map(o -> endpoint + ": " + o.reason())
                .orElse("no wrong login was sent to " + endpoint));
      } else {
        questions.restsOn(tried.get());
        weigh(row, declared, endpoint, tried.get(), questions);
      }
    }
    return questions.outcome(
        "",
        "Count failures per account on the device and delay or lock after a few; count for every interface that takes the same password.",
        "Wrong logins were slowed down or stopped at " + endpoints + " as declared.");
  }

  private static void weigh(
      IxitEntry row, long declared, Endpoint endpoint, Observation o, Questions questions) {
    long attempts = o.number("attempts").orElse(0L);
    boolean locked = o.flag("locked").orElse(false);
    boolean slowed = o.flag("slowed").orElse(false);
    Optional<Long> lockedAfter = o.number("lockedAfter").filter(n -> locked);
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
