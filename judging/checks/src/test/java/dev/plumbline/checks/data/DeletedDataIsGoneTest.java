package dev.plumbline.checks.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletedDataIsGoneTest extends CheckContract {
  private static final String ROW = "25-DelFunc/DelFunc-1";

  @Override
  protected Check check() {
    return new DeletedDataIsGone();
  }

  private static Scene seen(Scene scene, String trials) {
    return scene.seen("deletion.trial", ROW, "{trials: [" + trials + "]}", "{control: true}");
  }

  private static String trial(String after, String afterRestart) {
    return "{action: delete-data, after: " + after + ", afterRestart: " + afterRestart + "}";
  }

  @Override
  protected Scene holding() {
    return seen(
        Scene.current()
            .rows("25-DelFunc", "- {id: DelFunc-1, description: Deletes all.}")
            .about(ROW),
        trial("gone", "gone"));
  }

  @Override
  protected Scene refuted() {
    return seen(holding(), trial("present", "present"));
  }

  @Override
  protected String refutedBy() {
    return "deletion.trial";
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Test
  void aMarkerThatIsLeftContradictsTheRow() {
    assertThat(contradiction(refuted())).endsWith(": Deletes all.");
    assertThat(violated(refuted()).reason()).contains("after delete-data");
    assertThat(violated(seen(holding(), trial("gone", "present"))).reason()).contains("a restart");
  }

  @Test
  void thatNothingIsLeftAnywhereAPersonSees() {
    undetermined(holding(), "a person sees");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "not tried"})
  void whatWasNotReadIsNotGone(String left) {
    undetermined(seen(holding(), trial(left, "gone")), "after delete-data was not seen");
    undetermined(seen(holding(), trial("gone", left)), "and a restart was not seen");
  }

  @Test
  void withoutAControlNothingFollows() {
    undetermined(
        holding()
            .seen(
                "deletion.trial",
                ROW,
                "{trials: [" + trial("present", "present") + "]}",
                "{control: false}"),
        "was there before");
  }

  @Test
  void waysThatFailedAreTold() {
    undetermined(
        holding()
            .seen(
                "deletion.trial",
                ROW,
                "{trials: [" + trial("gone", "gone") + "]}",
                "{control: true, gaps: ['factory-reset: no means']}"),
        "no means");
  }
}
