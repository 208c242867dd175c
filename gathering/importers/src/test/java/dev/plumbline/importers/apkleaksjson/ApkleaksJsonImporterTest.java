package dev.plumbline.importers.apkleaksjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApkleaksJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new ApkleaksJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsKindsAndNumbersAndNoSecret() throws IOException {
    Observation found = fact("found", "scan.findings");
    assertThat(String.valueOf(found.value().get("findings")))
        .contains("id=Google_API_Key", "2 matches in the app")
        .doesNotContain("DEADBEEF", "/api/v1");
  }
}
