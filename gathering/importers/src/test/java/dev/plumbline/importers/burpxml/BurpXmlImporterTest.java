package dev.plumbline.importers.burpxml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BurpXmlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new BurpXmlImporter();
  }

  @Test
  void findingsAreToldByEndpoint() throws IOException {
    Observation scan = fact("found", "scan.findings");
    assertThat(scan.subject()).isEqualTo("tcp/192.0.2.10/8443");
    assertThat((List<?>) scan.value().get("findings"))
        .first()
        .isEqualTo(
            Map.of(
                "id",
                "5244928",
                "title",
                "TLS cookie without secure flag set",
                "severity",
                "medium",
                "where",
                "/login",
                "references",
                List.of("CWE-614")));
    assertThat(trial().read(sample("found")).run().version()).isEqualTo("2026.9");
  }

  @Test
  void anEmptyExportSaysNothingOfTheDevice() throws IOException {
    assertThat(trial().read(sample("nothing")).observations()).isEmpty();
  }
}
