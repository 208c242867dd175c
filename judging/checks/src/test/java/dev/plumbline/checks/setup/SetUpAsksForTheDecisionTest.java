package dev.plumbline.checks.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetUpAsksForTheDecisionTest extends CheckContract {
  private static final String KEY = "setup.decision";
  private static final String ROW = "26-UserDec/UserDec-1";

  @Override
  protected Check check() {
    return new SetUpAsksForTheDecision();
  }

  private static Scene seen(String value, String coverage) {
    return Scene.current()
        .rows("26-UserDec", "- {id: UserDec-1, triggeredBy: Page Cloud of the set-up.}")
        .about(ROW)
        .seen(KEY, ROW, value, coverage);
  }

  @Override
  protected Scene holding() {
    return seen("{asked: true}", "{control: true}");
  }

  @Override
  protected Scene refuted() {
    return seen("{asked: false}", "{control: true}");
  }

  @Override
  protected String refutedBy() {
    return KEY;
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Test
  void aDecisionThatIsNeverAskedContradictsTheRow() {
    assertThat(contradiction(refuted())).endsWith(": Page Cloud of the set-up.");
    assertThat(violated(refuted()).reason()).contains("never UserDec-1");
  }

  @Test
  void howProminentAQuestionIsAPersonSees() {
    undetermined(holding(), "a person sees");
  }

  @Test
  void aSetUpThatDidNotComeToItsEndTellsNothing() {
    undetermined(seen("{asked: false}", "{control: false}"), "not seen to its end");
    undetermined(seen("{asked: perhaps}", "{control: true}"), "'asked' is no flag");
  }
}
