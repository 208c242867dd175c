package dev.plumbline.importers.csafvex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsafVexImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new CsafVexImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void namesProductStatusAndReason() throws IOException {
    assertThat(fact("found", "vex.statements").value().get("statements"))
        .isEqualTo(
            List.of(
                Map.of(
                    "vulnerability", "CVE-2023-12345",
                    "products", List.of("Example Devices Camera 2.1.7"),
                    "status", "not_affected",
                    "justification", "vulnerable_code_not_in_execute_path",
                    "detail", "Never called.",
                    "date", "2026-02-02T00:00:00Z")));
  }
}
