package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code attack.surface}. */
@Kind(value = "attack.surface", subject = "endpoint")
@Says(
    "Ways in of known attacks. A sign says that the way in is there, not that its "
        + "flaw is unmended; that one is absent counts for what was asked.")
public record AttackSurface(
    @Says("at least one is there") boolean present,
    @When("present") @Says("the first of them") Optional<String> surface,
    @When("present") @Says("its sign") Optional<String> sign,
    @Says("all that are there") List<Sign> found,
    @Says("ids of those whose sign was looked for and is not there") List<String> absent,
    @Says("ids of the others to the reason") Map<String, String> undecided,
    @Coverage @Says("ids of those that were decided") List<String> surfaces,
    @Coverage @Says("what was asked and answered") List<String> looked)
    implements Fact {
  /** A way in. */
  @Says("A way in.")
  public record Sign(
      @Says("its id in `surfaces.yaml`") String surface, @Says("what showed it") String sign) {}
}
