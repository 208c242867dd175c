package dev.plumbline.probes.tlsendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that answer each name otherwise, or nobody who names none. */
@Tag("peers")
class ServerNamesPeerTest {
  private static final String ADDRESS = "127.77.20.4";
  private static final String NAME = "gate.local";

  /** A second server at the same port for {@link #NAME}, with older TLS. */
  private static final String OLDER =
      """
      return 200 "ok";
      }
      server {
        listen ADDRESS:PORT ssl;
        server_name gate.local;
        ssl_certificate DIR/other.pem;
        ssl_certificate_key DIR/other.key;
        ssl_protocols TLSv1.1 TLSv1.2;
        ssl_ciphers AES128-SHA:ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0;
      """;

  @TempDir static Path directory;

  @BeforeAll
  static void makeKeys() {
    TestKeys.selfSigned(
        directory, "server", "rsa:2048", "-days", "90", "-addext", "subjectAltName=IP:" + ADDRESS);
    TestKeys.selfSigned(
        directory, "other", "rsa:2048", "-days", "90", "-addext", "subjectAltName=DNS:" + NAME);
  }

  private static Result ask(Endpoint endpoint) {
    return ProbeTrial.against(endpoint)
        .given("service.identified", endpoint.toString(), Map.of("protocol", "http", "tls", true))
        .given(
            "mdns.services",
            "udp/" + ADDRESS + "/5353",
            Map.of("present", true, "services", List.of(Map.of("host", NAME + "."))))
        .run(new TlsEndpointProbe());
  }

  @Test
  void theCertificateForAnAnnouncedNameIsSeenBesideTheUsualOne() {
    List<String> options =
        TestKeys.options(
            "server", "-tls1_2", "-servername", NAME, "-cert2", "other.pem", "-key2", "other.key");
    try (ServerProcess server = ServerProcess.openssl(ADDRESS, directory, options)) {
      Result result = ask(server.endpoint());
      Observation certificate = result.one("tls.certificate");
      assertThat(certificate.texts("names")).containsExactly(ADDRESS);
      assertThat(String.valueOf(certificate.value().get("others"))).contains(NAME);
      assertThat(String.valueOf(result.one("tls.versions").value().get("named")))
          .contains("answer=other certificate", "name=" + NAME);
      assertThat(result.one("tls.versions").coverage().get("names")).asString().contains(NAME);
    }
  }

  @Test
  void aProtocolThatTheServerRefusesIsToldAsRefused() {
    try (ServerProcess server = WebServers.nginx(ADDRESS, directory, "ssl_protocols TLSv1.2;")) {
      assertThat(String.valueOf(ask(server.endpoint()).one("tls.versions").value().get("named")))
          .contains("answer=refused, name=alpn mqtt", "answer=same, name=alpn http/1.1");
    }
  }

  @Test
  void aServerThatAnswersNobodyWithoutANameIsAskedByTheNameThatTheDeviceAnnounces() {
    String lines = "ssl_reject_handshake on;\n" + OLDER;
    try (ServerProcess server = WebServers.nginx(ADDRESS, directory, lines)) {
      Result result = ask(server.endpoint());
      assertThat(result.one("tls.versions").texts("accepted")).contains("TLSv1.2");
      assertThat(result.one("tls.certificate").texts("names")).containsExactly(NAME);
    }
  }
}
