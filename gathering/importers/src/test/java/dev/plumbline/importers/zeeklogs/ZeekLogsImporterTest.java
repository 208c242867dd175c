package dev.plumbline.importers.zeeklogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZeekLogsImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new ZeekLogsImporter();
  }

  @Test
  void readsTheConnectionsOfTheDevice() throws IOException {
    Observation flows = fact("found", "traffic.flows");
    assertThat(flows.value()).containsEntry("distinct", 2L).containsEntry("bytesOut", 776L);
    assertThat(flows.coverage()).containsEntry("whole", true);
    assertThat(fact("found", "traffic.contacts").subject()).isEqualTo("udp/192.0.2.1/53");
  }

  @Test
  void aLogWithoutItsLastLineIsNotWhole() throws IOException {
    assertThat(fact("open", "traffic.flows").coverage()).containsEntry("whole", false);
  }

  @Test
  void readsTheOtherLogsAsJsonLines() throws IOException {
    assertThat(fact("dns", "traffic.names").value().get("asked"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "cloud.example.com",
                    "source",
                    "dns",
                    "types",
                    List.of("A"),
                    "count",
                    2L)));
    assertThat(fact("ssl", "traffic.tls").value().get("handshakes"))
        .isEqualTo(
            List.of(
                Map.of(
                    "sni", "cloud.example.com",
                    "version", "TLSv1.2",
                    "suite", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "count", 1L)));
    assertThat(fact("http", "traffic.requests").value().get("requests"))
        .isEqualTo(
            List.of(
                Map.of("method", "GET", "host", "update.example.com", "path", "/fw", "count", 1L)));
  }

  @Test
  void neitherQueriesNorPasswordsOfRequestsAreKept() throws IOException {
    assertThat(trial().read(sample("http")).observations().toString()).doesNotContain("hunter2");
  }

  @Test
  void certificatesAloneNameNoHost() throws IOException {
    assertThat(fact("x509", "traffic.tls").seen()).isFalse();
  }
}
