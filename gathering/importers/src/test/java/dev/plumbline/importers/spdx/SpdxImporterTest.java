package dev.plumbline.importers.spdx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpdxImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SpdxImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  private static final Map<String, String> BUSYBOX =
      Map.of(
          "name", "busybox",
          "version", "1.37.0",
          "purl", "pkg:deb/debian/busybox@1.37.0",
          "cpe", "cpe:2.3:a:busybox:busybox:1.37.0:*:*:*:*:*:*:*");

  @Test
  void readsThePackagesOfVersionTwo() throws IOException {
    Observation list = fact("found", "software.components");
    assertThat(list.value().get("components")).isEqualTo(List.of(BUSYBOX));
    assertThat(list.coverage())
        .containsEntry("target", "camera-firmware")
        .containsEntry("tool", "syft-1.18.1")
        .containsEntry("created", "2026-02-03T04:05:06Z");
  }

  @Test
  void readsTagValueAndVersionThreeAlike() throws IOException {
    assertThat(fact("tags", "software.components").value().get("components"))
        .isEqualTo(List.of(BUSYBOX));
    assertThat(fact("three", "software.components").value().get("components"))
        .isEqualTo(List.of(BUSYBOX));
  }

  @Test
  void tagValueIsRecognisedByItsFirstTag() throws IOException {
    assertThat(trial().read(sample("tags")).importer()).isEqualTo("spdx");
    assertThat(trial().read(sample("three")).importer()).isEqualTo("spdx");
  }
}
