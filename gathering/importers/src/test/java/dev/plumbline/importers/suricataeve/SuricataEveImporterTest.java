package dev.plumbline.importers.suricataeve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuricataEveImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SuricataEveImporter();
  }

  @Test
  void readsFlowsNamesHandshakesRequestsAndAlerts() throws IOException {
    Observation flows = fact("found", "traffic.flows");
    assertThat(flows.value()).containsEntry("distinct", 3L);
    assertThat(flows.coverage())
        .containsEntry("from", "2026-01-01T00:00:00Z")
        .containsEntry("until", "2026-01-01T00:00:09Z");
    assertThat(fact("found", "traffic.names").value().get("asked"))
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
                    1L)));
    assertThat(String.valueOf(fact("found", "traffic.tls").value()))
        .contains("sni=cloud.example.com, version=TLSv1.2");
    assertThat(fact("found", "traffic.requests").subject()).isEqualTo("tcp/203.0.113.6/80");
    assertThat(fact("found", "traffic.alerts").value().get("alerts"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "2013028",
                    "text", "ET POLICY curl User-Agent Outbound",
                    "severity", 2L,
                    "endpoint", "tcp/203.0.113.6/80")));
  }

  @Test
  void aLogOfOthersIsNoAnswer() throws IOException {
    assertThat(fact("nothing", "traffic.names").seen()).isFalse();
  }
}
