package dev.plumbline.probes.passwordchange;

import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.observation.login.LoginPasswordChange;
import java.util.Locale;
import java.util.Optional;

/** What one login made of a change of its password. */
sealed interface PasswordChangeResult {
  /**
   * It told right from wrong before and after the change.
   *
   * @param old how it took the password from before the change
   * @param fresh how it took the one from after it
   * @param restarted how it took both after a restart; empty where none was tried
   * @param restored whether it takes the first one again at the end
   */
  record Seen(Outcome old, Outcome fresh, Optional<Pair> restarted, boolean restored)
      implements PasswordChangeResult {
    Seen withRestored(boolean again) {
      return new Seen(old, fresh, restarted, again);
    }

    Seen withRestarted(Pair pair) {
      return new Seen(old, fresh, Optional.of(pair), restored);
    }

    LoginPasswordChange.Trial fact(String role, String kind) {
      return new LoginPasswordChange.Trial(
          role,
          kind,
          word(Optional.of(old)),
          word(Optional.of(fresh)),
          word(restarted.map(Pair::old)),
          word(restarted.map(Pair::fresh)),
          restored);
    }

    private static String word(Optional<Outcome> outcome) {
      return outcome.map(o -> o.name().toLowerCase(Locale.ROOT)).orElse("not tried");
    }
  }

  /**
   * How a login took both passwords.
   *
   * @param old the one from before the change
   * @param fresh the one from after it
   */
  record Pair(Outcome old, Outcome fresh) {}

  /** It told right from wrong, and this login is none of its own. */
  record OtherLogin() implements PasswordChangeResult {}

  record Unknown(String reason) implements PasswordChangeResult {}
}
