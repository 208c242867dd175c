package dev.plumbline.importers.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SarifImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SarifImporter();
  }

  @Test
  void findingsAreToldByEndpoint() throws IOException {
    Observation scan = fact("found", "scan.findings");
    assertThat(scan.subject()).isEqualTo("tcp/192.0.2.10/80");
    assertThat((List<?>) scan.value().get("findings"))
        .first()
        .isEqualTo(
            Map.of(
                "id",
                "R1",
                "title",
                "A header is missing",
                "severity",
                "medium",
                "where",
                "/login?u",
                "references",
                List.of("https://example.com/R1")));
    assertThat(scan.coverage()).containsEntry("tests", 1L);
    assertThat(scan.toString()).doesNotContain("secret-value");
  }

  @Test
  void aFileWithoutResultsDoesNotSayWhatWasLookedAt() throws IOException {
    assertThat(fact("nothing", "scan.findings").seen()).isFalse();
  }

  @Test
  void resultsInFilesAreOfTheDevicesSoftware() throws IOException {
    Observation scan = fact("files", "scan.findings");
    assertThat(scan.subject()).isEqualTo("DUT");
    assertThat((List<?>) scan.value().get("findings")).hasSize(1);
    assertThat(String.valueOf(scan.value())).contains("where=src/main.c:7", "severity=high");
  }
}
