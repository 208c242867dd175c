package dev.plumbline.probes.onvifaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.defaultpasswords.DefaultPasswordsProbe;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnvifAccessProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new OnvifAccessProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.56.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "http", "tls", false));
  }

  /** Who answers in the form of HTTP and in nothing like SOAP has no such service there. */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return fact.flag("present").equals(Optional.of(false));
  }

  private static DeviceSpec camera(Map<String, Object> service) {
    return DeviceSpec.named("sound-camera")
        .patched(
            Map.of(
                "parts", Map.of("web", Map.of("pages", Map.of("/onvif/device_service", service)))));
  }

  private Result seenAt(DeviceSpec spec, Duration patience, Probe probe, Map<String, Object> login)
      throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(spec.onlyParts("web").anyPorts(), InetAddress.ofLiteral(address()))) {
      Endpoint endpoint = Endpoint.tcp(address(), device.endpoint("web").getPort());
      ProbeTrial trial =
          ProbeTrial.against(endpoint)
              .limits(Limits.usual().hurried(patience, Duration.ofSeconds(20)))
              .given(
                  "service.identified",
                  endpoint.toString(),
                  Map.of("protocol", "http", "tls", true));
      if (!login.isEmpty()) {
        trial.given("login.mechanism", endpoint.toString(), login);
      }
      return trial.run(probe);
    }
  }

  private Result seenAt(DeviceSpec spec) throws IOException {
    return seenAt(spec, Duration.ofSeconds(10), probe(), Map.of());
  }

  @Test
  void whatAnybodyMayAskIsOpen() throws IOException {
    Result result = seenAt(DeviceSpec.named("sound-camera").with("onvif-without-login"));
    Observation open = result.one("onvif.access");
    assertThat(open.texts("users")).containsExactly("admin");
    assertThat(open.value().get("open")).asString().contains("GetUsers", "GetDeviceInformation");
    assertThat(result.one("service.disclosed").value().get("facts"))
        .asString()
        .contains("firmware");
  }

  @Test
  void aServiceWithALoginGivesTheTimeAndNothingElse() throws IOException {
    Observation shut =
        seenAt(camera(Map.of("does", "onvif", "guarded", false))).one("onvif.access");
    assertThat(shut.value().get("open"))
        .isEqualTo(List.of(Map.of("path", "GetSystemDateAndTime", "kind", "health")));
    assertThat(shut.texts("guarded")).contains("GetUsers", "GetDeviceInformation");
  }

  private Observation saying(String status, String body, boolean echoes) {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              byte[] buffer = new byte[8192];
              int length = client.getInputStream().read(buffer);
              String asked = new String(buffer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
              boolean first = asked.contains("GetSystemDateAndTime");
              String answer =
                  echoes
                      ? asked
                      : first ? "<Envelope><GetSystemDateAndTimeResponse/></Envelope>" : body;
              client
                  .getOutputStream()
                  .write(
                      ("HTTP/1.1 "
                              + (first ? "200 OK" : status)
                              + "\r\nConnection: close\r\nContent-Length: "
                              + answer.length()
                              + "\r\n\r\n"
                              + answer)
                          .getBytes(StandardCharsets.US_ASCII));
            })) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .run(probe())
          .one("onvif.access");
    }
  }

  @Test
  void aServiceThatFailsDoesNotSayThatItGivesNothing() {
    Observation broken =
        saying("500 Internal Server Error", "<Envelope><Fault>Receiver</Fault></Envelope>", false);
    assertThat(broken.coverage().get("unanswered")).asString().contains("GetUsers", "GetProfiles");
    assertThat(saying("503 Busy", "", false).coverage().get("unanswered"))
        .asString()
        .contains("GetUsers");
    assertThat(
            saying("500 Error", "<Envelope><Fault>ter:ActionNotSupported</Fault></Envelope>", false)
                .coverage()
                .get("unanswered"))
        .isEqualTo(List.of());
  }

  @Test
  void aWebServerThatWantsALoginForEverythingGivesNothing() {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              client.getInputStream().read(new byte[8192]);
              client
                  .getOutputStream()
                  .write(
                      "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"
                          .getBytes(StandardCharsets.US_ASCII));
            })) {
      Observation shut =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .run(probe())
              .one("onvif.access");
      assertThat(shut.flag("present")).isEmpty();
      assertThat(shut.value().get("open")).isEqualTo(List.of());
      assertThat(shut.texts("guarded")).contains("GetUsers", "GetProfiles");
    }
  }

  @Test
  void anEchoOfTheCallIsNoService() {
    assertThat(saying("200 OK", "", true).flag("present")).contains(false);
  }

  @Test
  void aKnownPasswordOpensIt() throws IOException {
    DeviceSpec weak = camera(Map.of("does", "onvif", "guarded", false)).with("maintenance-account");
    Observation opened =
        seenAt(
                weak,
                Duration.ofSeconds(10),
                new DefaultPasswordsProbe(),
                Map.of("kind", "onvif", "password", true))
            .one("login.default-password");
    assertThat(opened.value().get("accepted")).asString().contains("support");
  }

  @Test
  void theSoundCameraHasNone() throws IOException {
    assertThat(seenAt(DeviceSpec.named("sound-camera")).one("onvif.access").flag("present"))
        .contains(false);
  }

  @ParameterizedTest
  @EnumSource(names = {"SAYS_NOTHING", "RESETS"})
  void aMuteCameraProvesNothing(Silence how) throws IOException {
    Observation mute =
        seenAt(
                DeviceSpec.named("sound-camera").with("onvif-without-login").mute(how),
                Duration.ofMillis(200),
                probe(),
                Map.of())
            .one("onvif.access");
    assertThat(mute.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }
}
