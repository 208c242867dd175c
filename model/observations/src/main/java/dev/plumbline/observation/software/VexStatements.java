package dev.plumbline.observation.software;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code vex.statements}. */
@Kind(value = "vex.statements", subject = "`DUT`")
@Says("What somebody states of vulnerabilities.")
public record VexStatements(
    @Says("one each") List<Statement> statements,
    @Coverage @Says("who") Optional<String> author,
    @Coverage @Says("when") Optional<String> date,
    @Coverage @Field("statements") @Says("number of all") long number,
    @Coverage @Says("all are in `statements`") boolean complete)
    implements Fact {
  /** A statement of a vulnerability. */
  @Says("A statement of a vulnerability.")
  public record Statement(
      @Says("its id") String vulnerability,
      @Says("what it is about") Optional<List<String>> products,
      @Says(
              "`affected`, `not_affected`, `fixed`, `under_investigation` or the format's other"
                  + " word")
          String status,
      @Says("why") Optional<String> justification,
      @Says("more") Optional<String> detail,
      @Says("when") Optional<String> date) {}
}
