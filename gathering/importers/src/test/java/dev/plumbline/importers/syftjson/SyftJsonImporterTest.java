package dev.plumbline.importers.syftjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyftJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SyftJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsNameVersionAndIdentifiers() throws IOException {
    Observation list = fact("found", "software.components");
    assertThat(list.value().get("components"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name", "busybox",
                    "version", "1.37.0",
                    "purl", "pkg:deb/debian/busybox@1.37.0?arch=arm64",
                    "cpe", "cpe:2.3:a:busybox:busybox:1.37.0:*:*:*:*:*:*:*",
                    "type", "deb"),
                Map.of(
                    "name", "dropbear",
                    "version", "2025.88",
                    "purl", "pkg:deb/debian/dropbear@2025.88?arch=arm64",
                    "cpe", "cpe:2.3:a:dropbear:dropbear:2025.88:*:*:*:*:*:*:*",
                    "type", "deb")));
    assertThat(list.coverage())
        .containsEntry("target", "rootfs")
        .containsEntry("kind", "directory");
  }
}
