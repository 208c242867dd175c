package dev.plumbline.importers.grypejson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrypeJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new GrypeJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsTheMatchAndTheDateOfTheData() throws IOException {
    Observation found = fact("found", "software.vulnerabilities");
    assertThat(found.value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2022-48174",
                    "component", "busybox",
                    "version", "1:1.35.0-4",
                    "severity", "critical",
                    "fixed", List.of("1:1.35.0-4+deb12u1"),
                    "source", "debian:distro:debian:12")));
    assertThat(found.coverage())
        .containsEntry("database", "grype-db v6.0.2")
        .containsEntry("databaseDate", "2026-01-20T04:09:56Z");
  }

  @Test
  void nothingMatchedWithoutDataIsNotChecked() throws IOException {
    assertThat(fact("nodata", "software.vulnerabilities").seen()).isFalse();
    assertThat(fact("nothing", "software.vulnerabilities").seen()).isTrue();
  }
}
