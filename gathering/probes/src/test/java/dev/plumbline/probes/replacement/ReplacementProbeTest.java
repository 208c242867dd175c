package dev.plumbline.probes.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DrivenContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.ProbeOutcome;
import dev.plumbline.probes.driven.ScriptedDevice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplacementProbeTest extends DrivenContract {
  private static final String ADDRESS = "127.77.83.1";

  @Override
  protected Probe probe() {
    return new ReplacementProbe();
  }

  @Override
  protected String address() {
    return ADDRESS;
  }

  @Override
  protected boolean tells(Observation fact) {
    return fact.seen();
  }

  private static ProbeTrial.Result run(ScriptedDevice rig) {
    return ProbeTrial.against(Endpoint.tcp(ADDRESS, rig.port()))
        .given("tcp.open-ports", "address/" + ADDRESS, Map.of("open", List.of((long) rig.port())))
        .driver(rig.source())
        .run(new ReplacementProbe());
  }

  private static Observation of(ScriptedDevice rig) {
    return run(rig).one("replacement.trial");
  }

  private static ProbeOutcome.State state(ScriptedDevice rig) {
    return run(rig).report().probes().getFirst().state();
  }

  @Test
  void aReplacementDoesWhatTheDeviceDidAndTheDeviceComesBack() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation o = of(rig);
      assertThat(String.valueOf(o.value().get("before"))).contains("serial-number=SN-0001");
      assertThat(String.valueOf(o.value().get("after")))
          .contains("serial-number=SN-0002", "function=works", "on-network=yes");
      assertThat(o.texts("missing")).isEmpty();
      assertThat(o.coverage())
          .containsEntry("control", true)
          .containsEntry("readingEnds", false)
          .containsEntry("gaps", List.of());
      assertThat(rig.done()).contains(DriverAction.PUT_BACK_DEVICE);
      assertThat(state(rig)).isEqualTo(ProbeOutcome.State.DONE);
    }
  }

  @Test
  void seesAReplacementThatIsNotLetIn() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).losingItsReplacement()) {
      Observation o = of(rig);
      assertThat(o.coverage()).containsEntry("control", true);
      assertThat(o.texts("missing")).hasSize(1);
      assertThat(String.valueOf(o.value().get("after"))).contains("on-network=no");
    }
  }

  @Test
  void aReadingThatNeverChangesShowsNoOtherUnit() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).parroting()) {
      assertThat(of(rig).coverage()).containsEntry("control", false);
    }
  }

  @Test
  void aDeviceThatIsNotTheOneUnderTestIsNotReplaced() {
    DriverResult other = new DriverResult.Done(Map.of("serial-number", "SN-0009"));
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.READ_STATE, other)) {
      assertThat(of(rig).reason()).contains("serial-number of product.yaml");
      assertThat(rig.done()).doesNotContain(DriverAction.REPLACE_DEVICE);
    }
  }

  @Test
  void aReplacementThatStaysIsTold() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).keepingItsReplacement()) {
      assertThat(state(rig)).isEqualTo(ProbeOutcome.State.LEFT_ALTERED);
    }
  }

  @Test
  void aFailingDriverTellsNothing() {
    DriverResult failed = new DriverResult.Errored("nobody there");
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).with(DriverAction.REPLACE_DEVICE, failed)) {
      assertThat(of(rig).reason()).contains("nobody there");
      assertThat(rig.done()).doesNotContain(DriverAction.PUT_BACK_DEVICE);
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.REPLACE_DEVICE)) {
      assertThat(of(rig).reason()).contains("needed: the action replace-device");
    }
  }
}
