package dev.plumbline.importers.yaratext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class YaraTextImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new YaraTextImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsRulesAndFilesAndNoMatchedText() throws IOException {
    assertThat(String.valueOf(fact("found", "scan.findings").value().get("findings")))
        .contains("id=hardcoded_key", "where=rootfs/etc/app.conf", "id=upx_packed")
        .doesNotContain("SECRETVALUE");
  }
}
