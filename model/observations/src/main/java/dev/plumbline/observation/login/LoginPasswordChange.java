package dev.plumbline.observation.login;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;

/** {@code login.password-change}. */
@Kind(value = "login.password-change", subject = "endpoint")
@Says("What the logins make of a password that the driver changed.")
public record LoginPasswordChange(
    @Says("one for each login that the credential opened before") List<Trial> trials,
    @Coverage
        @Says(
            "each of them took the old password and refused an invented one before, and "
                + "refused another invented one after")
        boolean control,
    @Coverage @Says("logins that could not be tried, and why") List<String> gaps)
    implements Fact {
  /** A login before and after the change. */
  @Says("A login before and after the change.")
  public record Trial(
      @Says("of the credential") String role,
      @Says("of the login") String kind,
      @Says("the password from before") @Words({"accepted", "refused", "locked", "unclear"})
          String old,
      @Field("new")
          @Says("the password from after")
          @Words({"accepted", "refused", "locked", "unclear"})
          String fresh,
      @Says("the password from before, after a restart")
          @Words({"accepted", "refused", "locked", "unclear", "not tried"})
          String oldAfterRestart,
      @Says("the password from after, after a restart")
          @Words({"accepted", "refused", "locked", "unclear", "not tried"})
          String newAfterRestart,
      @Says("it was changed back and every login takes it again") boolean restored) {}
}
