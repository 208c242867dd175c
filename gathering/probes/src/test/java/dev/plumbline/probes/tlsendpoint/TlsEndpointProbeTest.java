package dev.plumbline.probes.tlsendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TlsEndpointProbeTest extends ProbeContract {
  private static final byte[] HANDSHAKE_FAILURE = {21, 3, 1, 0, 2, 2, 40};
  private static final byte[] PROTOCOL_VERSION = {21, 3, 1, 0, 2, 2, 70};

  @Override
  protected Probe probe() {
    return new TlsEndpointProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.tls();
  }

  @Override
  protected String address() {
    return "127.77.20.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given("service.identified", peer.toString(), Map.of("tls", true));
  }

  @Test
  void aPeerThatAlertsOnEverythingRefusesNothing() {
    try (Peer peer = Peer.at(address(), (client, n) -> reply(client, HANDSHAKE_FAILURE))) {
      assertThat(run(peer).ofProbe(probe()))
          .hasSize(6)
          .allMatch(o -> o.outcome() == Outcome.UNDETERMINED);
    }
  }

  @Test
  void aPeerThatAgreesToEverythingIsNotBelieved() {
    try (Peer peer = Peer.at(address(), (client, n) -> agree(client, true))) {
      assertThat(run(peer).ofProbe(probe()))
          .hasSize(6)
          .allMatch(o -> o.outcome() == Outcome.UNDETERMINED)
          .allMatch(o -> o.reason().contains("does not exist"));
    }
  }

  @Test
  void aVersionThatMeetsSilenceIsNeitherAcceptedNorRefused() {
    Observation versions =
        versionsOf(
            (client, hello) -> {
              if (hello[0] == 22 && version(hello) == 0x0303) {
                answer(client, hello);
              } else if (hello[0] == 22 && version(hello) == 0x0301) {
                client.getInputStream().read();
              } else {
                client.getOutputStream().write(PROTOCOL_VERSION);
              }
            });
    assertThat(versions.texts("accepted")).containsExactly("TLSv1.2");
    assertThat(versions.texts("refused")).containsExactly("SSLv2", "SSLv3", "TLSv1.1", "TLSv1.3");
    assertThat(versions.texts("undecided")).containsExactly("TLSv1.0");
    assertThat(versions.coverage().get("tried")).asString().doesNotContain("TLSv1.0");
  }

  @Test
  void anOrderlyCloseCountsAsRefusalWhereTheSameEndpointAgreesToSomethingElse() {
    Observation versions =
        versionsOf(
            (client, hello) -> {
              if (hello[0] == 22 && version(hello) == 0x0303) {
                answer(client, hello);
              }
            });
    assertThat(versions.texts("accepted")).containsExactly("TLSv1.2");
    assertThat(versions.texts("refused"))
        .containsExactly("SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.3");
  }

  @Test
  void aResetIsNoRefusal() {
    Observation versions =
        versionsOf(
            (client, hello) -> {
              if (hello[0] == 22 && version(hello) == 0x0303) {
                answer(client, hello);
              } else if (hello[0] == 22 && version(hello) == 0x0300) {
                client.setSoLinger(true, 0);
              } else {
                client.getOutputStream().write(PROTOCOL_VERSION);
              }
            });
    assertThat(versions.texts("undecided")).containsExactly("SSLv3");
  }

  @Test
  void ssl2IsSeenWithItsSuitesAndItsCertificateIsNotBelievedWhenBroken() {
    try (Peer peer = Peer.at(address(), (client, n) -> serve(client, TlsEndpointProbeTest::ssl2))) {
      Result result = run(peer);
      assertThat(result.one("tls.versions").texts("accepted")).containsExactly("SSLv2");
      assertThat(result.one("tls.suites").texts("accepted"))
          .containsExactly("SSL_CK_RC4_128_WITH_MD5", "SSL_CK_DES_192_EDE3_CBC_WITH_MD5");
      assertThat(result.one("tls.certificate").outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(result.one("tls.weaknesses").texts("found")).contains("rc4", "3des", "static-rsa");
    }
  }

  @Test
  void whatHasNoTlsIsNotAsked() {
    try (Peer peer = Peer.at(address(), (client, n) -> {})) {
      Result result =
          ProbeTrial.against(peer.endpoint())
              .given("service.identified", peer.endpoint().toString(), Map.of("tls", false))
              .run(probe());
      assertThat(result.ofProbe(probe())).isEmpty();
    }
  }

  @Test
  void anUnknownWayToStartTlsIsSaidToBeUnknown() {
    try (Peer peer = Peer.at(address(), (client, n) -> {})) {
      Result result =
          ProbeTrial.against(peer.endpoint())
              .given(
                  "service.identified",
                  peer.endpoint().toString(),
                  Map.of("tls", false, "starttls", true, "protocol", "unheard-of"))
              .run(probe());
      assertThat(result.ofProbe(probe()))
          .hasSize(6)
          .allMatch(o -> o.reason().contains("not known"));
    }
  }

  private interface Script {
    void answer(Socket client, byte[] hello) throws IOException;
  }

  private Observation versionsOf(Script script) {
    Behaviour behaviour = (client, n) -> serve(client, script);
    try (Peer peer = Peer.at(address(), behaviour)) {
      return run(peer).one("tls.versions");
    }
  }

  private static void serve(Socket client, Script script) throws IOException {
    script.answer(client, read(client));
  }

  private static void reply(Socket client, byte[] answer) throws IOException {
    read(client);
    client.getOutputStream().write(answer);
  }

  private static void agree(Socket client, boolean always) throws IOException {
    byte[] hello = read(client);
    if (hello[0] == 22 && always) {
      serverHello(client, hello, suite(hello, 0));
    }
  }

  /** Agrees to AES_128_GCM with ECDHE and RSA alone, in the version of the hello. */
  private static void answer(Socket client, byte[] hello) throws IOException {
    for (int i = 0; i < suites(hello); i++) {
      if (suite(hello, i) == 0xC02F) {
        serverHello(client, hello, 0xC02F);
        return;
      }
    }
    client.getOutputStream().write(HANDSHAKE_FAILURE);
  }

  private static void ssl2(Socket client, byte[] hello) throws IOException {
    if ((hello[0] & 0x80) != 0) {
      client
          .getOutputStream()
          .write(
              HexFormat.of()
                  .parseHex(
                      "8015"
                          + "0400010002"
                          + "0002"
                          + "0006"
                          + "0000"
                          + "abcd"
                          + "010080"
                          + "0700c0"
                          + "0000"));
    } else {
      client.getOutputStream().write(PROTOCOL_VERSION);
    }
  }

  private static void serverHello(Socket client, byte[] hello, int suite) throws IOException {
    String versions = HexFormat.of().formatHex(hello, 9, 11);
    String body = versions + "11".repeat(32) + "00" + String.format("%04x", suite) + "00";
    String message = "02" + String.format("%06x", body.length() / 2) + body;
    String record = "16" + versions + String.format("%04x", message.length() / 2) + message;
    client.getOutputStream().write(HexFormat.of().parseHex(record));
  }

  private static int version(byte[] hello) {
    // TLS 1.3 hides behind 1.2; only its extension tells it.
    boolean tls13 = HexFormat.of().formatHex(hello).contains("002b0003020304");
    return tls13 ? 0x0304 : (hello[9] & 0xFF) << 8 | (hello[10] & 0xFF);
  }

  private static int suiteOffset(byte[] hello) {
    return 9 + 2 + 32 + 1 + (hello[9 + 2 + 32] & 0xFF) + 2;
  }

  private static int suites(byte[] hello) {
    int at = suiteOffset(hello) - 2;
    return ((hello[at] & 0xFF) << 8 | (hello[at + 1] & 0xFF)) / 2;
  }

  private static int suite(byte[] hello, int index) {
    int at = suiteOffset(hello) + 2 * index;
    return (hello[at] & 0xFF) << 8 | (hello[at + 1] & 0xFF);
  }

  /** A whole record, or a whole message of SSL 2.0. */
  private static byte[] read(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    byte[] head = in.readNBytes(2);
    if (head.length < 2) {
      return new byte[] {0};
    }
    boolean record = (head[0] & 0x80) == 0;
    byte[] rest = record ? in.readNBytes(3) : new byte[0];
    int length =
        record
            ? (rest[1] & 0xFF) << 8 | (rest[2] & 0xFF)
            : (head[0] & 0x7F) << 8 | (head[1] & 0xFF);
    byte[] body = in.readNBytes(length);
    byte[] all = new byte[head.length + rest.length + body.length];
    System.arraycopy(head, 0, all, 0, 2);
    System.arraycopy(rest, 0, all, 2, rest.length);
    System.arraycopy(body, 0, all, 2 + rest.length, body.length);
    return all;
  }

  @Test
  void itIsFoundByTheServiceLoader() {
    assertThat(java.util.ServiceLoader.load(Probe.class))
        .anyMatch(TlsEndpointProbe.class::isInstance);
  }

  @Test
  void theKeysThatItPromisesAreTheOnesOfTheContract() {
    assertThat(probe().spec().produces())
        .isEqualTo(
            List.of(
                "tls.versions",
                "tls.suites",
                "tls.groups",
                "tls.signatures",
                "tls.certificate",
                "tls.weaknesses",
                "service.disclosed"));
  }
}
