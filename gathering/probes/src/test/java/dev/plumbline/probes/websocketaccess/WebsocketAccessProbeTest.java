package dev.plumbline.probes.websocketaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebsocketAccessProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new WebsocketAccessProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.53.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "http", "tls", false));
  }

  /** It asks so often that the usual patience would make a slow test. */
  @Override
  protected Limits limits() {
    return Limits.usual().hurried(Duration.ofMillis(40), Duration.ofMillis(120));
  }

  /** These answer each request in the form of the protocol, and open no socket. */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return List.of(
                "nests without end",
                "announces 4 GiB",
                "redirects in a circle",
                "compression bomb",
                "changes its answer",
                "one byte at a time")
            .contains(peer)
        && List.of().equals(fact.value().get("open"))
        && List.of().equals(fact.value().get("guarded"));
  }

  private Observation seenAt(DeviceSpec spec, Duration patience) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(spec.onlyParts("web").anyPorts(), InetAddress.ofLiteral(address()))) {
      Endpoint endpoint = Endpoint.tcp(address(), device.endpoint("web").getPort());
      return ProbeTrial.against(endpoint)
          .limits(Limits.usual().hurried(patience, Duration.ofSeconds(20)))
          .given("service.identified", endpoint.toString(), Map.of("protocol", "http", "tls", true))
          .run(probe())
          .one("websocket.access");
    }
  }

  private static DeviceSpec camera(String... flaws) {
    return DeviceSpec.named("sound-camera").with(flaws);
  }

  @Test
  void aSocketForAnybodyIsOpenToOtherSitesToo() throws IOException {
    Observation seen = seenAt(camera("websocket-without-login"), Duration.ofSeconds(10));
    assertThat(seen.value().get("open"))
        .isEqualTo(List.of(Map.of("path", "/ws/events", "kind", "data")));
    assertThat(seen.value().get("endpoints"))
        .isEqualTo(List.of(Map.of("path", "/ws/events", "foreignOrigin", "accepted")));
  }

  @Test
  void theSoundCameraOpensNone() throws IOException {
    assertThat(seenAt(camera(), Duration.ofSeconds(10)).value().get("open")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"SAYS_NOTHING", "RESETS"})
  void aMuteServerProvesNothing(Silence how) throws IOException {
    Observation mute = seenAt(camera("websocket-without-login").mute(how), Duration.ofMillis(200));
    assertThat(mute.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void anAnswerThatOnlySaysThatItSwitchesOpensNothing() {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              client.getInputStream().read(new byte[4096]);
              client
                  .getOutputStream()
                  .write(
                      "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: x\r\n\r\n"
                          .getBytes(StandardCharsets.US_ASCII));
            })) {
      Observation seen =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .run(probe())
              .one("websocket.access");
      assertThat(seen.value().get("open")).isEqualTo(List.of());
      assertThat(seen.coverage().get("unanswered")).asString().contains("/ws");
    }
  }

  @Test
  void aScriptThatTheLoginPageLoadsNamesWhatIsAskedFor() {
    WebDevice device =
        new WebDevice(
            r ->
                r.path().equals("/app.js")
                    ? WebDevice.answer(
                        "200 OK",
                        "Content-Type: text/javascript\r\n",
                        "new WebSocket('wss://'+location.host+\"/inside/ws\")")
                    : WebDevice.notFound());
    try (Peer peer = Peer.at("127.77.53.9", device)) {
      introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .given(
              "http.surface",
              peer.endpoint().toString(),
              Map.of("open", List.of(Map.of("path", "/app.js", "kind", "static"))))
          .run(probe());
    }
    assertThat(device.requests()).extracting(WebDevice.Request::path).contains("/inside/ws");
  }
}
