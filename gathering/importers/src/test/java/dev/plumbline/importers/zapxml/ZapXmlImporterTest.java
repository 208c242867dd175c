package dev.plumbline.importers.zapxml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZapXmlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new ZapXmlImporter();
  }

  @Test
  void findingsAreToldByEndpoint() throws IOException {
    Observation scan = fact("found", "scan.findings");
    assertThat(scan.subject()).isEqualTo("tcp/192.0.2.10/8080");
    assertThat((List<?>) scan.value().get("findings"))
        .first()
        .isEqualTo(
            Map.of(
                "id",
                "10020",
                "title",
                "Missing Anti-clickjacking Header",
                "severity",
                "medium",
                "where",
                "/login?user",
                "references",
                List.of("CWE-1021")));
    assertThat(scan.toString()).doesNotContain("secret-name");
  }

  @Test
  void nothingFoundCountsForWhatWasTried() throws IOException {
    Observation scan = fact("nothing", "scan.findings");
    assertThat(scan.value().get("findings")).isEqualTo(List.of());
    assertThat(scan.coverage()).containsKey("scope");
  }
}
