package dev.plumbline.probes.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DrivenContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.driven.ScriptedDevice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DeletionProbeTest extends DrivenContract {
  private static final String ADDRESS = "127.77.85.1";

  @Override
  protected Probe probe() {
    return new DeletionProbe();
  }

  @Override
  protected String address() {
    return ADDRESS;
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return super.introduce(trial, peer).ixit(TableRole.DELETION_FUNCTIONS, row("DelFunc-1"));
  }

  /** That data is gone counts only where it was there. */
  @Override
  protected boolean tells(Observation fact) {
    return Boolean.TRUE.equals(fact.coverage().get("control"))
        && String.valueOf(fact.value()).contains("gone");
  }

  private static IxitEntry row(String id) {
    return new IxitEntry("25-DelFunc", id, Map.of(), Place.of("ixit/25-DelFunc.yaml"));
  }

  private static List<Observation> all(ScriptedDevice rig) {
    return run(rig).with("deletion.trial");
  }

  private static Observation created(ScriptedDevice rig) {
    return run(rig).one("data.created");
  }

  private static ProbeTrial.Result run(ScriptedDevice rig) {
    return ProbeTrial.against(Endpoint.tcp(ADDRESS, rig.port()))
        .given("tcp.open-ports", "address/" + ADDRESS, Map.of("open", List.of((long) rig.port())))
        .ixit(TableRole.DELETION_FUNCTIONS, row("DelFunc-1"))
        .ixit(TableRole.DELETION_FUNCTIONS, row("DelFunc-2"))
        .ixit(TableRole.DELETION_FUNCTIONS, row("DelFunc-3"))
        .driver(rig.source())
        .run(new DeletionProbe());
  }

  private static Observation of(ScriptedDevice rig, String row) {
    return all(rig).stream()
        .filter(o -> o.subject().equals("25-DelFunc/" + row))
        .findFirst()
        .orElseThrow();
  }

  private static String trials(Observation o) {
    return String.valueOf(o.value().get("trials"));
  }

  @Test
  void whatWasStoredIsGoneAfterEachWay() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      List<Observation> all = all(rig);
      assertThat(all).hasSize(3);
      assertThat(trials(all.get(0)))
          .contains("action=delete-data, after=gone, afterRestart=gone")
          .contains("action=factory-reset, after=gone, afterRestart=gone, setUp=true");
      assertThat(trials(all.get(1))).contains("action=delete-service-data, after=gone");
      assertThat(all.get(2).seen()).isFalse();
      assertThat(all.get(2).reason()).contains("DelFunc-3 in 'deletions'");
      assertThat(all.get(0).coverage()).containsEntry("control", true);
      assertThat(all.get(0).evidence()).isPresent();
    }
  }

  @Test
  void tellsWhatItStoredAndWhetherItWasSeen() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).with(DriverAction.DELETE_DATA, new DriverResult.Refused("x"))) {
      assertThat(created(rig).value().toString())
          .contains("by=create-data", "by=create-service-data", "seen=true")
          .doesNotContain("seen=false");
    }
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).showingNoData().without(DriverAction.CREATE_SERVICE_DATA)) {
      assertThat(created(rig).value().toString())
          .contains("seen=false")
          .doesNotContain("seen=true", "create-service-data");
    }
    DriverResult failed = new DriverResult.Errored("500");
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS)
            .with(DriverAction.CREATE_DATA, failed)
            .with(DriverAction.CREATE_SERVICE_DATA, failed)) {
      assertThat(created(rig).seen()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DriverAction.class,
      names = {"DELETE_DATA", "FACTORY_RESET", "DELETE_SERVICE_DATA"})
  void whatADeletionLeavesIsSeen(DriverAction way) {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).keepingDataAt(way)) {
      String row = way == DriverAction.DELETE_SERVICE_DATA ? "DelFunc-2" : "DelFunc-1";
      assertThat(trials(of(rig, row))).contains("action=" + way.word() + ", after=present");
    }
  }

  @Test
  void whatComesBackWithARestartIsSeen() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).hidingDataUntilRestart()) {
      assertThat(trials(of(rig, "DelFunc-1")))
          .contains("action=delete-data, after=gone, afterRestart=present");
    }
  }

  @Test
  void whereTheMarkerWasNeverSeenItsAbsenceSaysNothing() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).showingNoData()) {
      Observation o = of(rig, "DelFunc-1");
      assertThat(o.seen()).isFalse();
      assertThat(o.reason()).contains("its absence would say nothing");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DriverAction.class,
      names = {"CREATE_DATA", "READ_STATE"})
  void aFailingDriverTellsNothing(DriverAction failing) {
    DriverResult failed = new DriverResult.Errored("no answer came");
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(failing, failed)) {
      assertThat(of(rig, "DelFunc-1").seen()).isFalse();
    }
  }

  @Test
  void aWayThatFailsIsAGap() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).with(DriverAction.DELETE_DATA, new DriverResult.Refused("x"))) {
      Observation o = of(rig, "DelFunc-1");
      assertThat(trials(o)).doesNotContain("delete-data").contains("factory-reset");
      assertThat(o.coverage().toString()).contains("delete-data: the device refused: x");
    }
  }

  @Test
  void aDeviceThatCannotBeSetUpAgainIsNotReset() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.SET_UP)) {
      assertThat(of(rig, "DelFunc-1").coverage().toString()).contains("the action set-up");
      assertThat(rig.done()).doesNotContain(DriverAction.FACTORY_RESET);
    }
  }

  @Test
  void withoutARestartThatIsNotTried() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.POWER_OFF)) {
      assertThat(trials(of(rig, "DelFunc-1"))).contains("after=gone, afterRestart=not tried");
    }
  }
}
