package dev.plumbline.probes.boottrial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
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

final class BootTrialProbeTest extends DrivenContract {
  private static final String ADDRESS = "127.77.84.1";

  @Override
  protected Probe probe() {
    return new BootTrialProbe();
  }

  @Override
  protected String address() {
    return ADDRESS;
  }

  @Override
  protected boolean tells(Observation fact) {
    return String.valueOf(fact.value()).replace("ran=unknown", "").contains("ran=");
  }

  private static ProbeTrial trial(ScriptedDevice rig) {
    return ProbeTrial.against(Endpoint.tcp(ADDRESS, rig.port()))
        .given("tcp.open-ports", "address/" + ADDRESS, Map.of("open", List.of((long) rig.port())))
        .driver(rig.source())
        .playing(TableRole.SECURE_BOOT, "20-SecBoot");
  }

  private static Observation of(ScriptedDevice rig) {
    return trial(rig).run(new BootTrialProbe()).one("boot.trial");
  }

  private static List<Object> ran(Observation o) {
    return ((List<?>) o.value().getOrDefault("trials", List.of()))
        .stream().map(t -> (Object) String.valueOf(((Map<?, ?>) t).get("ran"))).toList();
  }

  @Test
  void theDriverDoesNotLearnWhichImageItHandsOver() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      assertThat(of(rig).seen()).isTrue();
      assertThat(rig.handed()).hasSize(1);
    }
  }

  @Test
  void aSoundDeviceStartsTheGenuineProgramAlone() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation o = of(rig);
      assertThat(ran(o)).containsExactly("no", "no", "no");
      assertThat(o.coverage()).containsEntry("control", true);
      assertThat(o.flag("restored")).contains(true);
    }
  }

  @Test
  void seesAnAlteredProgramThatRuns() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).startingAnyImage()) {
      assertThat(ran(of(rig))).contains("yes");
    }
  }

  @Test
  void aDeviceThatStartsNoNewProgramAtAllShowsNothing() {
    DriverResult taken = new DriverResult.Done(Map.of());
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.WRITE_FLASH, taken)) {
      assertThat(of(rig).coverage()).containsEntry("control", false);
    }
  }

  @Test
  void whatWasNotReadBackIsNotKnownToHaveBeenThere() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.READ_FLASH)) {
      Observation o = of(rig);
      assertThat(ran(o)).containsOnly("unknown");
      assertThat(o.value().toString()).contains("Not tested; needed: read-flash");
    }
    DriverResult other = new DriverResult.Done(Map.of("sha256", "0".repeat(64)));
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.READ_FLASH, other)) {
      assertThat(ran(of(rig))).containsOnly("unknown");
      assertThat(of(rig).value().toString()).contains("does not hold what was written");
    }
  }

  @Test
  void anAlteredProgramThatRunsIsSeenWithoutReadingBack() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).startingAnyImage().without(DriverAction.READ_FLASH)) {
      assertThat(ran(of(rig))).contains("yes");
    }
  }

  @Test
  void aFailingDriverTellsNothing() {
    DriverResult failed = new DriverResult.Errored("programmer");
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.WRITE_FLASH, failed)) {
      assertThat(ran(of(rig))).containsOnly("unknown");
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.WRITE_FLASH)) {
      assertThat(of(rig).reason()).contains("the action write-flash");
    }
  }

  @Test
  void whatVerifiesAStageIsTriedByItsOwnWay() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).mechanism("20-SecBoot/SecBoot-2", true, true)) {
      assertThat(of(rig).subject()).isEqualTo("20-SecBoot/SecBoot-2");
    }
  }
}
