package dev.plumbline.importers.blackduckcsv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlackduckCsvImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new BlackduckCsvImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsRowsOfSeveralLinesAndIsNeverWhole() throws IOException {
    Observation found = fact("found", "software.vulnerabilities");
    assertThat(found.value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2022-48174",
                    "component", "busybox",
                    "version", "1.35.0",
                    "severity", "critical",
                    "source", "NVD",
                    "state", "new")));
    assertThat(found.coverage()).containsEntry("complete", false);
  }
}
