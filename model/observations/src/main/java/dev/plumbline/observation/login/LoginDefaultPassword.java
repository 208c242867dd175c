package dev.plumbline.observation.login;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code login.default-password}. */
@Kind(value = "login.default-password", subject = "endpoint")
@Says(
    "Logins of lists of known passwords that opened. From a tool whose file is the "
        + "same when no connection was made (Hydra), a file without a login: UNDETERMINED.")
public record LoginDefaultPassword(
    @Says("logins that opened, without passwords") List<Accepted> accepted,
    @Coverage @Says("name and size of the list") String list,
    @Coverage
        @Says(
            "which of `empty`, `other-end`, `other-start`, `first-letter`, `longer` and `other-case`"
                + " were refused; not in older records")
        Optional<List<String>> variants,
    @Coverage @Says("how long locked logins were waited for; not in older records")
        Optional<Long> waitedSeconds,
    @Coverage @Says("number tried") Optional<Long> tried,
    @Coverage @Says("number on the list") Optional<Long> of,
    @Coverage
        @Says(
            "users of the list of whom no password got an answer, or one got none that is "
                + "clear")
        Optional<List<String>> untriedUsers,
    @Coverage @Says("why it ended early, or which accounts were locked meanwhile")
        Optional<String> stopped)
    implements Fact {
  /** A login that opened. */
  @Says("A login that opened.")
  public record Accepted(
      @Says("the user") String user,
      @Says("the list that it is from") String list,
      @Says(
              "`known` (of the list), `any` (invented passwords, whose sessions open what stays"
                  + " shut without a login), `empty`, `other-case`, `other-end`, `other-start`,"
                  + " `first-letter` and `longer` (the declared password with its letters in the"
                  + " other case, with another last letter, with another first half, its first"
                  + " letter alone, or with a letter more)")
          Optional<String> what,
      @Says("wrong logins of that user before") Optional<Long> after) {}
}
