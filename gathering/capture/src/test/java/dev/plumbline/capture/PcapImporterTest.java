package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aCaptureThatIsNotReadIsRefusedByItsKind(@TempDir Path folder) throws IOException {
    Map<ImportRefusal, byte[]> files =
        Map.of(
            ImportRefusal.EMPTY,
            new byte[0],
            ImportRefusal.OTHER_FORMAT,
            new byte[24],
            ImportRefusal.CUT_OFF,
            HexFormat.of().parseHex("d4c3b2a10200"),
            ImportRefusal.UNSUPPORTED,
            HexFormat.of().parseHex("d4c3b2a10900" + "00".repeat(18)));
    for (Map.Entry<ImportRefusal, byte[]> file : files.entrySet()) {
      Path capture = Files.write(folder.resolve("capture.pcap"), file.getValue());
      ImportReport report = trial().read(importer(), capture);
      assertThat(report.problems()).extracting(Problem::id).containsExactly(file.getKey().id());
      assertThat(report.observations()).isEmpty();
    }
  }
}
