package dev.plumbline.importers.binwalk3json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Binwalk3JsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new Binwalk3JsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsOffsetSizeAndKind() throws IOException {
    Observation contents = fact("found", "firmware.contents");
    assertThat(contents.value().get("parts"))
        .isEqualTo(
            List.of(
                Map.of(
                    "file", "/firmware/camera-2.1.7.bin",
                    "offset", 1048576L,
                    "size", 2097152L,
                    "kind", "squashfs",
                    "description", "SquashFS file system, little endian",
                    "extracted", "yes")));
    assertThat(contents.coverage()).containsEntry("target", "/firmware/camera-2.1.7.bin");
  }
}
