package dev.plumbline.importers.spdx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpdxImporterTest extends ImporterContract {
  @TempDir private Path folder;

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

  @Test
  void tagsAndValuesAreNeverKnownToBeWhole() throws IOException {
    assertThat(fact("found", "software.components").coverage()).containsEntry("complete", true);
    assertThat(fact("tags", "software.components").coverage()).containsEntry("complete", false);
  }

  @Test
  void aFileThatEndsInsideAPackageOrALineIsRefused() throws IOException {
    String tags = Files.readString(sample("tags"));
    for (String cut :
        List.of(
            tags + "\nPackageName: openssl\nSPDXID: SPDXRef-Package-openssl\n",
            tags + "\nPackageName: opens",
            tags.substring(0, tags.indexOf("PackageDownloadLocation")))) {
      Path file = Files.writeString(folder.resolve("cut.spdx"), cut);
      assertThat(trial().read(importer(), file).read()).as(cut).isFalse();
    }
  }
}
