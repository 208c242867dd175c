package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples were captured by tcpdump on a loopback interface of their own. */
class PcapImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new PcapImporter();
  }

  private Captured found() throws IOException {
    return new Captured(trial().read(sample("found"))).withoutErrors();
  }

  @Test
  void tellsWhomTheDeviceCalls() throws IOException {
    assertThat(found().subjects("traffic.contacts"))
        .containsExactlyInAnyOrder("tcp/127.0.0.5/8000", "udp/127.0.0.53/53", "tcp/127.0.0.9/1883");
    assertThat(found().subjects("traffic.served")).containsExactly("tcp/127.0.0.1/8443");
  }

  @Test
  void tellsNamesAskedFor() throws IOException {
    assertThat(Captured.list(found().one("traffic.names", "DUT"), "asked"))
        .singleElement()
        .satisfies(n -> assertThat(n.get("name")).isEqualTo("updates.example"));
  }

  @Test
  void tellsPasswordsInClearTextAndNeverShowsThem() throws IOException {
    Observation o = found().one("traffic.clear-text", "tcp/127.0.0.5/8000");
    assertThat(Captured.list(o, "found"))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.toString())
                    .contains("kind=password", "Authorization (Basic)", "sentBy=device"));
    assertThat(found().report().observations().toString())
        .doesNotContain("not-a-real-secret")
        .doesNotContain("b3duZXI6bm90LWEtcmVhbC1zZWNyZXQ=");
  }

  @Test
  void tellsHandshakesAndCertificates() throws IOException {
    Observation o = found().one("traffic.tls", "tcp/127.0.0.1/8443");
    assertThat(o.text("deviceIs")).isEqualTo("server");
    Map<?, ?> handshake = Captured.list(o, "handshakes").getFirst();
    assertThat(handshake.get("sni")).isEqualTo("camera.example");
    assertThat(handshake.get("version")).isEqualTo("TLSv1.2");
    assertThat(handshake.get("certificateSubject")).isEqualTo("CN=camera.example");
    assertThat(String.valueOf(handshake.get("certificateSha256"))).hasSize(64);
  }

  @Test
  void tellsWaitsBetweenFailedConnections() throws IOException {
    Observation o = found().one("traffic.reconnects", "tcp/127.0.0.9/1883");
    Map<?, ?> run = Captured.list(o, "runs").getFirst();
    assertThat(run.get("refused")).isEqualTo(2L);
    assertThat((List<?>) run.get("waitsMs")).hasSize(1);
  }
}
