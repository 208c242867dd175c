package dev.plumbline.observation.login;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code access.matrix}. */
@Kind(value = "access.matrix", subject = "endpoint")
@Says("Who reached what, through the driver. Nobody who may did: UNDETERMINED.")
public record AccessMatrix(
    @Says("a place each") List<Row> rows,
    @Coverage @Says("somebody who may reach a place there did") boolean control,
    @Coverage @Says("those whose login was taken") List<String> roles)
    implements Fact {
  /** A place and who reached it. */
  @Says("A place and who reached it.")
  public record Row(
      @Says("its name") String place,
      @Says("where it is") List<String> paths,
      @Field("for") @Says("roles that may reach it") List<String> whom,
      @Says(
              "visitor to what came; visitors are `nobody`, `unknown-user`, `wrong-password`, and"
                  + " for each role `login/ROLE` and, where there is a session, `ended/ROLE`, its"
                  + " session after the logout")
          @Words({"reached", "refused", "not tried"})
          Map<String, String> answers,
      @Says("visitor to why it was not tried") Optional<Map<String, String>> why) {}
}
