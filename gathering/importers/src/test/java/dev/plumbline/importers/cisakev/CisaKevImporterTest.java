package dev.plumbline.importers.cisakev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CisaKevImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new CisaKevImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsTheEntriesAndTheirDate() throws IOException {
    Observation catalogue = fact("found", "vulnerability.known-exploited");
    assertThat(catalogue.value().get("entries"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2017-17215",
                    "product", "Huawei HG532",
                    "added", "2022-03-03",
                    "ransomware", false)));
    assertThat(catalogue.coverage()).containsEntry("databaseDate", "2026-01-20T15:00:09.1234Z");
  }

  @Test
  void aCatalogueWithFewerEntriesThanItSaysIsRefused() throws IOException {
    assertThat(trial().read(sample("short")).read()).isFalse();
  }
}
