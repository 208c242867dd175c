package dev.plumbline.probes.setupwalk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DrivenContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.ProbeOutcome.State;
import dev.plumbline.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SetUpWalkProbeTest extends DrivenContract {
  private static final String DECISION = "setup.decision";
  private static final Endpoint DEVICE = Endpoint.tcp("127.77.88.1", 1);

  @Override
  protected Probe probe() {
    return new SetUpWalkProbe();
  }

  @Override
  protected String address() {
    return "127.77.88.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return super.introduce(trial, peer)
        .ixit(TableRole.USER_DECISIONS, row("UserDec-1", "[\"Yes\"]"));
  }

  /** What is not asked counts only where the way to its end was seen. */
  @Override
  protected boolean tells(Observation fact) {
    return Boolean.TRUE.equals(fact.coverage().get("control"));
  }

  private static IxitEntry row(String id, String options) {
    Cell cell =
        new Cell("options", YamlReader.read(options, "o.yaml", new Problems()).orElseThrow());
    return new IxitEntry(
        "26-UserDec", id, Map.of("options", cell), Place.of("ixit/26-UserDec.yaml"));
  }

  private static ProbeTrial.Result run(Assistant device) {
    return ProbeTrial.against(DEVICE)
        .ixit(TableRole.USER_DECISIONS, row("UserDec-1", "[\"Yes\", \"No\"]"))
        .ixit(TableRole.USER_DECISIONS, row("UserDec-2", "[Keep, Do not (default)]"))
        .ixit(TableRole.USER_DECISIONS, row("UserDec-3", "[Other]"))
        .driver(ground -> device)
        .run(new SetUpWalkProbe());
  }

  private static Observation of(ProbeTrial.Result result, String row) {
    return result.with(DECISION).stream()
        .filter(o -> o.subject().equals("26-UserDec/" + row))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsWhatIsAskedWithItsOptionsAndWhatIsChosenAlready() {
    Assistant device = new Assistant();
    ProbeTrial.Result result = run(device);
    Observation updates = of(result, "UserDec-1");
    assertThat(updates.value())
        .containsEntry("asked", true)
        .containsEntry("position", 1L)
        .containsEntry("text", "What about updates?")
        .containsEntry("offered", List.of("on", "off"))
        .containsEntry("missing", List.of())
        .containsEntry("more", List.of())
        .containsEntry("preselected", "none")
        .containsEntry("taken", "on");
    Observation cloud = of(result, "UserDec-2");
    assertThat(cloud.value())
        .containsEntry("position", 2L)
        .containsEntry("preselected", "Do not (default)")
        .containsEntry("taken", "no")
        .containsEntry("setting", "no");
    assertThat(cloud.coverage()).containsEntry("control", true).containsEntry("gaps", List.of());
    assertThat(of(result, "UserDec-3").reason()).contains("UserDec-3 in 'decisions'");
    assertThat(result.one("setup.walk").value().toString())
        .contains("decision=cloud, row=UserDec-2, taken=no");
    assertThat(cloud.evidence()).isPresent();
    assertThat(device.initialized()).isTrue();
    assertThat(device.done()).endsWith(DriverAction.READ_STATE).contains(DriverAction.SET_UP);
    assertThat(result.report().probes().getFirst().state()).isEqualTo(State.DONE);
  }

  @Test
  void whatIsNotAskedIsSeenWhereTheSetUpCameToItsEnd() {
    Observation o = of(run(new Assistant().without("cloud")), "UserDec-2");
    assertThat(o.value()).containsEntry("asked", false);
    assertThat(o.coverage()).containsEntry("control", true);
  }

  @Test
  void aQuestionThatNobodyKnowsMayBeTheOneThatIsMissing() {
    Observation o = of(run(new Assistant().naming("cloud", "storage")), "UserDec-2");
    assertThat(o.seen()).isFalse();
    assertThat(o.reason()).contains("asks 'storage'", "may be this one");
  }

  @Test
  void anOptionThatMayHaveBeenCutOffIsNotMissing() {
    String endless = "later\n".repeat(20) + "yes\nno";
    for (String list : List.of(endless, "yes\u0007\nno", "yes\n" + "n".repeat(500))) {
      Observation o = of(run(new Assistant().offering("cloud", list)), "UserDec-2");
      assertThat(o.value()).doesNotContainKeys("missing", "more");
      assertThat(o.coverage().toString()).contains("plain list");
    }
  }

  @Test
  void aSetUpThatAsksNothingAtAllTellsNothing() {
    ProbeTrial.Result result = run(new Assistant().without("cloud").without("updates"));
    assertThat(of(result, "UserDec-2").seen()).isFalse();
    assertThat(of(result, "UserDec-2").reason()).contains("asked nothing at all");
  }

  @Test
  void whereTheSetUpStopsWhatComesLaterIsNotKnown() {
    ProbeTrial.Result result = run(new Assistant().askingAgain());
    assertThat(of(result, "UserDec-1").coverage()).containsEntry("control", false);
    assertThat(of(result, "UserDec-2").seen()).isFalse();
    assertThat(of(result, "UserDec-2").reason()).contains("again although it was answered");
    assertThat(result.report().probes().getFirst().state()).isEqualTo(State.DONE);
  }

  @Test
  void optionsOnOneSideAloneAreTold() {
    Observation o = of(run(new Assistant().offering("cloud", "yes\nlater")), "UserDec-2");
    assertThat(o.value())
        .containsEntry("missing", List.of("Do not (default)"))
        .containsEntry("more", List.of("later"));
  }

  @Test
  void anotherChoiceAndAnotherValueAreTold() {
    Assistant device = new Assistant().choosing("cloud", "yes");
    assertThat(of(run(device), "UserDec-2").value()).containsEntry("preselected", "Keep");
    Observation kept = of(run(new Assistant().keepingAnother()), "UserDec-2");
    assertThat(kept.value()).containsEntry("taken", "no").containsEntry("setting", "yes");
  }

  @Test
  void aChoiceWithoutADeclaredOptionIsAGap() {
    Observation o = of(run(new Assistant().choosing("cloud", "maybe")), "UserDec-2");
    assertThat(o.value()).containsEntry("preselected", "unknown");
    assertThat(o.coverage().toString()).contains("no option for the word 'maybe'");
  }

  @ParameterizedTest
  @EnumSource(
      value = DriverAction.class,
      names = {"FACTORY_RESET", "NEXT_DECISION", "DECIDE", "READ_STATE", "SET_UP"})
  void namesTheMeansThatIsMissing(DriverAction action) {
    Assistant device = new Assistant().with(action, new DriverResult.Missing(action.word()));
    ProbeTrial.Result result = run(device);
    assertThat(result.one("setup.walk").reason()).contains("the action " + action.word());
    assertThat(device.done()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = DriverAction.class,
      names = {"FACTORY_RESET", "NEXT_DECISION", "READ_STATE"})
  void aFailingDriverTellsNothing(DriverAction action) {
    ProbeTrial.Result result =
        run(new Assistant().with(action, new DriverResult.Errored("no answer")));
    assertThat(result.with(DECISION)).hasSize(3).noneMatch(Observation::seen);
    assertThat(result.one("setup.walk").seen()).isFalse();
  }

  @Test
  void aDeviceThatIsNotSetUpAgainIsLeftAltered() {
    Assistant device = new Assistant().with(DriverAction.SET_UP, new DriverResult.Errored("500"));
    ProbeTrial.Result result = run(device);
    assertThat(result.report().probes().getFirst().state()).isEqualTo(State.LEFT_ALTERED);
    assertThat(of(result, "UserDec-2").seen()).isTrue();
  }

  @Test
  void aQuestionThatAnotherAnswerLeadsToIsMet() {
    Assistant device = new Assistant().askingAboutTheCloudAfter("off");
    ProbeTrial.Result result = run(device);
    Observation cloud = of(result, "UserDec-2");
    assertThat(cloud.value())
        .containsEntry("asked", true)
        .containsEntry("taken", "no")
        .containsEntry("setting", "no");
    assertThat(cloud.coverage()).containsEntry("control", true);
    assertThat(of(result, "UserDec-1").value()).containsEntry("taken", "on");
    assertThat(result.one("setup.walk").coverage()).containsEntry("ways", 2L);
    assertThat(device.initialized()).isTrue();
  }

  @Test
  void whatIsNeverAskedIsToldWhereEveryAnswerWasTaken() {
    ProbeTrial.Result result = run(new Assistant().without("cloud"));
    assertThat(result.one("setup.walk").coverage()).containsEntry("ways", 2L);
    Observation unknown =
        of(
            run(new Assistant().without("cloud").offering("updates", "").choosing("updates", "on")),
            "UserDec-2");
    assertThat(unknown.seen()).isFalse();
    assertThat(unknown.reason()).contains("other answers to 'updates' are not known");
    String many = "on\noff\n1\n2\n3\n4\n5\n6\n7\n8";
    Observation tooMany =
        of(run(new Assistant().without("cloud").offering("updates", many)), "UserDec-2");
    assertThat(tooMany.reason()).contains("not every answer to 'updates' was taken");
  }

  @Test
  void whereEveryRowWasMetOneWayIsEnough() {
    assertThat(run(new Assistant()).one("setup.walk").coverage()).containsEntry("ways", 1L);
  }
}
