package dev.plumbline.importers.semgrepjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SemgrepJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SemgrepJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsRulePlaceAndReferences() throws IOException {
    assertThat(fact("found", "scan.findings").value().get("findings"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "c.lang.security.insecure-use-gets-fn",
                    "title", "Avoid 'gets()'.",
                    "severity", "high",
                    "where", "src/main.c:12",
                    "references",
                        List.of(
                            "CWE-676: Use of Potentially Dangerous Function",
                            "https://example.com/gets"))));
  }

  @Test
  void nothingFoundIsNoAnswer() throws IOException {
    assertThat(fact("nothing", "scan.findings").seen()).isFalse();
  }
}
