package dev.plumbline.importers.wapitijson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WapitiJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new WapitiJsonImporter();
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
                "sql",
                "title",
                "SQL Injection",
                "severity",
                "critical",
                "where",
                "/status.php id",
                "references",
                List.of("WSTG-INPV-05")));
    assertThat(scan.coverage()).containsEntry("pages", 7L);
    assertThat(scan.toString()).doesNotContain("secret-value");
  }

  @Test
  void nothingFoundCountsForWhatWasTried() throws IOException {
    Observation scan = fact("nothing", "scan.findings");
    assertThat(scan.value().get("findings")).isEqualTo(List.of());
    assertThat(scan.coverage()).containsKey("scope");
  }

  @Test
  void theXmlReportTellsFindings() throws IOException {
    assertThat(trial().read(sample("report")).importer()).isEqualTo("wapiti-json");
    Observation found = fact("report", "scan.findings");
    assertThat(found.subject()).isEqualTo("tcp/192.0.2.10/80");
    assertThat(String.valueOf(found.value().get("findings")))
        .contains("id=sql", "title=SQL Injection", "severity=critical", "where=/item id");
    assertThat(found.coverage()).containsEntry("pages", 12L);
    assertThat(found.toString()).doesNotContain("hunter2");
  }
}
