package dev.plumbline.probes.defaultpasswords;

import dev.plumbline.observation.login.LoginDefaultPassword;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What came of trying known passwords on one door. */
sealed interface PasswordTrialResult {
  /** What kind of wrong password opened it. */
  enum What {
    /** One of a list. */
    KNOWN,
    /** Any whatsoever. */
    ANY,
    /** None at all, for a declared user. */
    EMPTY,
    /** The declared one with its letters in the other case. */
    OTHER_CASE,
    /** The declared one with another end. */
    OTHER_END,
    /** The declared one with another first half. */
    OTHER_START,
    /** The first letter of the declared one. */
    FIRST_LETTER,
    /** The declared one with one more letter. */
    LONGER;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A login that opened the door although its password is wrong.
   *
   * @param list where the password is from
   * @param after wrong logins of that user before
   */
  record Accepted(String user, String list, What what, int after) {
    LoginDefaultPassword.Accepted fact() {
      return new LoginDefaultPassword.Accepted(
          user, list, Optional.of(what.word()), Optional.of((long) after));
    }
  }

  /**
   * @param accepted logins that opened it, verified
   * @param tried candidates that got an answer
   * @param untried users of whom no candidate got an answer, or one got none that is clear
   * @param stopped why not all of them; empty when all were tried
   * @param variants kinds of wrong passwords beside the list that were refused
   * @param waited seconds in which locked logins were waited for
   */
  record Tried(
      String list,
      List<Accepted> accepted,
      int tried,
      int of,
      Set<String> untried,
      String stopped,
      Set<String> variants,
      long waited)
      implements PasswordTrialResult {
    public Tried {
      accepted = List.copyOf(accepted);
      untried = Set.copyOf(untried);
      variants = Set.copyOf(variants);
    }
  }

  /** Nothing can be said. */
  record Unknown(String reason) implements PasswordTrialResult {}
}
