package dev.plumbline.checks;

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
@Decides(v211 = "5.1-4-2b", v313 = "5.1-4-2b")
public final class ChangedPasswordReplacesTheOldOne implements Check {
  private static final String KEY = "login.password-change";
  private static final int TABLE = 1;

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
          "Row " + row.id() + " uses no password; a person changes its secret and tries both.");
    }
    Declared declared = Declared.of(facts);
    List<Endpoint> endpoints = declared.endpoints(row);
    if (endpoints.isEmpty()) {
      return Outcome.undetermined("Row " + row.id() + " names no endpoint.");
    }
    Questions questions = new Questions();
    for (Endpoint endpoint : endpoints) {
      Optional<Observation> tried =
          facts.observations(KEY, endpoint.toString()).stream().findFirst();
      tried.ifPresent(questions::restsOn);
      if (tried.isEmpty() || !tried.get().seen()) {
        questions.gap(
            tried
                .map(o -> endpoint + ": " + o.reason())
                .orElse("no password was changed at " + endpoint));
      } else {
        weigh(endpoint.toString(), tried.get(), questions);
      }
    }
    elsewhere(facts, declared, questions);
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
        .flatMap(e -> facts.observations(KEY, e.toString()).stream())
        .flatMap(o -> Traffic.maps(o, "trials").stream())
        .allMatch(t -> wasRestarted(t));
  }

  private static boolean wasRestarted(Map<?, ?> trial) {
    return trial.containsKey("oldAfterRestart")
        && !"not tried".equals(trial.get("oldAfterRestart"));
  }

  /** A service that no row names may take the password of this one. */
  private static void elsewhere(Facts facts, Declared declared, Questions questions) {
    Set<String> named =
        declared.table(TABLE).stream()
            .flatMap(r -> declared.endpoints(r).stream())
            .map(Endpoint::toString)
            .collect(Collectors.toSet());
    facts.observations(KEY).stream()
        .filter(o -> o.seen() && !named.contains(o.subject()))
        .filter(
            o ->
                Traffic.maps(o, "trials").stream()
                    .anyMatch(
                        t ->
                            !"refused".equals(t.get("old"))
                                || "accepted".equals(t.get("oldAfterRestart"))))
        .forEach(
            o -> {
              questions.restsOn(o);
              questions.gap(
                  "the old password may still open " + o.subject() + ", which no row names");
            });
  }

  private static void weigh(String at, Observation o, Questions questions) {
    boolean control = Told.controlled(o, "control");
    if (!control) {
      questions.gap("that " + at + " tells right from wrong passwords was not seen");
    }
    if (o.coverage().get("gaps") instanceof List<?> gaps) {
      gaps.forEach(g -> questions.gap(at + ": " + g));
    }
    List<Map<?, ?>> trials = Traffic.maps(o, "trials");
    if (trials.isEmpty()) {
      questions.gap("no login at " + at + " was tried after a change");
    }
    for (Map<?, ?> trial : trials) {
      login(
          at + " (" + trial.get("kind") + ", " + trial.get("role") + ")",
          trial,
          control,
          o,
          questions);
    }
  }

  /** A change that lasts until the next start is none. */
  private static void restarted(
      String login, Map<?, ?> trial, boolean control, Observation o, Questions questions) {
    String old = String.valueOf(trial.get("oldAfterRestart"));
    String fresh = String.valueOf(trial.get("newAfterRestart"));
    if (control && old.equals("accepted")) {
      questions.against("after a restart " + login + " takes the old password again", o);
    } else if (!old.equals("refused") || !fresh.equals("accepted")) {
      // A login that is not ready yet refuses whatever comes: two refusals prove nothing.
      questions.gap(
          "what "
              + login
              + " makes of the change after a restart is not clear: old "
              + old
              + ", new "
              + fresh);
    }
  }

  private static void login(
      String login, Map<?, ?> trial, boolean control, Observation o, Questions questions) {
    String old = String.valueOf(trial.get("old"));
    String fresh = String.valueOf(trial.get("new"));
    if (control && old.equals("accepted")) {
      questions.against("after the change " + login + " still takes the old password", o);
    } else if (control && fresh.equals("refused") && old.equals("refused")) {
      questions.against("after the change " + login + " takes neither password", o);
    } else if (!old.equals("refused") || !fresh.equals("accepted")) {
      questions.gap(
          "what " + login + " makes of the change is not clear: old " + old + ", new " + fresh);
    }
    if (wasRestarted(trial)) {
      restarted(login, trial, control, o, questions);
    }
  }
}
