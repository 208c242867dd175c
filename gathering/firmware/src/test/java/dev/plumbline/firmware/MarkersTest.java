package dev.plumbline.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reading of the unit's storage is told by the unit's own values in it. */
class MarkersTest {
  private static final String MAC = "02:00:5e:00:53:01";

  @TempDir private Path folder;

  private Observation markers(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry("factory");
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    Path image = Files.write(folder.resolve("flash.img"), bytes.toByteArray());
    return ImportTrial.at("192.0.2.10")
        .withMac(MAC)
        .read(new FirmwareImporter(), image)
        .observations()
        .stream()
        .filter(o -> o.key().equals("firmware.markers"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {MAC, "02005E005301", "02:00:5E:00:53:01"})
  void theMacAddressIsFoundInItsForms(String form) throws IOException {
    Observation found = markers(("a\nmac=" + form + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(found.value().get("found"))
        .isEqualTo(List.of(Map.of("kind", "mac", "place", "factory", "line", 2L)));
    assertThat(found.coverage()).containsEntry("markers", List.of("mac"));
  }

  @Test
  void theMacAddressIsFoundInBinary() throws IOException {
    assertThat(markers(HexFormat.of().parseHex("000002005e0053010000")).value())
        .containsEntry("count", 1L);
  }

  @Test
  void anImageWithoutItIsNotOfTheUnit() throws IOException {
    assertThat(markers("mac=02:00:5e:00:53:02".getBytes(StandardCharsets.UTF_8)).value())
        .containsEntry("count", 0L);
  }
}
