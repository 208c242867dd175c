package dev.plumbline.importers.openvex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenVexImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new OpenVexImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsAStatement() throws IOException {
    assertThat(fact("found", "vex.statements").value().get("statements"))
        .isEqualTo(
            List.of(
                Map.of(
                    "vulnerability", "CVE-2023-12345",
                    "products", List.of("pkg:generic/camera@2.1.7", "pkg:generic/busybox@1.37.0"),
                    "status", "not_affected",
                    "justification", "vulnerable_code_not_present",
                    "detail", "The applet is not built.",
                    "date", "2026-01-08T18:02:03.647787998-06:00")));
  }

  @Test
  void namesTheAuthor() throws IOException {
    assertThat(fact("nothing", "vex.statements").coverage())
        .containsEntry("author", "Example Devices")
        .containsEntry("statements", 0L);
  }
}
