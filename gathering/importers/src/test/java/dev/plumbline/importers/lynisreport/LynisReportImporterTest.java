package dev.plumbline.importers.lynisreport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LynisReportImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new LynisReportImporter();
  }

  @Test
  void readsWarningsIndexAndPackages() throws IOException {
    Observation audit = fact("found", "firmware.audit");
    assertThat(audit.value()).containsEntry("index", 57L);
    assertThat(String.valueOf(audit.value().get("warnings")))
        .contains("PKGS-7392", "Found one or more vulnerable packages.");
    assertThat(audit.coverage()).containsEntry("tests", 253L).containsEntry("group", "all");
    assertThat(fact("found", "software.components").value().get("components"))
        .isEqualTo(
            List.of(
                Map.of("name", "adduser", "version", "3.152"),
                Map.of("name", "busybox", "version", "1:1.37.0-6")));
  }

  @Test
  void anAuditThatDidNotEndIsNoAnswer() throws IOException {
    assertThat(fact("stopped", "firmware.audit").seen()).isFalse();
  }

  @Test
  void loopbackAddressesDoNotMakeAReportTheDevices() throws IOException {
    assertThat(
            dev.plumbline.importing.kit.ImportTrial.at("127.0.0.1")
                .read(importer(), sample("found"))
                .observations())
        .isEmpty();
  }
}
