package dev.plumbline.probes.outages;

import static org.assertj.core.api.Assertions.assertThat;

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

final class OutagesProbeTest extends DrivenContract {
  private static final String ADDRESS = "127.77.82.1";

  @Override
  protected Probe probe() {
    return new OutagesProbe();
  }

  @Override
  protected String address() {
    return ADDRESS;
  }

  @Override
  protected boolean tells(Observation fact) {
    // A device that answers on although it was cut off or isolated is no sign of anything good.
    return fact.seen() && !Boolean.FALSE.equals(fact.coverage().get("control"));
  }

  private static ProbeTrial trial(ScriptedDevice rig) {
    return ProbeTrial.against(Endpoint.tcp(ADDRESS, rig.port()))
        .given("tcp.open-ports", "address/" + ADDRESS, Map.of("open", List.of((long) rig.port())))
        .driver(rig.source());
  }

  private static Observation of(ScriptedDevice rig, String key) {
    return trial(rig).run(new OutagesProbe()).one(key);
  }

  @Test
  void aSoundDeviceGoesOnAndComesBack() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation network = of(rig, "outage.network");
      assertThat(String.valueOf(network.value().get("during")))
          .contains("function=works", "ResMech-1=works", "software-version=1.0.0");
      assertThat(network.flag("cameBack")).contains(true);
      assertThat(network.coverage())
          .containsEntry("control", true)
          .containsEntry("gaps", List.of());
      Observation power = of(rig, "outage.power");
      assertThat(power.value().get("changed")).isEqualTo(List.of());
      assertThat(power.coverage()).containsEntry("changedFirst", "automatic-updates");
      assertThat(rig.setting("automatic-updates")).isEqualTo("on");
    }
  }

  @Test
  void seesWhatFailsWithoutTheNetwork() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).failingOffline()) {
      Observation o = of(rig, "outage.network");
      assertThat(String.valueOf(o.value().get("during"))).contains("function=fails");
      assertThat(String.valueOf(o.value().get("after"))).contains("function=works");
    }
  }

  @Test
  void seesSettingsThatThePowerTookWithIt() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).forgetting()) {
      assertThat(String.valueOf(of(rig, "outage.power").value().get("changed")))
          .contains("automatic-updates");
    }
  }

  @Test
  void seesADeviceThatStaysOff() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).stayingOff()) {
      Observation o = of(rig, "outage.network");
      assertThat(o.flag("cameBack")).contains(false);
      assertThat(o.texts("missing")).hasSize(1);
    }
  }

  @Test
  void oneLossOfPowerThatItDidNotSurviveIsEnough() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).failingToStartOnce()) {
      Observation o = of(rig, "outage.power");
      assertThat(o.flag("cameBack")).contains(false);
      assertThat(o.coverage()).containsEntry("cuts", 1L);
    }
  }

  @Test
  void aSwitchThatGivesNothingBackShowsNothingOfTheDevice() {
    DriverResult nobody = new DriverResult.Missing("a person");
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).stayingOff().with(DriverAction.PRESS_BUTTON, nobody)) {
      Observation o = of(rig, "outage.power");
      assertThat(o.seen()).isFalse();
      assertThat(o.reason()).contains("given back was not seen");
    }
  }

  @Test
  void whatIsReadWithoutPowerIsNotTheDevicesWord() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      assertThat(of(rig, "outage.network").coverage()).containsEntry("readingEnds", true);
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).parroting()) {
      assertThat(of(rig, "outage.network").coverage()).containsEntry("readingEnds", false);
      assertThat(of(rig, "outage.power").coverage()).containsEntry("readingEnds", false);
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.POWER_OFF)) {
      assertThat(of(rig, "outage.network").coverage()).containsEntry("readingEnds", false);
    }
  }

  @Test
  void anOutageThatEndsByItselfShowsNothing() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).returningAtOnce()) {
      Observation o = of(rig, "outage.network");
      assertThat(o.seen()).isFalse();
      assertThat(o.reason()).contains("did not last");
    }
  }

  @Test
  void anOutageThatDidNotReachTheDeviceShowsNothing() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).stayingOn()) {
      Observation o = of(rig, "outage.network");
      assertThat(o.seen()).isFalse();
      assertThat(o.reason()).contains("still answers");
      assertThat(rig.done()).contains(DriverAction.RESTORE_NETWORK, DriverAction.POWER_ON);
    }
  }

  @Test
  void anIsolatedDeviceIsSilentAndOffItsNetwork() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation o = of(rig, "outage.isolation");
      assertThat(String.valueOf(o.value().get("before"))).contains("on-network=yes");
      assertThat(String.valueOf(o.value().get("during")))
          .contains("on-network=no", "function=works");
      assertThat(o.coverage())
          .containsEntry("control", true)
          .containsEntry("readingEnds", true)
          .containsEntry("gaps", List.of());
      assertThat(rig.done()).contains(DriverAction.END_ISOLATION);
    }
  }

  @Test
  void aDeviceThatIsNotIsolatedIsSeenToAnswer() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).resistingIsolation()) {
      Observation o = of(rig, "outage.isolation");
      assertThat(o.text("answer")).isEqualTo("done");
      assertThat(o.texts("still")).hasSize(1);
      assertThat(o.coverage()).isEqualTo(Map.of("control", false));
    }
    DriverResult no = new DriverResult.Refused("no such menu");
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.ISOLATE, no)) {
      assertThat(of(rig, "outage.isolation").text("answer")).isEqualTo("refused");
    }
  }

  @Test
  void withoutTheDescribedWayNothingIsIsolated() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.ISOLATE)) {
      assertThat(of(rig, "outage.isolation").reason()).contains("needed: the action isolate");
      assertThat(of(rig, "outage.network").seen()).isTrue();
    }
    DriverResult failed = new DriverResult.Errored("finger");
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.ISOLATE, failed)) {
      assertThat(of(rig, "outage.isolation").reason()).contains("finger");
    }
  }

  @Test
  void aFailingDriverTellsNothingAndGivesThePowerBack() {
    DriverResult failed = new DriverResult.Errored("relay");
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.POWER_OFF, failed)) {
      assertThat(of(rig, "outage.power").reason()).contains("relay");
      assertThat(rig.done()).contains(DriverAction.POWER_ON);
      assertThat(rig.setting("automatic-updates")).isEqualTo("on");
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.CUT_NETWORK)) {
      assertThat(of(rig, "outage.network").reason()).contains("needed: the action cut");
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.READ_STATE, failed)) {
      assertThat(of(rig, "outage.network").seen()).isFalse();
    }
  }
}
