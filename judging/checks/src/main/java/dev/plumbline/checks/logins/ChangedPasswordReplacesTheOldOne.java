package dev.plumbline.checks.logins;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.login.LoginPasswordChange;
import dev.plumbline.observation.login.LoginPasswordChange.Trial;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * After a change of the password every login of the row refuses the old one and takes the new one.
 *
 * <p>Why this is enough for a PASS: it is what the unit itself names as the sign that a change
 * worked, seen at each endpoint of the row and each of its logins, by one that was seen to take the
 * old password and to refuse invented ones. A row whose secret is no password, or that is not
 * reached over the network, is left to a person.
 */
public final class ChangedPasswordReplacesTheOldOne implements Check {
  private static final String ACCEPTED = "accepted";
  private static final String REFUSED = "refused";
  private static final String NOT_TRIED = "not tried";
  private static final TableRole TABLE = TableRole.AUTHENTICATION_MECHANISMS;
  private static final Remedy RUN = new Remedy.RunProbe(List.of("password-change"));

  @Override
  public List<String> needs() {
    return List.of(Kinds.key(LoginPasswordChange.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    if (!row.text("factorKind").startsWith("password")) {
      return Outcome.undetermined(
          "Row " + row.id() + " uses no password; a person changes its secret and tries both.");
    }
    List<Endpoint> endpoints = Declared.of(facts).endpoints(row);
    Questions questions = new Questions();
    if (endpoints.isEmpty()) {
      questions
          .ask("Does the row name an endpoint?", row.subject())
          .left("row " + row.id() + " names no endpoint", new Remedy.AddEndpoints(row.subject()));
    }
    endpoints.forEach(e -> endpoint(e.toString(), facts, questions));
    elsewhere(facts, questions);
    return questions.outcome(
        "",
        "Let a change replace the password for every login that takes it, at once.",
        "After the change the old password was refused and the new one accepted at "
            + endpoints
            + (restarted(facts, endpoints)
                ? ", after a restart too."
                : ". Whether that lasts over a restart was not tried: the run did not allow it, or"
                    + " driver.yaml has no power-off and power-on."));
  }

  /** Whether every login was tried after a restart; the unit itself does not ask for one. */
  private static boolean restarted(Facts facts, List<Endpoint> endpoints) {
    return endpoints.stream()
        .flatMap(e -> facts.seen(LoginPasswordChange.class, e.toString()).stream())
        .flatMap(s -> s.fact().trials().stream())
        .allMatch(ChangedPasswordReplacesTheOldOne::wasRestarted);
  }

  private static boolean wasRestarted(Trial trial) {
    return !trial.oldAfterRestart().equals(NOT_TRIED);
  }

  private static void endpoint(String at, Facts facts, Questions questions) {
    Questions.Asked tried = questions.ask("Was a changed password tried?", at);
    Optional<Observation> answer =
        facts.observations(LoginPasswordChange.class, at).stream().findFirst();
    answer.ifPresent(questions::restsOn);
    answer
        .flatMap(o -> o.as(LoginPasswordChange.class))
        .ifPresentOrElse(
            c -> weigh(at, c, answer.get(), tried, questions),
            () ->
                tried.left(
                    answer
                        .map(o -> at + ": " + o.reason())
                        .orElse("no password was changed at " + at),
                    RUN));
  }

  private static void weigh(
      String at,
      LoginPasswordChange change,
      Observation o,
      Questions.Asked tried,
      Questions questions) {
    if (!change.control()) {
      tried.left("that " + at + " tells right from wrong passwords was not seen", RUN);
    }
    change.gaps().forEach(g -> tried.left(at + ": " + g));
    if (change.trials().isEmpty()) {
      tried.left("no login at " + at + " was tried after a change", RUN);
    }
    tried.answered(o, change.trials().size() + " logins were tried after a change");
    for (Trial trial : change.trials()) {
      String login = at + " (" + trial.kind() + ", " + trial.role() + ")";
      after(login, trial, change.control(), o, questions);
      if (wasRestarted(trial)) {
        afterRestart(login, trial, change.control(), o, questions);
      }
    }
  }

  private static void after(
      String login, Trial trial, boolean control, Observation o, Questions questions) {
    Questions.Asked replaced = questions.ask("Does the new password replace the old one?", login);
    String old = trial.old();
    String fresh = trial.fresh();
    if (control && old.equals(ACCEPTED)) {
      replaced.refuted(o, "after the change " + login + " still takes the old password");
    } else if (control && fresh.equals(REFUSED) && old.equals(REFUSED)) {
      replaced.refuted(o, "after the change " + login + " takes neither password");
    } else if (!old.equals(REFUSED) || !fresh.equals(ACCEPTED)) {
      replaced.left(
          "what " + login + " makes of the change is not clear: old " + old + ", new " + fresh,
          RUN);
    } else {
      replaced.answered(o, "the old password was refused and the new one accepted");
    }
  }

  /** A change that lasts until the next start is none. */
  private static void afterRestart(
      String login, Trial trial, boolean control, Observation o, Questions questions) {
    Questions.Asked lasts = questions.ask("Does the change last over a restart?", login);
    String old = trial.oldAfterRestart();
    String fresh = trial.newAfterRestart();
    if (control && old.equals(ACCEPTED)) {
      lasts.refuted(o, "after a restart " + login + " takes the old password again");
    } else if (!old.equals(REFUSED) || !fresh.equals(ACCEPTED)) {
      // A login that is not ready yet refuses whatever comes: two refusals prove nothing.
      lasts.left(
          "what "
              + login
              + " makes of the change after a restart is not clear: old "
              + old
              + ", new "
              + fresh,
          RUN);
    } else {
      lasts.answered(o, "the old password was refused and the new one accepted after a restart");
    }
  }

  /** A service that no row names may take the password of this one. */
  private static void elsewhere(Facts facts, Questions questions) {
    Declared declared = Declared.of(facts);
    Set<String> named =
        declared.table(TABLE).stream()
            .flatMap(r -> declared.endpoints(r).stream())
            .map(Endpoint::toString)
            .collect(Collectors.toSet());
    for (Facts.Seen<LoginPasswordChange> other : facts.seen(LoginPasswordChange.class)) {
      if (named.contains(other.subject())) {
        continue;
      }
      boolean may =
          other.fact().trials().isEmpty()
              || other.fact().trials().stream()
                  .anyMatch(t -> !t.old().equals(REFUSED) || t.oldAfterRestart().equals(ACCEPTED));
      if (may) {
        questions.restsOn(other.observation());
        questions
            .ask("Does an undeclared login refuse the old password?", other.subject())
            .left(
                "the old password may still open " + other.subject() + ", which no row names",
                new Remedy.PersonLooks("the login at " + other.subject()));
      }
    }
  }
}
