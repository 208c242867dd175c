package dev.plumbline.importers.checksecjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksecJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new ChecksecJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void countsWhatEachBinaryLacks() throws IOException {
    Observation hardening = fact("found", "firmware.hardening");
    assertThat(hardening.value().get("without"))
        .isEqualTo(Map.of("relro", 1L, "canary", 1L, "nx", 0L, "pie", 1L));
    assertThat(hardening.coverage()).containsEntry("binaries", 2L).containsEntry("target", "bins");
  }

  @Test
  void aFolderWithoutBinariesIsNoAnswer() throws IOException {
    assertThat(fact("nothing", "firmware.hardening").seen()).isFalse();
  }
}
