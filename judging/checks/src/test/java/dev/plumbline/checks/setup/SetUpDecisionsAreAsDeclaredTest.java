package dev.plumbline.checks.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetUpDecisionsAreAsDeclaredTest extends CheckContract {
  private static final String DECISION = "setup.decision";
  private static final String ROW = "26-UserDec/UserDec-1";
  private static final String ASKED =
      "asked: true, missing: [], more: [], preselected: No (default), taken: 'no', setting: 'no'";

  @Override
  protected Check check() {
    return new SetUpDecisionsAreAsDeclared();
  }

  private static Scene scene(String options, String standard) {
    return Scene.current()
        .rows(
            "26-UserDec",
            "- {id: UserDec-1, options: [" + options + "], default: " + standard + "}")
        .seen("setup.walk", "DUT", "{met: [{decision: cloud, row: UserDec-1}]}", "{control: true}");
  }

  private static Scene met(String value) {
    return met(scene("'Yes', 'No (default)'", "'No'"), value);
  }

  private static Scene met(Scene scene, String value) {
    return scene.seen(DECISION, ROW, "{" + value + "}", "{control: true, gaps: []}");
  }

  @Override
  protected Scene holding() {
    return met(ASKED);
  }

  @Override
  protected Scene refuted() {
    return met(ASKED.replace("No (default)", "'Yes'"));
  }

  @Override
  protected String refutedBy() {
    return DECISION;
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Test
  void anotherDefaultThanDeclaredRefutes() {
    assertThat(violated(refuted()).reason()).contains("has chosen 'Yes' already");
    assertThat(contradiction(refuted())).endsWith(": No");
  }

  @Test
  void optionsOnOneSideAloneRefute() {
    assertThat(violated(met(ASKED.replace("more: []", "more: [later]"))).reason())
        .contains("offers [later]");
    assertThat(violated(met(ASKED.replace("missing: []", "missing: ['Yes']"))).reason())
        .contains("does not offer [Yes]");
  }

  @Test
  void anotherValueThanWasTakenRefutes() {
    assertThat(violated(met(ASKED.replace("setting: 'no'", "setting: 'yes'"))).reason())
        .contains("holds 'yes' after 'no'");
  }

  @Test
  void whatAPersonSeesIsLeftOpen() {
    undetermined(holding(), "a person sees");
    undetermined(met(scene("'Yes', 'No'", "Nothing is chosen"), ASKED), "none of its options");
    undetermined(met(ASKED.replace("No (default)", "none")), "nothing is chosen already");
    undetermined(met(ASKED.replace("No (default)", "unknown")), "is not known");
    undetermined(met("asked: false"), "was not asked");
  }

  @Test
  void aRowThatIsJudgedAloneRestsOnItsOwnDecision() {
    String other = "26-UserDec/UserDec-2";
    Scene both =
        Scene.current()
            .rows(
                "26-UserDec",
                "- {id: UserDec-1, options: ['Yes', 'No (default)'], default: 'No'}\n"
                    + "- {id: UserDec-2, options: ['Yes', 'No (default)'], default: 'No'}")
            .seen(DECISION, ROW, "{" + ASKED + "}", "{control: true, gaps: []}")
            .seen(
                DECISION,
                other,
                "{" + ASKED.replace("No (default)", "'Yes'") + "}",
                "{control: true, gaps: []}");
    undetermined(both.about(ROW), "a person sees");
    assertThat(violated(both.about(other)).reason()).doesNotContain("UserDec-1");
  }

  @Test
  void aQuestionWithoutARowIsLeftToAPerson() {
    undetermined(
        holding()
            .seen("setup.walk", "DUT", "{met: [{decision: language, row: ''}]}", "{control: true}"),
        "asks 'language'");
  }
}
