package dev.plumbline.checks;

import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What logins made of passwords that others know, of none at all, and of invented ones. */
final class KnownPasswordTrials {
  static final String KEY = "login.default-password";

  private static final String KNOWN = "known";
  private static final Remedy LONGER =
      new Remedy.RunLonger(
          "default-passwords",
          "raise loginBudget.wrongAttempts or loginBudget.waitSeconds in product.yaml");

  private KnownPasswordTrials() {}

  static Optional<Observation> at(Facts facts, Endpoint endpoint) {
    return facts.observations(KEY, endpoint.toString()).stream().findFirst();
  }

  /**
   * Asks whether a login refuses every known password, none, and the declared one in another form.
   *
   * @param row of the login, whose pattern tells whether letters of both cases count
   */
  static void ask(Facts facts, IxitEntry row, Endpoint endpoint, Questions questions) {
    Questions.Asked asked =
        questions.ask("Does the login refuse every known password?", endpoint.toString());
    Optional<Observation> tried = at(facts, endpoint);
    if (tried.isEmpty() || !tried.get().seen()) {
      asked.left(
          "no publicly known default was tried at "
              + endpoint
              + tried.map(o -> " (" + o.reason() + ")").orElse(""),
          new Remedy.RunProbe(List.of("default-passwords")));
      return;
    }
    Observation o = tried.get();
    questions.restsOn(o);
    if (!(o.value().get("accepted") instanceof List<?>)) {
      asked.left("which passwords " + endpoint + " accepted is not recorded");
      return;
    }
    for (Map<?, ?> accepted : Traffic.maps(o, "accepted")) {
      refutation(row, endpoint, accepted).ifPresent(clause -> asked.refuted(o, clause));
    }
    coverage(endpoint, o, asked, questions);
  }

  /** Why an accepted wrong password speaks against the login; empty where its other form may. */
  private static Optional<String> refutation(IxitEntry row, Endpoint at, Map<?, ?> accepted) {
    String user = accepted.get("user") + "";
    return switch (what(accepted)) {
      case "any" -> Optional.of(anyPassword(at.toString(), accepted));
      case "empty" -> Optional.of("an empty password is accepted at " + at + " for " + user);
      case "other-end" ->
          Optional.of(
              "a password with another end than the declared one is accepted at "
                  + at
                  + " for "
                  + user);
      case "other-case" ->
          usesBothCases(row)
              ? Optional.of(
                  "the declared password with its letters in the other case is accepted at "
                      + at
                      + " for "
                      + user)
              : Optional.empty();
      default -> Optional.of("a publicly known default password is accepted at " + at);
    };
  }

  static String anyPassword(String at, Map<?, ?> accepted) {
    long after = accepted.get("after") instanceof Number n ? n.longValue() : 0;
    return "invented passwords are accepted at "
        + at
        + " for "
        + accepted.get("user")
        + (after > 0 ? " after " + after + " wrong logins" : "");
  }

  /** Logins that were let in although nobody can have given them that password. */
  static List<Map<?, ?>> withoutPassword(Observation o) {
    List<Map<?, ?>> all = new ArrayList<>(Traffic.maps(o, "accepted"));
    all.removeIf(a -> !List.of("any", "empty").contains(what(a)));
    return all;
  }

  static String what(Map<?, ?> accepted) {
    return accepted.get("what") instanceof String s ? s : KNOWN;
  }

  private static boolean usesBothCases(IxitEntry row) {
    String pattern = row.text("passwordPattern");
    return pattern.contains("A-Z") && pattern.contains("a-z");
  }

  private static void coverage(
      Endpoint endpoint, Observation o, Questions.Asked asked, Questions questions) {
    long tried = o.coverage().get("tried") instanceof Number n ? n.longValue() : 0;
    if (tried == 0) {
      asked.left(
          "how many publicly known defaults were tried at " + endpoint + " is not known", LONGER);
      return;
    }
    if (!(o.coverage().get("untriedUsers") instanceof List<?> untried)) {
      asked.left(
          "for which users known defaults were tried at " + endpoint + " is not known", LONGER);
      return;
    }
    if (!(o.coverage().get("of") instanceof Number of)) {
      asked.left("how long the list tried at " + endpoint + " was is not recorded", LONGER);
      return;
    }
    String share = tried + " of " + of.longValue() + " known passwords";
    if (!untried.isEmpty()) {
      asked.left(
          share
              + " were tried at "
              + endpoint
              + ", and no answer is clear for the users "
              + untried
              + stopped(o),
          LONGER);
    } else if (tried < of.longValue()) {
      asked.left("only " + share + " were tried at " + endpoint + stopped(o), LONGER);
    } else {
      asked.answered(o, share + " were refused at " + endpoint);
      questions.lookedAt(share + " at " + endpoint);
    }
    boolean empty = o.coverage().get("variants") instanceof List<?> l && l.contains("empty");
    if (empty) {
      questions.lookedAt("an empty password at " + endpoint);
    } else {
      questions.notLookedAt("an empty password for the declared user at " + endpoint);
    }
  }

  private static String stopped(Observation o) {
    return o.coverage().get("stopped") instanceof String s && !s.isBlank() ? " (" + s + ")" : "";
  }
}
