package dev.plumbline.probes.apidiscovery;

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
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiDiscoveryProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new ApiDiscoveryProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.51.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "http", "tls", false));
  }

  /** It asks so often that the usual patience would make a slow test. */
  @Override
  protected Limits limits() {
    return Limits.usual().hurried(Duration.ofMillis(50), Duration.ofMillis(200));
  }

  /** These answer each request in the form of the protocol, and describe nothing. */
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
          .one("api.surface");
    }
  }

  private static DeviceSpec camera(String... flaws) {
    return DeviceSpec.named("sound-camera").with(flaws);
  }

  @Test
  void whatADescriptionNamesIsReadWithoutALogin() throws IOException {
    Observation seen = seenAt(camera("api-described-and-open"), Duration.ofSeconds(10));
    assertThat(seen.value().get("documents")).asString().contains("/openapi.json", "openapi");
    assertThat(seen.value().get("open"))
        .isEqualTo(
            List.of(
                Map.of("path", "/openapi.json", "kind", "description"),
                Map.of("path", "/int/events", "kind", "data")));
    assertThat(seen.coverage().get("skipped")).isEqualTo(List.of("/int/clips/{id}"));
  }

  @Test
  void aGraphThatAnybodyMayAskIsOpen() throws IOException {
    Observation seen = seenAt(camera("graphql-without-login"), Duration.ofSeconds(10));
    assertThat(seen.value().get("open"))
        .isEqualTo(List.of(Map.of("path", "/graphql", "kind", "data")));
    assertThat(seen.value().get("graphql")).asString().contains("introspection=true", "[status]");
  }

  @Test
  void aDescriptionThatBreaksOffIsNoAnswer() {
    byte[] cut =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n"
                + "Connection: close\r\n\r\n{\"openapi\": \"3.0.0\", \"paths\": {")
            .getBytes(StandardCharsets.US_ASCII);
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              if (client.getInputStream().read(new byte[8192]) > 0) {
                client.getOutputStream().write(cut);
              }
            })) {
      Observation seen = run(peer).one("api.surface");
      assertThat(seen.coverage().get("unanswered"))
          .asInstanceOf(InstanceOfAssertFactories.list(String.class))
          .contains("/openapi.json", "/graphql");
    }
  }

  @Test
  void theSoundCameraDescribesNothing() throws IOException {
    Observation seen = seenAt(camera(), Duration.ofSeconds(10));
    assertThat(seen.value().get("open")).isEqualTo(List.of());
    assertThat(seen.value().get("documents")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"SAYS_NOTHING", "RESETS"})
  void aMuteCameraProvesNothing(Silence how) throws IOException {
    Observation mute = seenAt(camera("graphql-without-login").mute(how), Duration.ofMillis(200));
    assertThat(mute.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  /** A server that says the same kind of thing to everything, in other words each time. */
  private Observation answering(String status, String type, String body) {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              client.getInputStream().read(new byte[4096]);
              String answer = body.replace("NUMBER", String.valueOf(1_000 + n));
              client
                  .getOutputStream()
                  .write(
                      ("HTTP/1.1 "
                              + status
                              + "\r\nContent-Type: "
                              + type
                              + "\r\nConnection: close\r\nContent-Length: "
                              + answer.length()
                              + "\r\n\r\n"
                              + answer)
                          .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            })) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .run(probe())
          .one("api.surface");
    }
  }

  @Test
  void whatMayBeDataOrAnErrorIsLeftOpen() {
    Observation seen =
        answering(
            "200 OK",
            "application/json",
            "{\"swagger\":\"2.0\",\"n\":NUMBER,\"basePath\":\"/v9\",\"paths\":{\"/a\":{\"get\":{}}}}");
    assertThat(seen.value().get("open")).asString().doesNotContain("/v9/a");
    assertThat(seen.coverage().get("unanswered")).asString().contains("/v9/a");
  }

  @Test
  void aBusyServerDoesNotSayThatItHasNoApi() {
    Observation busy = answering("503 Service Unavailable", "text/html", "busy");
    assertThat(busy.coverage().get("unanswered"))
        .asString()
        .contains("/openapi.json", "/api", "/graphql");
  }

  @Test
  void anErrorOfAnyKindIsNotALogin() {
    String error = "{\"errors\":[{\"message\":\"%s\"}]}";
    Observation broken =
        answering("400 Bad Request", "application/json", error.formatted("bad query"));
    assertThat(broken.texts("guarded")).isEmpty();
    assertThat(broken.coverage().get("unanswered")).asString().contains("/graphql");
    Observation shut =
        answering("400 Bad Request", "application/json", error.formatted("please log in"));
    assertThat(shut.texts("guarded")).contains("/graphql");
  }

  @Test
  void aServerThatAnswersWhateverItIsAskedOpensNothing() {
    String body =
        "{\"swagger\":\"2.0\",\"basePath\":\"/v9\",\"paths\":{\"/a\":{\"get\":{}},\"/b\":{\"post\":{}}}}";
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              client.getInputStream().read(new byte[4096]);
              client
                  .getOutputStream()
                  .write(answer.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            })) {
      Observation seen =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .run(probe())
              .one("api.surface");
      assertThat(seen.value().get("open"))
          .asString()
          .doesNotContain("/v9/a")
          .contains("description");
    }
  }

  @Test
  void aDescriptionAtAPlaceOfItsOwnIsReadAndWhatItsPathsShowIsTold() {
    String json = "Content-Type: application/json\r\n";
    WebDevice device =
        new WebDevice(
            r ->
                switch (r.path()) {
                  case "/inside/spec" ->
                      WebDevice.answer(
                          "200 OK",
                          json,
                          "{\"openapi\":\"3.0.0\",\"paths\":{\"/inside/net\":{\"get\":{}}}}");
                  case "/inside/net" ->
                      WebDevice.answer(
                          "401 No", json, "{\"psk\":\"haus-am-see-2019\",\"on\":true}");
                  default -> WebDevice.notFound();
                });
    try (Peer peer = Peer.at("127.77.52.9", device)) {
      Observation seen =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .given(
                  "http.surface",
                  peer.endpoint().toString(),
                  Map.of("open", List.of(Map.of("path", "/inside/spec", "kind", "description"))))
              .run(probe())
              .one("api.surface");
      assertThat(seen.value().get("open"))
          .asString()
          .contains("/inside/spec", "/inside/net", "Wi-Fi key in the clear");
    }
  }
}
