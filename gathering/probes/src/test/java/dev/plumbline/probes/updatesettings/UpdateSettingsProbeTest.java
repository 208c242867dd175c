package dev.plumbline.probes.updatesettings;

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

final class UpdateSettingsProbeTest extends DrivenContract {
  private static final String ADDRESS = "127.77.81.1";

  @Override
  protected Probe probe() {
    return new UpdateSettingsProbe();
  }

  @Override
  protected String address() {
    return ADDRESS;
  }

  @Override
  protected boolean tells(Observation fact) {
    return !fact.text("changeable").equals("unknown");
  }

  private static ProbeTrial trial(ScriptedDevice rig) {
    return ProbeTrial.against(Endpoint.tcp(ADDRESS, rig.port()))
        .given("tcp.open-ports", "address/" + ADDRESS, Map.of("open", List.of((long) rig.port())))
        .driver(rig.source())
        .playing(TableRole.UPDATE_MECHANISMS, "7-UpdMech");
  }

  private static Observation automatic(ScriptedDevice rig) {
    return trial(rig).run(new UpdateSettingsProbe()).with("update.setting").stream()
        .filter(o -> o.subject().equals("setting/automatic-updates"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsChangesAndRestoresASetting() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation o = automatic(rig);
      assertThat(o.text("initial")).isEqualTo("on");
      assertThat(o.text("changeable")).isEqualTo("yes");
      assertThat(o.flag("restored")).contains(true);
      assertThat(rig.setting("automatic-updates")).isEqualTo("on");
      assertThat(o.evidence()).isPresent();
    }
  }

  @Test
  void seesASettingThatIsOffOrStaysAsItIs() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).off("automatic-updates").stuck("automatic-updates")) {
      Observation o = automatic(rig);
      assertThat(o.text("initial")).isEqualTo("off");
      assertThat(o.text("changeable")).isEqualTo("no");
      assertThat(o.text("why")).contains("acknowledged");
    }
  }

  @Test
  void aReadingThatFollowsNoChangeTellsNothing() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      assertThat(automatic(rig).coverage()).containsEntry("readBack", true);
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).parroting()) {
      Observation o = automatic(rig);
      assertThat(o.text("changeable")).isEqualTo("unknown");
      assertThat(o.coverage()).containsEntry("readBack", false);
    }
  }

  @Test
  void aFailingDriverTellsNothing() {
    DriverResult failed = new DriverResult.Errored("no answer");
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.SET_SETTING, failed)) {
      assertThat(automatic(rig).text("changeable")).isEqualTo("unknown");
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.READ_SETTING, failed)) {
      assertThat(automatic(rig).seen()).isFalse();
      assertThat(automatic(rig).reason()).contains("no answer");
    }
  }

  @Test
  void theDevicesNoIsAnAnswer() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).with(DriverAction.SET_SETTING, new DriverResult.Refused("x"))) {
      assertThat(automatic(rig).text("changeable")).isEqualTo("no");
    }
  }

  @Test
  void theSettingOfEachMechanismIsToldApart() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS)
            .mechanism("7-UpdMech/UpdMech-1", true, true)
            .mechanism("7-UpdMech/UpdMech-2", true, false)) {
      Map<String, String> initial = new java.util.TreeMap<>();
      trial(rig)
          .run(new UpdateSettingsProbe())
          .with("update.setting")
          .forEach(o -> initial.put(o.subject(), o.text("initial")));
      assertThat(initial)
          .isEqualTo(
              Map.of(
                  "setting/automatic-updates/7-UpdMech/UpdMech-1", "on",
                  "setting/automatic-updates/7-UpdMech/UpdMech-2", "off",
                  "setting/update-notifications", "on"));
    }
  }
}
