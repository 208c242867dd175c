package dev.plumbline.importers.tsharkjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TsharkJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new TsharkJsonImporter();
  }

  @Test
  void putsPacketsTogetherToFlowsOfTheDevice() throws IOException {
    Observation flows = fact("found", "traffic.flows");
    assertThat(flows.value()).containsEntry("distinct", 3L);
    assertThat(String.valueOf(flows.value().get("flows")))
        .contains("openedBy=device, openingNotSeen=0, peer=203.0.113.5, port=443, protocols=[tls]")
        .doesNotContain("192.0.2.99");
    assertThat(fact("found", "traffic.tls").subject()).isEqualTo("tcp/203.0.113.5/443");
    assertThat(fact("found", "traffic.tls").value().get("handshakes"))
        .isEqualTo(List.of(Map.of("sni", "cloud.example.com", "count", 1L)));
  }

  @Test
  void namesAndRequestsAreTheDevicesOwn() throws IOException {
    assertThat(fact("found", "traffic.names").value().get("asked"))
        .isEqualTo(List.of(Map.of("name", "cloud.example.com", "source", "dns", "count", 1L)));
    assertThat(fact("found", "traffic.requests").value().get("requests"))
        .isEqualTo(
            List.of(
                Map.of("method", "GET", "host", "update.example.com", "path", "/", "count", 1L)));
  }
}
