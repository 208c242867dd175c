package dev.plumbline.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Severity;
import dev.plumbline.firmware.image.UnpackLimits;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are, reading ends, and what cannot be read gives one problem and no fact. */
class ImageProperties {
  private static final UnpackLimits SMALL = new UnpackLimits(8 << 20, 500, 4, 60, 100, 1 << 20);

  /** Beginnings of the formats, so that random bytes get past the first look. */
  private static final List<String> BEGINNINGS =
      List.of(
          "",
          "1f8b0800",
          "fd377a585a00",
          "28b52ffd",
          "5d00008000ffffffffffffffff00",
          "504b0304",
          "303730373031",
          "68737173",
          "d00dfeed",
          "3aff26ed01000000",
          "554249230100",
          "8519",
          "31181006",
          "425a683931415926",
          "213c617263683e0a");

  private static ImportReport read(byte[] image) throws IOException {
    Path file = Files.createTempFile("image", ".bin");
    try {
      Files.write(file, image);
      return ImportTrial.at("192.0.2.10").read(new FirmwareImporter(SMALL), file);
    } finally {
      Files.delete(file);
    }
  }

  private static void told(ImportReport report) {
    long errors = report.problems().stream().filter(p -> p.severity() == Severity.ERROR).count();
    assertThat(errors).isEqualTo(report.read() ? 0 : 1);
    assertThat(report.observations().isEmpty()).isEqualTo(!report.read());
  }

  @Property(tries = 300)
  void randomBytesNeverThrow(
      @ForAll @IntRange(max = 14) int beginning, @ForAll @Size(max = 3000) byte[] bytes)
      throws IOException {
    byte[] start = java.util.HexFormat.of().parseHex(BEGINNINGS.get(beginning));
    byte[] image = java.util.Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, image, start.length, bytes.length);
    told(read(image));
  }
}
