package dev.plumbline.checks.logins;

import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.login.LoginDefaultPassword;
import dev.plumbline.observation.login.LoginDefaultPassword.Accepted;
import java.util.List;
import java.util.Optional;

/** What logins made of passwords that others know, of none at all, and of invented ones. */
public final class KnownPasswordTrials {
  private static final String KNOWN = "known";

  /** Kinds of wrong passwords beside the list. */
  private static final List<String> FORMS =
      List.of("empty", "other-end", "other-start", "first-letter", "longer");

  private static final List<String> NOBODY_GAVE =
      List.of("any", "empty", "other-end", "other-start", "first-letter", "longer");

  private static final Remedy LONGER =
      new Remedy.RunLonger(
          "default-passwords",
          "raise loginBudget.wrongAttempts or loginBudget.waitSeconds in product.yaml");

  private KnownPasswordTrials() {}

  static Optional<Observation> at(Facts facts, Endpoint endpoint) {
    return facts.newest(LoginDefaultPassword.class, endpoint.toString());
  }

  /**
   * Asks whether a login refuses every known password, none, and the declared one in another form.
   *
   * @param row of the login, whose pattern tells whether letters of both cases count
   */
  public static void ask(Facts facts, IxitEntry row, Endpoint endpoint, Questions questions) {
    Questions.Asked asked =
        questions.ask("Does the login refuse every known password?", endpoint.toString());
    Optional<Observation> tried = at(facts, endpoint);
    Optional<LoginDefaultPassword> known = tried.flatMap(o -> o.as(LoginDefaultPassword.class));
    if (tried.isEmpty() || known.isEmpty()) {
      asked.left(
          "no publicly known default was tried at "
              + endpoint
              + tried.map(o -> " (" + o.reason() + ")").orElse(""),
          new Remedy.RunProbe(List.of("default-passwords")));
      return;
    }
    Observation o = tried.get();
    questions.restsOn(o);
    for (Accepted accepted : known.get().accepted()) {
      refutation(row, endpoint, accepted).ifPresent(clause -> asked.refuted(o, clause));
    }
    coverage(endpoint, o, known.get(), asked, questions);
  }

  /** Why an accepted wrong password speaks against the login; empty where its other form may. */
  private static Optional<String> refutation(IxitEntry row, Endpoint at, Accepted accepted) {
    if (NOBODY_GAVE.contains(what(accepted))) {
      return Optional.of(wrong(at.toString(), accepted));
    }
    if (what(accepted).equals("other-case")) {
      return usesBothCases(row)
          ? Optional.of(
              "the declared password with its letters in the other case is accepted at "
                  + at
                  + " for "
                  + accepted.user())
          : Optional.empty();
    }
    return Optional.of("a publicly known default password is accepted at " + at);
  }

  /** A login that opened with an entry of a list, as it stands there. */
  public static Optional<Accepted> fromList(LoginDefaultPassword known) {
    return known.accepted().stream().filter(a -> what(a).equals(KNOWN)).findFirst();
  }

  /** What was let in, of those that {@link #withoutPassword} gives. */
  public static String wrong(String at, Accepted accepted) {
    String where = " is accepted at " + at + " for " + accepted.user();
    return switch (what(accepted)) {
      case "empty" -> "an empty password" + where;
      case "other-end" -> "a password with another end than the declared one" + where;
      case "other-start" -> "a password with another start than the declared one" + where;
      case "first-letter" -> "the first letter of the password alone" + where;
      case "longer" -> "the declared password with a letter more" + where;
      default -> anyPassword(at, accepted);
    };
  }

  static String anyPassword(String at, Accepted accepted) {
    long after = accepted.after().orElse(0L);
    return "invented passwords are accepted at "
        + at
        + " for "
        + accepted.user()
        + (after > 0 ? " after " + after + " wrong logins" : "");
  }

  /** Logins that were let in although nobody can have given them that password. */
  public static List<Accepted> withoutPassword(LoginDefaultPassword tried) {
    return tried.accepted().stream().filter(a -> NOBODY_GAVE.contains(what(a))).toList();
  }

  static String what(Accepted accepted) {
    return accepted.what().orElse(KNOWN);
  }

  private static boolean usesBothCases(IxitEntry row) {
    String pattern = row.text("passwordPattern");
    return pattern.contains("A-Z") && pattern.contains("a-z");
  }

  private static void coverage(
      Endpoint endpoint,
      Observation o,
      LoginDefaultPassword known,
      Questions.Asked asked,
      Questions questions) {
    long tried = known.tried().orElse(0L);
    if (tried == 0) {
      asked.left(
          "how many publicly known defaults were tried at " + endpoint + " is not known", LONGER);
      return;
    }
    if (known.untriedUsers().isEmpty()) {
      asked.left(
          "for which users known defaults were tried at " + endpoint + " is not known", LONGER);
      return;
    }
    if (known.of().isEmpty()) {
      asked.left("how long the list tried at " + endpoint + " was is not recorded", LONGER);
      return;
    }
    List<String> untried = known.untriedUsers().get();
    long of = known.of().get();
    String share = tried + " of " + of + " known passwords";
    if (!untried.isEmpty()) {
      asked.left(
          share
              + " were tried at "
              + endpoint
              + ", and no answer is clear for the users "
              + untried
              + stopped(known),
          LONGER);
    } else if (tried < of) {
      asked.left("only " + share + " were tried at " + endpoint + stopped(known), LONGER);
    } else {
      asked.answered(o, share + " were refused at " + endpoint);
      questions.lookedAt(share + " at " + endpoint);
    }
    for (String form : FORMS) {
      if (known.variants().filter(v -> v.contains(form)).isPresent()) {
        questions.lookedAt(form(form) + " at " + endpoint);
      } else {
        questions.notLookedAt(form(form) + " for the declared user at " + endpoint);
      }
    }
  }

  private static String form(String form) {
    return switch (form) {
      case "empty" -> "an empty password";
      case "other-end" -> "the declared password with another last letter";
      case "other-start" -> "the declared password with another first half";
      case "first-letter" -> "the first letter of the declared password alone";
      default -> "the declared password with a letter more";
    };
  }

  private static String stopped(LoginDefaultPassword known) {
    return known.stopped().filter(s -> !s.isBlank()).map(s -> " (" + s + ")").orElse("");
  }
}
