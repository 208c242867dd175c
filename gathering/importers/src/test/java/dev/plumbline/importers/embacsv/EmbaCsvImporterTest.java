package dev.plumbline.importers.embacsv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbaCsvImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new EmbaCsvImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsTheCountsOfTheOverview() throws IOException {
    assertThat(fact("found", "firmware.audit").value().get("counts"))
        .isEqualTo(
            Map.of(
                "files", 1204L, "weak_perm_count", 2L, "password_hashes", 1L, "canary_per", 30L));
    Observation hardening = fact("found", "firmware.hardening");
    assertThat(hardening.value().get("without")).isEqualTo(Map.of("canary", 12L, "relro", 20L));
    assertThat(hardening.coverage()).containsEntry("binaries", 40L);
  }

  @Test
  void readsTheVulnerabilityList() throws IOException {
    assertThat(trial().read(sample("list")).importer()).isEqualTo("emba-csv");
    assertThat(fact("list", "software.vulnerabilities").value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2022-48174",
                    "component", "busybox",
                    "version", "1.35.0",
                    "severity", "9.8",
                    "source", "EMBA")));
  }
}
