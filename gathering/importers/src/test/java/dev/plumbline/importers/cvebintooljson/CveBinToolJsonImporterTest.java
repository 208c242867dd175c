package dev.plumbline.importers.cvebintooljson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CveBinToolJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new CveBinToolJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  private static final List<Map<String, String>> CURL =
      List.of(
          Map.of(
              "id", "CVE-2014-0015",
              "component", "curl",
              "version", "7.34.0",
              "severity", "medium",
              "source", "NVD",
              "state", "newfound"));

  @Test
  void readsTheEntriesAndTheDateOfTheData() throws IOException {
    Observation found = fact("found", "software.vulnerabilities");
    assertThat(found.value().get("known")).isEqualTo(CURL);
    assertThat(found.coverage())
        .containsEntry("database", "NVD, OSV")
        .containsEntry("databaseDate", "2026-03-03 01:02:03");
  }

  @Test
  void readsTheOlderListToo() throws IOException {
    Observation found = fact("list", "software.vulnerabilities");
    assertThat(found.value().get("known")).isEqualTo(CURL);
    assertThat(found.coverage()).doesNotContainKey("database");
  }
}
