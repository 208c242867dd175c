package dev.plumbline.importers.cwecheckerjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CweCheckerJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new CweCheckerJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsNamePlaceAndWeakness() throws IOException {
    assertThat(fact("found", "scan.findings").value().get("findings"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CWE676",
                    "title", "(Use of Potentially Dangerous Function) main (00103042) -> strcpy.",
                    "severity", "unknown",
                    "where", "main 00103042",
                    "references", List.of("CWE-676"))));
  }
}
