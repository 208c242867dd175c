package dev.plumbline.probes.dtlsendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.CoapServer;
import dev.plumbline.probes.kit.Daemon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** libcoap's own server inside OpenSSL's DTLS: with a pre-shared key, and with a certificate. */
@Tag("peers")
class DtlsServersPeerTest {
  /** An answer comes at once; this is for a busy machine. */
  private static final Duration BUSY = Duration.ofSeconds(20);

  private static final String ADDRESS = "127.77.55.3";

  @TempDir Path dir;

  private Result seen(List<String> options) throws Exception {
    try (CoapServer server = CoapServer.start(ADDRESS, dir, options)) {
      Endpoint secure = Endpoint.udp(ADDRESS, server.endpoint().port() + 1);
      return ProbeTrial.against(secure)
          .given(
              "udp.open-ports",
              "address/" + ADDRESS,
              Map.of("heard", List.of(Map.of("port", (long) secure.port(), "protocol", "dtls"))))
          .run(new DtlsEndpointProbe(BUSY));
    }
  }

  @Test
  void aServerWithAPreSharedKeyTakesSuitesWithSuchKeysAlone() throws Exception {
    Result result = seen(List.of("-k", "secretPSK", "-h", "device-7"));
    assertThat(result.one("dtls.endpoint").flag("psk")).contains(true);
    assertThat(result.one("tls.versions").texts("accepted")).containsExactly("DTLSv1.2");
    assertThat(result.one("tls.suites").texts("accepted"))
        .isNotEmpty()
        .allMatch(s -> s.contains("PSK"));
  }

  @Test
  void aServerWithACertificateShowsIt() throws Exception {
    Daemon.run(
        dir,
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            "key.pem",
            "-out",
            "cert.pem",
            "-days",
            "9",
            "-subj",
            "/CN=coap"));
    Result result = seen(List.of("-c", "cert.pem", "-j", "key.pem", "-n"));
    assertThat(result.one("tls.versions").texts("accepted")).containsExactly("DTLSv1.2");
    assertThat(result.one("tls.suites").texts("accepted"))
        .contains("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
    assertThat(result.one("tls.certificate").text("subject")).isEqualTo("CN=coap");
  }
}
