package dev.plumbline.probes.updatetrial;

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

final class UpdateTrialProbeTest extends DrivenContract {
  private static final String ADDRESS = "127.77.83.1";

  @Override
  protected Probe probe() {
    return new UpdateTrialProbe();
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
        .playing(TableRole.UPDATE_MECHANISMS, "7-UpdMech");
  }

  private static Observation of(ScriptedDevice rig) {
    return trial(rig).run(new UpdateTrialProbe()).one("update.trial");
  }

  private static List<String> ran(Observation o, String how) {
    return ((List<?>) o.value().getOrDefault("trials", List.of()))
        .stream()
            .map(t -> (Map<?, ?>) t)
            .filter(t -> how.equals(t.get("ran")))
            .map(t -> String.valueOf(t.get("image")))
            .toList();
  }

  @Test
  void aSoundDeviceTakesTheGenuineImageAlone() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation o = of(rig);
      assertThat(ran(o, "no"))
          .containsExactly(
              "tampered-early",
              "tampered-middle",
              "tampered-late",
              "cut",
              "other-model",
              "relabelled",
              "older");
      assertThat(o.coverage()).containsEntry("control", true).containsEntry("absent", List.of());
      assertThat(o.flag("restored")).contains(true);
    }
  }

  @Test
  void theDriverDoesNotLearnWhichImageItHandsOver() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      assertThat(of(rig).seen()).isTrue();
      assertThat(rig.handed()).hasSize(1);
    }
  }

  @Test
  void aVersionThatNeverStaysIsNone() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).babblingAfter(2)) {
      Observation o = of(rig);
      assertThat(o.seen()).isTrue();
      assertThat(ran(o, "yes")).isEmpty();
      assertThat(o.coverage()).containsEntry("control", false);
    }
  }

  @Test
  void seesEachImageThatRuns() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).takingAnyImage()) {
      assertThat(ran(of(rig), "yes")).contains("tampered-early", "older");
    }
  }

  @Test
  void aDeviceThatRefusesEverythingShowsNothing() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).with(DriverAction.OFFER_UPDATE, new DriverResult.Refused("x"))) {
      assertThat(of(rig).coverage()).containsEntry("control", false);
    }
  }

  @Test
  void anImageThatIsTakenAndDoesNotRunIsUnknown() {
    DriverResult taken = new DriverResult.Done(Map.of());
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.OFFER_UPDATE, taken)) {
      Observation o = of(rig);
      assertThat(ran(o, "no")).isEmpty();
      assertThat(ran(o, "unknown")).hasSize(7);
    }
  }

  @Test
  void aFailingDriverRefusesNothing() {
    DriverResult failed = new DriverResult.Errored("timeout");
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.OFFER_UPDATE, failed)) {
      assertThat(ran(of(rig), "unknown")).hasSize(7);
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.READ_STATE, failed)) {
      assertThat(of(rig).seen()).isFalse();
    }
  }

  @Test
  void namesTheMeansThatIsMissing() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without("newer")) {
      assertThat(of(rig).reason()).contains("the image 'newer'");
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.OFFER_UPDATE)) {
      assertThat(of(rig).reason()).contains("the action offer-update");
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without("older")) {
      assertThat(of(rig).coverage()).containsEntry("absent", List.of("older"));
    }
  }

  @Test
  void eachMechanismIsTriedByItsOwnWayAndToldApart() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS)
            .mechanism("7-UpdMech/UpdMech-1", true, true)
            .mechanism("7-UpdMech/UpdMech-2", false, true)) {
      List<Observation> all = trial(rig).run(new UpdateTrialProbe()).with("update.trial");
      assertThat(all)
          .extracting(Observation::subject)
          .containsExactly("7-UpdMech/UpdMech-1", "7-UpdMech/UpdMech-2");
      assertThat(ran(all.getFirst(), "yes")).isEmpty();
      assertThat(ran(all.getFirst(), "no")).hasSize(7);
      assertThat(ran(all.getLast(), "yes")).contains("tampered-early", "older");
      assertThat(all).allSatisfy(o -> assertThat(o.coverage()).containsEntry("control", true));
    }
  }

  @Test
  void aMechanismOfAnotherTableIsNoWayOfUpdating() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).mechanism("20-SecBoot/SecBoot-1", true, true)) {
      assertThat(of(rig).subject()).isEqualTo("DUT");
    }
  }
}
