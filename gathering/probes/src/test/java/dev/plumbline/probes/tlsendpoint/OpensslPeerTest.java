package dev.plumbline.probes.tlsendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code openssl s_server} in known configurations: what is switched on is seen, and no more. */
@Tag("peers")
class OpensslPeerTest {
  private static final String ADDRESS = "127.77.20.2";
  private static final String WEAK = "DEFAULT:@SECLEVEL=0";

  @TempDir static Path directory;

  @BeforeAll
  static void makeKeys() {
    String names = "subjectAltName=DNS:device.example,IP:" + ADDRESS;
    TestKeys.selfSigned(directory, "server", "rsa:2048", "-days", "90", "-addext", names);
    TestKeys.selfSigned(directory, "small", "rsa:1024", "-sha1", "-days", "9000");
    TestKeys.selfSigned(
        directory,
        "old",
        "rsa:2048",
        "-not_before",
        "20200101000000Z",
        "-not_after",
        "20210101000000Z");
    TestKeys.selfSigned(
        directory,
        "future",
        "rsa:2048",
        "-not_before",
        "20900101000000Z",
        "-not_after",
        "20910101000000Z");
    TestKeys.selfSigned(
        directory, "client", "rsa:2048", "-days", "90", "-addext", "extendedKeyUsage=clientAuth");
    TestKeys.selfSigned(
        directory,
        "curve",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-days",
        "90",
        "-addext",
        names);
  }

  @Test
  void eachVersionAloneIsSeenAlone() {
    assertThat(versions("-tls1")).containsExactly("TLSv1.0");
    assertThat(versions("-tls1_1")).containsExactly("TLSv1.1");
    assertThat(versions("-tls1_2")).containsExactly("TLSv1.2");
    assertThat(versions("-tls1_3")).containsExactly("TLSv1.3");
  }

  private List<String> versions(String option) {
    Result result = with("server", option, "-cipher", WEAK);
    Observation versions = result.one("tls.versions");
    assertThat(versions.texts("undecided")).isEmpty();
    assertThat(versions.texts("refused")).hasSize(5);
    assertThat(result.one("tls.suites").coverage()).containsEntry("complete", true);
    return versions.texts("accepted");
  }

  @Test
  void theSuitesAreExactlyTheConfiguredOnesInTheServersOrder() {
    Result result =
        with(
            "server",
            "-tls1_2",
            "-serverpref",
            "-cipher",
            "AES256-SHA:ECDHE-RSA-AES128-GCM-SHA256:PSK-AES128-CBC-SHA:DHE-RSA-AES128-SHA256",
            "-psk",
            "1234");
    Observation suites = result.one("tls.suites");
    assertThat(suites.texts("accepted"))
        .containsExactly(
            "TLS_RSA_WITH_AES_256_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_PSK_WITH_AES_128_CBC_SHA",
            "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256");
    assertThat(suites.flag("serverOrder")).contains(true);
    assertThat(found(result)).containsExactly("static-rsa", "ticket-reuse");
  }

  @Test
  void withoutAnOrderOfItsOwnTheServerFollowsTheClient() {
    Result result = with("server", "-cipher", "AES256-SHA:AES128-SHA");
    assertThat(result.one("tls.suites").flag("serverOrder")).contains(false);
  }

  @Test
  void suitesWithoutEncryptionOrAuthenticationAreFound() {
    Result result = with("server", "-tls1_2", "-cipher", "NULL-SHA256:ADH-AES128-SHA:@SECLEVEL=0");
    assertThat(result.one("tls.suites").texts("accepted"))
        .containsExactlyInAnyOrder("TLS_RSA_WITH_NULL_SHA256", "TLS_DH_anon_WITH_AES_128_CBC_SHA");
    assertThat(found(result)).contains("null-cipher", "anonymous", "static-rsa");
  }

  @Test
  void aSmallFieldIsFoundWithItsSize() {
    ServerProcess.run(
        directory,
        List.of(
            "openssl",
            "genpkey",
            "-genparam",
            "-algorithm",
            "DH",
            "-pkeyopt",
            "group:modp_1536",
            "-out",
            "dh.pem"));
    Result result =
        with(
            "server",
            "-tls1_2",
            "-cipher",
            "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0",
            "-dhparam",
            "dh.pem");
    assertThat(result.one("tls.groups").number("dhBits")).contains(1536L);
    assertThat(result.one("tls.groups").texts("accepted")).isEmpty();
    assertThat(found(result)).contains("weak-dh");
  }

  @Test
  void theGroupsAreExactlyTheConfiguredOnes() {
    Result result = with("server", "-groups", "P-384:X448:ffdhe3072");
    assertThat(result.one("tls.groups").texts("accepted"))
        .containsExactlyInAnyOrder("secp384r1", "x448", "ffdhe3072");
    // None of these is the group of the first key share, and still the handshake is opened.
    assertThat(result.one("tls.certificate").seen()).isTrue();
    assertThat(result.one("tls.signatures").coverage().get("complete")).isEqualTo(true);
  }

  @Test
  void theSignatureAlgorithmsAreExactlyTheConfiguredOnes() {
    Result result = with("server", "-sigalgs", "rsa_pss_rsae_sha384:rsa_pkcs1_sha256");
    assertThat(result.one("tls.signatures").texts("accepted"))
        .containsExactlyInAnyOrder("rsa_pss_rsae_sha384", "rsa_pkcs1_sha256");
    Result curve = with("curve", "-cipher", WEAK);
    assertThat(curve.one("tls.signatures").texts("accepted"))
        .contains("ecdsa_secp256r1_sha256", "ecdsa_sha1")
        .allMatch(name -> name.startsWith("ecdsa_"));
  }

  @Test
  void aSoundCertificateHasNoFaultButThatItSignsItself() {
    Observation certificate = with("server").one("tls.certificate");
    assertThat(certificate.texts("faults")).containsExactly("self-signed");
    assertThat(certificate.texts("names")).containsExactly("device.example", ADDRESS);
    assertThat(certificate.text("keyAlgorithm")).isEqualTo("RSA");
    assertThat(certificate.number("keyBits")).contains(2048L);
    assertThat(certificate.text("subject")).isEqualTo("CN=server");
  }

  @Test
  void eachFaultOfACertificateIsFound() {
    assertThat(faults("old")).contains("expired").doesNotContain("not-yet-valid");
    assertThat(faults("future")).contains("not-yet-valid").doesNotContain("expired");
    assertThat(faults("small")).contains("weak-key", "weak-signature", "long-lived", "wrong-name");
    assertThat(faults("client")).contains("wrong-use");
  }

  @Test
  void aChainIsReadAndItsGapIsFound() {
    issue("root", "leaf");
    Result alone = with("leaf");
    assertThat(alone.one("tls.certificate").texts("faults")).contains("incomplete-chain");
    Result whole = with("leaf", "-cert_chain", "root.pem");
    assertThat(whole.one("tls.certificate").number("chainLength")).contains(2L);
    assertThat(whole.one("tls.certificate").texts("faults"))
        .doesNotContain("incomplete-chain", "self-signed");
  }

  private static void issue(String root, String leaf) {
    TestKeys.selfSigned(directory, root, "rsa:2048", "-days", "90");
    TestKeys.selfSigned(
        directory, leaf, "rsa:2048", "-days", "90", "-CA", root + ".pem", "-CAkey", root + ".key");
  }

  @Test
  void theFaultOfASecondCertificateIsNotHiddenByTheFirst() {
    Result result =
        with("curve", "-tls1_2", "-cipher", WEAK, "-dcert", "old.pem", "-dkey", "old.key");
    assertThat(result.one("tls.certificate").texts("faults")).contains("expired");
    assertThat(result.one("tls.certificate").value()).containsKey("others");
  }

  @Test
  void renegotiationIsFoundWhereItIsSwitchedOnInEveryKindOfSession() {
    for (String cipher :
        List.of(
            "ECDHE-RSA-AES128-GCM-SHA256",
            "ECDHE-RSA-AES256-GCM-SHA384",
            "ECDHE-RSA-CHACHA20-POLY1305",
            "DHE-RSA-AES128-GCM-SHA256",
            "AES128-SHA256",
            "ECDHE-RSA-AES256-SHA384",
            "AES256-SHA")) {
      Result result = with("server", "-tls1_2", "-cipher", cipher, "-client_renegotiation");
      assertThat(found(result)).as(cipher).contains("client-renegotiation");
      assertThat(absent(result)).as(cipher).contains("insecure-renegotiation");
    }
    for (String version : List.of("-tls1", "-tls1_1")) {
      Result result = with("server", version, "-cipher", WEAK, "-client_renegotiation");
      assertThat(found(result)).as(version).contains("client-renegotiation");
    }
  }

  @Test
  void renegotiationOfTheOldKindIsFoundWhereItIsSwitchedOn() {
    Result result = with("server", "-tls1_2", "-client_renegotiation", "-legacy_renegotiation");
    assertThat(found(result)).contains("client-renegotiation", "insecure-renegotiation");
  }

  @Test
  void renegotiationIsAbsentWhereItIsRefused() {
    Result result = with("server", "-tls1_2");
    assertThat(absent(result))
        .contains(
            "client-renegotiation",
            "insecure-renegotiation",
            "no-secure-renegotiation",
            "compression",
            "heartbeat");
    assertThat(result.one("tls.weaknesses").texts("undecided")).isEmpty();
  }

  @Test
  void aServerThatWantsACertificateOfTheClientIsAskedAllTheSame() {
    Result result = with("server", "-tls1_2", "-verify", "1");
    assertThat(result.one("tls.versions").texts("accepted")).containsExactly("TLSv1.2");
    assertThat(absent(result)).contains("client-renegotiation");
  }

  @Test
  void ticketsAreFoundUnlessSwitchedOff() {
    assertThat(found(with("server", "-tls1_2"))).contains("ticket-reuse");
    assertThat(absent(with("server", "-tls1_2", "-no_ticket"))).contains("ticket-reuse");
  }

  @Test
  void oldVersionsHaveTheirOwnWeaknessAndTheirOwnSignatures() {
    Result result = with("server", "-tls1", "-cipher", WEAK);
    assertThat(found(result)).contains("cbc-tls10");
    assertThat(result.one("tls.signatures").texts("implied")).containsExactly("rsa_pkcs1_md5_sha1");
    assertThat(found(with("server", "-tls1_1", "-cipher", WEAK))).doesNotContain("cbc-tls10");
  }

  @Test
  void tlsThatStartsAfterClearTextIsAskedAsWell() {
    assertThat(after("smtp", "220 mail\r\n", "250-mail\r\n250 STARTTLS\r\n", "220 go\r\n"))
        .containsExactly("TLSv1.2");
    assertThat(after("ftp", "220-hello\r\n220 ftp\r\n", "234 go\r\n")).containsExactly("TLSv1.2");
    assertThat(after("imap", "* OK imap\r\n", "a1 OK go\r\n")).containsExactly("TLSv1.2");
    assertThat(after("pop3", "+OK pop\r\n", "+OK go\r\n")).containsExactly("TLSv1.2");
  }

  @Test
  void aServerThatDeclinesToStartTlsLeavesAllUndetermined() {
    Behaviour declines =
        (client, n) -> {
          client.getOutputStream().write("220 ftp\r\n".getBytes(StandardCharsets.US_ASCII));
          client.getInputStream().read();
          client.getOutputStream().write("500 no\r\n".getBytes(StandardCharsets.US_ASCII));
        };
    try (Peer peer = Peer.at(ADDRESS, declines)) {
      assertThat(starting(peer.endpoint(), "ftp").ofProbe(new TlsEndpointProbe()))
          .hasSize(6)
          .noneMatch(Observation::seen);
    }
  }

  /** Speaks the clear text itself and hands the rest to openssl. */
  private static List<String> after(String protocol, String... replies) {
    try (ServerProcess server = server("server", "-tls1_2");
        Peer front = Peer.at(ADDRESS, (client, n) -> relay(client, server, replies))) {
      return starting(front.endpoint(), protocol).one("tls.versions").texts("accepted");
    }
  }

  private static void relay(Socket client, ServerProcess server, String... replies)
      throws IOException, InterruptedException {
    client.getOutputStream().write(replies[0].getBytes(StandardCharsets.US_ASCII));
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
    for (String reply : Arrays.copyOfRange(replies, 1, replies.length)) {
      if (lines.readLine() == null) {
        return;
      }
      client.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
    }
    Endpoint behind = server.endpoint();
    try (Socket tls = new Socket(behind.address(), behind.port())) {
      Thread back = Thread.ofVirtual().start(() -> copy(tls, client));
      client.getInputStream().transferTo(tls.getOutputStream());
      tls.shutdownOutput();
      back.join();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of them has gone.
    }
  }

  private static Result starting(Endpoint endpoint, String protocol) {
    return ProbeTrial.against(endpoint)
        .given(
            "service.identified",
            endpoint.toString(),
            Map.of("protocol", protocol, "tls", false, "starttls", true))
        .run(new TlsEndpointProbe());
  }

  private static List<String> faults(String name) {
    return with(name, "-cipher", WEAK).one("tls.certificate").texts("faults");
  }

  private static List<String> found(Result result) {
    return result.one("tls.weaknesses").texts("found");
  }

  private static List<String> absent(Result result) {
    return result.one("tls.weaknesses").texts("absent");
  }

  private static Result with(String certificate, String... options) {
    try (ServerProcess server = server(certificate, options)) {
      return TlsTiming.trial(server.endpoint());
    }
  }

  private static ServerProcess server(String certificate, String... options) {
    List<String> all = new ArrayList<>(TestKeys.options(certificate, options));
    return ServerProcess.openssl(ADDRESS, directory, all);
  }
}
