package dev.plumbline.importers.niktojson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NiktoJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new NiktoJsonImporter();
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
                "999957",
                "title",
                "/: The anti-clickjacking X-Frame-Options header is not present.",
                "severity",
                "unknown",
                "where",
                "/",
                "references",
                List.of("https://example.com/x")));
  }

  @Test
  void nothingFoundCountsForWhatWasTried() throws IOException {
    Observation scan = fact("nothing", "scan.findings");
    assertThat(scan.value().get("findings")).isEqualTo(List.of());
    assertThat(scan.coverage()).containsKey("scope");
  }
}
