package dev.plumbline.probes.rtspaccess;

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
import dev.plumbline.probes.defaultpasswords.DefaultPasswordsProbe;
import dev.plumbline.probes.loginmechanisms.LoginMechanismsProbe;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.net.Silence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RtspAccessProbeTest extends ProbeContract {
  private static final String DIGEST =
      """
      RTSP/1.0 401 Unauthorized\r
      CSeq: 1\r
      WWW-Authenticate: Digest realm="cam", nonce="1234", algorithm=MD5\r
      \r
      """;

  @Override
  protected Probe probe() {
    return new RtspAccessProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.rtsp();
  }

  @Override
  protected String address() {
    return "127.77.52.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "rtsp", "tls", false));
  }

  private ProbeTrial camera(Endpoint endpoint, Duration patience) {
    return introduce(ProbeTrial.against(endpoint), endpoint)
        .limits(Limits.usual().hurried(patience, Duration.ofSeconds(20)));
  }

  private SimulatedDevice start(DeviceSpec spec) throws IOException {
    return SimulatedDevice.start(
        spec.onlyParts("rtsp").anyPorts(), InetAddress.ofLiteral(address()));
  }

  private Endpoint at(SimulatedDevice device) {
    return Endpoint.tcp(address(), device.endpoint("rtsp").getPort());
  }

  @Test
  void aStreamForAnybodyIsOpen() throws IOException {
    try (SimulatedDevice device = start(DeviceSpec.named("sound-camera").with("rtsp-open"))) {
      Observation open = camera(at(device), Duration.ofSeconds(10)).run(probe()).one("rtsp.access");
      assertThat(open.value().get("open")).asString().contains("/live", "media");
      assertThat(open.texts("methods")).contains("DESCRIBE");
    }
  }

  @Test
  void aStreamBehindAPasswordIsGuardedAndOpensToAKnownOne() throws IOException {
    DeviceSpec spec =
        DeviceSpec.named("sound-camera").with("rtsp-login-in-clear", "rtsp-default-password");
    try (SimulatedDevice device = start(spec)) {
      Endpoint at = at(device);
      Observation shut = camera(at, Duration.ofSeconds(10)).run(probe()).one("rtsp.access");
      assertThat(shut.value().get("open")).isEqualTo(List.of());
      assertThat(shut.texts("schemes")).containsExactly("basic");

      Observation login =
          camera(at, Duration.ofSeconds(10))
              .given(
                  "rtsp.access",
                  at.toString(),
                  Map.of("guarded", List.of("/live"), "schemes", List.of("basic")))
              .run(new LoginMechanismsProbe())
              .one("login.mechanism");
      assertThat(login.text("kind")).isEqualTo("rtsp-basic");
      assertThat(login.flag("clearText")).contains(true);

      Observation opened =
          camera(at, Duration.ofSeconds(10))
              .given(
                  "login.mechanism",
                  at.toString(),
                  Map.of("kind", "rtsp-basic", "path", "/live", "password", true))
              .run(new DefaultPasswordsProbe())
              .one("login.default-password");
      assertThat(opened.value().get("accepted")).asString().contains("admin");
    }
  }

  /** A server that asks for a login at DESCRIBE alone, or at PLAY too. */
  private Observation playing(String atPlay) {
    return playing("/live/track1 ", atPlay);
  }

  private Observation playing(String setUp, String atPlay) {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              BufferedReader in =
                  new BufferedReader(
                      new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
              String line = in.readLine();
              while (line != null) {
                String answer =
                    switch (line.replaceFirst(" .*", "")) {
                      case "OPTIONS" -> "RTSP/1.0 200 OK\r\nPublic: DESCRIBE, SETUP\r\n\r\n";
                      case "DESCRIBE" -> DIGEST;
                      case "SETUP" ->
                          line.contains(setUp)
                              ? "RTSP/1.0 200 OK\r\nSession: 4711;timeout=60\r\n\r\n"
                              : "RTSP/1.0 404 Not Found\r\n\r\n";
                      case "PLAY" -> atPlay;
                      default -> "";
                    };
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                line = in.readLine();
              }
            })) {
      return camera(peer.endpoint(), Duration.ofSeconds(10)).run(probe()).one("rtsp.access");
    }
  }

  @Test
  void aStreamThatPlaysWithoutItsDescriptionIsOpen() {
    Observation open = playing("RTSP/1.0 200 OK\r\nSession: 4711\r\n\r\n");
    assertThat(open.value().get("open")).asString().contains("/live/track1", "media");
  }

  @Test
  void aServerThatPlaysWhatDoesNotExistLeavesThatUnanswered() {
    Observation any = playing("/", "RTSP/1.0 200 OK\r\nSession: 4711\r\n\r\n");
    assertThat(any.value().get("open")).isEqualTo(List.of());
    assertThat(any.coverage().get("unanswered")).asString().contains("/pl-none/track1");
  }

  @Test
  void aSessionThatMayNotPlayIsNoOpenStream() {
    assertThat(playing(DIGEST).value().get("open")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"SAYS_NOTHING", "RESETS"})
  void aMuteServerProvesNothing(Silence how) throws IOException {
    DeviceSpec spec = DeviceSpec.named("sound-camera").with("rtsp-open").mute(how);
    try (SimulatedDevice device = start(spec)) {
      Observation mute = camera(at(device), Duration.ofMillis(200)).run(probe()).one("rtsp.access");
      assertThat(mute.outcome()).isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Test
  void aServerThatIsBusyDoesNotSayThatThereIsNoStream() {
    try (Peer peer =
        Peer.at(
            address(),
            (client, n) -> {
              byte[] buffer = new byte[4096];
              int length = client.getInputStream().read(buffer);
              String asked = new String(buffer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
              String status =
                  asked.startsWith("OPTIONS")
                      ? "200 OK"
                      : asked.contains("/live ") ? "401 Unauthorized" : "503 Service Unavailable";
              client
                  .getOutputStream()
                  .write(("RTSP/1.0 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            })) {
      Observation busy =
          camera(peer.endpoint(), Duration.ofSeconds(10)).run(probe()).one("rtsp.access");
      assertThat(busy.texts("guarded")).containsExactly("/live");
      assertThat(busy.value().get("missing")).asString().isEqualTo("0");
      assertThat(busy.coverage().get("unanswered")).asString().contains("/stream", "/video");
    }
  }

  /** A server that knows one login by Digest, of the user admin. */
  private Peer digestServer(String response) {
    return Peer.at(
        address(),
        (client, n) -> {
          byte[] buffer = new byte[4096];
          int length = client.getInputStream().read(buffer);
          String asked = new String(buffer, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
          String answer =
              asked.contains("response=\"" + response + "\"") || asked.startsWith("OPTIONS")
                  ? "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 3\r\n\r\nm=x"
                  : DIGEST;
          client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });
  }

  /** RFC 2617: MD5 of the hashes of admin:cam:admin, the nonce and DESCRIBE with the address. */
  @Test
  void aDigestLoginIsTriedAsTheStandardSays() throws Exception {
    Observation[] opened = new Observation[1];
    try (Peer peer = digestServer("no response is right here")) {
      Endpoint at = peer.endpoint();
      assertThat(
              camera(at, Duration.ofSeconds(10)).run(probe()).one("rtsp.access").texts("schemes"))
          .containsExactly("digest");
      opened[0] =
          camera(at, Duration.ofSeconds(10))
              .given(
                  "login.mechanism",
                  at.toString(),
                  Map.of("kind", "rtsp-digest", "path", "/", "password", true))
              .run(new DefaultPasswordsProbe())
              .one("login.default-password");
      assertThat(opened[0].value().get("accepted")).isEqualTo(List.of());
    }
    assertThat(opened[0].coverage().get("tried")).asString().isNotEqualTo("0");
  }

  /** Knows admin:admin, and heeds an answer to the challenge of its own connection alone. */
  private Peer boundServer() {
    return Peer.at(
        address(),
        (client, n) -> {
          String nonce = "nonce-of-connection-" + n;
          byte[] buffer = new byte[4096];
          for (int length = client.getInputStream().read(buffer);
              length > 0;
              length = client.getInputStream().read(buffer)) {
            String asked = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
            Matcher uri = Pattern.compile("uri=\"([^\"]*)\"").matcher(asked);
            String right =
                md5(
                    md5("admin:cam:admin")
                        + ":"
                        + nonce
                        + ":"
                        + md5("DESCRIBE:" + (uri.find() ? uri.group(1) : "")));
            String answer =
                asked.contains("response=\"" + right + "\"") || asked.startsWith("OPTIONS")
                    ? "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 3\r\n\r\nm=x"
                    : "RTSP/1.0 401 Unauthorized\r\nCSeq: 1\r\nWWW-Authenticate: Digest"
                        + " realm=\"cam\", nonce=\""
                        + nonce
                        + "\"\r\n\r\n";
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
          }
        });
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aChallengeIsAnsweredOnTheConnectionOnWhichItCame() throws Exception {
    try (Peer peer = boundServer()) {
      Observation opened =
          camera(peer.endpoint(), Duration.ofSeconds(10))
              .given(
                  "login.mechanism",
                  peer.endpoint().toString(),
                  Map.of("kind", "rtsp-digest", "path", "/", "password", true))
              .run(new DefaultPasswordsProbe())
              .one("login.default-password");
      assertThat(opened.value().get("accepted")).asString().contains("admin");
    }
  }
}
