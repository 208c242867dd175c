package dev.plumbline.importers.unblobjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnblobJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new UnblobJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsChunksAlsoEncryptedAndUnknownOnes() throws IOException {
    assertThat(fact("found", "firmware.contents").value().get("parts"))
        .isEqualTo(
            List.of(
                Map.of(
                    "file", "/firmware/camera-2.1.7.bin",
                    "offset", 0L,
                    "size", 384L,
                    "kind", "zip",
                    "description", "encrypted",
                    "extracted", "yes"),
                Map.of(
                    "file",
                    "/firmware/camera-2.1.7.bin",
                    "offset",
                    384L,
                    "size",
                    3712L,
                    "kind",
                    "unknown")));
  }
}
