package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.hostile.HostilePeers;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.run.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A hostile device makes each action a failure of the driver, never a deed or a no of its own. */
class HostileDevicesTest {
  private static final Limits HURRIED =
      Limits.usual().hurried(Duration.ofMillis(150), Duration.ofMillis(600));

  private static final String DRIVER =
      """
      http: {endpoint: "PEER"}
      ssh: {endpoint: "PEER", as: owner}
      settings:
        automatic-updates: {name: autoUpdate, values: {on: "1", off: "0"}}
      actions:
        login:
          - {http: POST /login, form: {u: "${user}", p: "${password}"}, expect: 204, refused: [401]}
        read-setting:
          - {http: "GET /settings/${setting}", take: {value: {json: /value}}}
        offer-update:
          - {http: POST /update, upload: {field: firmware, name: u.bin}, expectText: "restarting"}
        read-state:
          - {ssh: "state", take: {software-version: {match: 'version (\\S+)'}}}
      """;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> overHttp() {
    return tests(
        PeerProtocol.http(),
        Map.of(
            DriverAction.LOGIN, Map.of("user", "admin", "password", "wrong-one"),
            DriverAction.READ_SETTING, Map.of("name", "automatic-updates"),
            DriverAction.OFFER_UPDATE, Map.of("image", "trial")));
  }

  @TestFactory
  Stream<DynamicTest> overSsh() {
    return tests(PeerProtocol.ssh(), Map.of(DriverAction.READ_STATE, Map.of("topic", "all")));
  }

  private Stream<DynamicTest> tests(
      PeerProtocol protocol, Map<DriverAction, Map<String, String>> actions) {
    return HostilePeers.all(protocol, 20).entrySet().stream()
        .flatMap(
            peer ->
                actions.entrySet().stream()
                    .map(
                        a ->
                            DynamicTest.dynamicTest(
                                a.getKey().word() + ": " + peer.getKey(),
                                () -> isAFailure(peer.getValue(), a.getKey(), a.getValue()))));
  }

  private void isAFailure(Behaviour behaviour, DriverAction action, Map<String, String> arguments)
      throws Exception {
    Optional<byte[]> file =
        action == DriverAction.OFFER_UPDATE
            ? Optional.of("image".getBytes(StandardCharsets.UTF_8))
            : Optional.empty();
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok");
        Peer peer = Peer.at(Stage.ADDRESS, behaviour)) {
      stage.within(HURRIED);
      stage.driver(DRIVER.replace("PEER", Stage.ADDRESS + ":" + peer.endpoint().port()));
      DriverResult result = stage.perform(action, arguments, file);
      assertThat(result).isInstanceOf(DriverResult.Errored.class);
      assertThat(result.reason()).isNotBlank().hasSizeLessThan(1_000);
    }
  }
}
