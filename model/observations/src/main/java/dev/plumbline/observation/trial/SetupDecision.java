package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Optional;

/** {@code setup.decision}. */
@Kind(value = "setup.decision", subject = "row of 26-UserDec")
@Says("A decision of the user in the set-up.")
public record SetupDecision(
    @Says("whether it was asked") boolean asked,
    @When("asked") @Says("from 1") Optional<Long> position,
    @When("asked") @Says("of the question") Optional<String> text,
    @When("asked") @Says("the device's words for the options") Optional<List<String>> offered,
    @Says(
            "options of the row that are not offered; absent where driver.yaml has no word "
                + "for each option")
        Optional<List<String>> missing,
    @Says(
            "words that stand for none of them; absent where driver.yaml has no word for each"
                + " option")
        Optional<List<String>> more,
    @When("asked") @Says("an option of the row, `none` or `unknown`") Optional<String> preselected,
    @When("asked") @Says("the word that was answered") Optional<String> taken,
    @Says("what the named setting is afterwards") Optional<String> setting,
    @Coverage
        @Says(
            "as for `setup.walk`, of the way on which it was met; not asked is told only "
                + "where each way came to its end and each answer that is offered was taken once")
        boolean control,
    @Coverage @Says("what could not be compared, and why") List<String> gaps)
    implements Fact {
  /** It was not asked on any way through the set-up. */
  public static SetupDecision notAsked() {
    return new SetupDecision(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        List.of());
  }
}
