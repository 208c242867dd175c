package dev.plumbline.probes.updatefetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.UpdateService;
import dev.plumbline.dossier.UpdateService.Metadata;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.ProbeOutcome;
import dev.plumbline.probes.driven.ScriptedDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UpdateFetchProbeTest extends ProbeContract {
  private static final String ADDRESS = "127.77.84.1";
  private static final String OWN = "127.77.84.9";
  private static final Duration SETTLE = Duration.ofMillis(150);

  private final Endpoint contractual = free();

  @Override
  protected Probe probe() {
    return new UpdateFetchProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return ADDRESS;
  }

  /** The contract's peers wait to be called and never call. */
  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.client(test(contractual, 0, List.of()));
  }

  @Override
  protected boolean callsPeers() {
    return false;
  }

  private static Endpoint free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(OWN))) {
      return Endpoint.tcp(OWN, socket.getLocalPort());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ClientTest test(Endpoint listen, int seconds, List<Metadata> metadata) {
    return new ClientTest(
        listen,
        "updates.devices.example",
        Optional.empty(),
        seconds,
        List.of("7-UpdMech/UpdMech-1"),
        Optional.of(new UpdateService(List.of("/fw/*.bin"), metadata, SETTLE)),
        Place.of("product.yaml"));
  }

  private static Metadata manifest(ScriptedDevice rig) {
    return new Metadata(
        "/fw/latest.json",
        Map.of("newer", describing(rig, "newer"), "older", describing(rig, "older")));
  }

  private static String describing(ScriptedDevice rig, String image) {
    byte[] content = rig.image(image).orElseThrow();
    return "{\"size\": " + content.length + ", \"sha256\": \"" + Digest.of(content).hex() + "\"}";
  }

  private static Observation of(
      ScriptedDevice rig, List<Metadata> metadata, FetchingDevice.Habit habit) {
    return result(rig, metadata, habit).one("update.fetch");
  }

  private static ProbeTrial.Result result(
      ScriptedDevice rig, List<Metadata> metadata, FetchingDevice.Habit habit) {
    Endpoint listen = free();
    try (FetchingDevice _ =
        FetchingDevice.start(rig, ADDRESS, listen, !metadata.isEmpty(), habit)) {
      return ProbeTrial.against(Endpoint.tcp(ADDRESS, rig.port()))
          .client(test(listen, habit == FetchingDevice.Habit.LOOKS_ELSEWHERE ? 1 : 5, metadata))
          .driver(rig.source())
          .playing(TableRole.UPDATE_MECHANISMS, "7-UpdMech")
          .run(new UpdateFetchProbe());
    }
  }

  private static Observation of(ScriptedDevice rig) {
    return of(rig, List.of(manifest(rig)), FetchingDevice.Habit.SOUND);
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
  void aSoundDeviceRunsTheGenuineImageAlone() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation o = of(rig);
      assertThat(o.seen()).as(o.reason()).isTrue();
      assertThat(ran(o, "no"))
          .as(o.toString())
          .containsExactly(
              "tampered-early",
              "tampered-middle",
              "tampered-late",
              "tampered-fitted",
              "cut",
              "other-model",
              "relabelled",
              "older",
              "older-fitted",
              "broken-off",
              "slow");
      assertThat(o.coverage())
          .containsEntry("control", true)
          .containsEntry("absent", List.of())
          .containsEntry("handsOver", true);
      assertThat(o.flag("restored")).contains(true);
      assertThat(o.subject()).startsWith("client/" + OWN);
    }
  }

  @Test
  void aDeviceThatStaysOnAnotherVersionIsLeftAltered() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.WRITE_FLASH)) {
      ProbeTrial.Result result = result(rig, List.of(manifest(rig)), FetchingDevice.Habit.SOUND);
      assertThat(result.one("update.fetch").flag("restored")).contains(false);
      ProbeOutcome outcome = result.report().probes().getFirst();
      assertThat(outcome.state()).isEqualTo(ProbeOutcome.State.LEFT_ALTERED);
      assertThat(outcome.reason()).contains("does not say that it runs 1.0.0 again");
    }
  }

  @Test
  void aDeviceThatIsPutBackIsNotLeftAltered() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      assertThat(
              result(rig, List.of(manifest(rig)), FetchingDevice.Habit.LOOKS_ELSEWHERE)
                  .report()
                  .probes()
                  .getFirst()
                  .state())
          .isEqualTo(ProbeOutcome.State.DONE);
    }
  }

  @Test
  void withoutTextsBesideItTheImageAloneIsServed() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.OFFER_UPDATE)) {
      Observation o = of(rig, List.of(), FetchingDevice.Habit.SOUND);
      assertThat(ran(o, "no")).as(o.toString()).hasSize(9).doesNotContain("tampered-fitted");
      assertThat(o.coverage()).containsEntry("control", true).containsEntry("handsOver", false);
    }
  }

  @Test
  void seesWhatRunsWhereTheDigestAloneIsExamined() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).takingAnyImage()) {
      Observation o = of(rig);
      assertThat(ran(o, "yes"))
          .as(o.toString())
          .contains("tampered-fitted", "older", "older-fitted", "other-model")
          .doesNotContain("tampered-early", "broken-off", "slow");
      assertThat(o.coverage()).containsEntry("control", true);
    }
  }

  @Test
  void anImageThatIsInstalledLateIsStillSeen() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).takingAnyImage()) {
      Observation o = of(rig, List.of(manifest(rig)), FetchingDevice.Habit.LATE);
      assertThat(ran(o, "yes")).as(o.toString()).isNotEmpty();
    }
  }

  @Test
  void aDeviceThatInstallsNothingShowsNothing() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation o = of(rig, List.of(manifest(rig)), FetchingDevice.Habit.NEVER);
      assertThat(o.coverage()).as(o.toString()).containsEntry("control", false);
    }
  }

  @Test
  void whatIsNotFetchedWasNotRefused() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation o = of(rig, List.of(manifest(rig)), FetchingDevice.Habit.LOOKS_ELSEWHERE);
      assertThat(o.seen()).isFalse();
      assertThat(o.reason()).contains("asked for [/other]");
    }
  }

  @Test
  void aDeviceThatDoesNotCallIsUndetermined() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Observation o =
          ProbeTrial.against(Endpoint.tcp(ADDRESS, rig.port()))
              .client(test(free(), 0, List.of()))
              .driver(rig.source())
              .playing(TableRole.UPDATE_MECHANISMS, "7-UpdMech")
              .run(new UpdateFetchProbe())
              .one("update.fetch");
      assertThat(o.seen()).isFalse();
      assertThat(o.reason()).contains("did not call");
    }
  }

  @Test
  void namesTheMeansThatIsMissing() {
    DriverResult failed = new DriverResult.Errored("timeout");
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without("newer")) {
      assertThat(of(rig, List.of(), FetchingDevice.Habit.SOUND).reason()).contains("image 'newer'");
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).without(DriverAction.READ_STATE)) {
      assertThat(of(rig, List.of(), FetchingDevice.Habit.SOUND).reason()).contains("read-state");
    }
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS).with(DriverAction.READ_STATE, failed)) {
      assertThat(of(rig, List.of(), FetchingDevice.Habit.SOUND).reason()).contains("no version");
    }
  }

  @Test
  void noTokenOfTheDeviceIsKept() {
    try (ScriptedDevice rig = ScriptedDevice.at(ADDRESS)) {
      Endpoint listen = free();
      try (FetchingDevice _ =
          FetchingDevice.start(rig, ADDRESS, listen, false, FetchingDevice.Habit.SOUND)) {
        assertThat(
                ProbeTrial.against(Endpoint.tcp(ADDRESS, rig.port()))
                    .client(test(listen, 5, List.of()))
                    .driver(rig.source())
                    .playing(TableRole.UPDATE_MECHANISMS, "7-UpdMech")
                    .run(new UpdateFetchProbe())
                    .stored())
            .contains("GET /fw/camera.bin")
            .doesNotContain(FetchingDevice.TOKEN);
      }
    }
  }

  @Test
  void whatAnotherMechanismIsHandedIsNoWayOfTheOneThatFetches() {
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).mechanism("7-UpdMech/UpdMech-2", true, true)) {
      assertThat(of(rig).coverage()).containsEntry("handsOver", false);
    }
    try (ScriptedDevice rig =
        ScriptedDevice.at(ADDRESS).mechanism("7-UpdMech/UpdMech-1", true, true)) {
      assertThat(of(rig).coverage()).containsEntry("handsOver", true);
    }
  }
}
