package dev.plumbline.importers.dependencycheckjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DependencyCheckJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new DependencyCheckJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsVulnerabilitiesWithTheirComponentAndState() throws IOException {
    Observation found = fact("found", "software.vulnerabilities");
    assertThat(found.value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2019-10744",
                    "component", "lodash",
                    "version", "4.17.4",
                    "severity", "critical",
                    "source", "NVD"),
                Map.of(
                    "id", "CVE-2018-3721",
                    "component", "lodash",
                    "version", "4.17.4",
                    "severity", "medium",
                    "source", "NVD",
                    "state", "suppressed")));
    assertThat(found.coverage()).containsEntry("components", 2L).containsEntry("complete", true);
  }
}
