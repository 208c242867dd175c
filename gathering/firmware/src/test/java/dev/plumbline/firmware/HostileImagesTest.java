package dev.plumbline.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Observation;
import dev.plumbline.firmware.image.UnpackLimits;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that are made to get out, to exhaust or to look empty. */
class HostileImagesTest {
  private static final UnpackLimits SMALL = new UnpackLimits(8 << 20, 50, 4, 60, 100, 1 << 20);
  private static final int MUCH = 64 << 20;

  @TempDir private Path folder;

  private ImportReport read(byte[] image, UnpackLimits limits) throws IOException {
    Path file = Files.write(folder.resolve("image.bin"), image);
    return ImportTrial.at("192.0.2.10").read(new FirmwareImporter(limits), file);
  }

  private static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static Observation secrets(ImportReport report) {
    assertThat(report.read()).as("%s", report.problems()).isTrue();
    return report.observations().stream()
        .filter(o -> o.key().equals("firmware.secrets"))
        .findFirst()
        .orElseThrow();
  }

  private static String unopened(ImportReport report) {
    Observation secrets = secrets(report);
    assertThat(secrets.coverage()).containsEntry("complete", false);
    return String.valueOf(secrets.coverage().get("unopened"));
  }

  private List<String> everythingBeneath(Path above) throws IOException {
    try (Stream<Path> all = Files.walk(above)) {
      return all.map(p -> above.relativize(p).toString()).sorted().toList();
    }
  }

  @Test
  void aNameThatLeadsOutLeadsNowhere() throws IOException {
    byte[] image =
        tar(
            Map.of(
                "../../escaped/etc/passwd",
                text("root::0:0::/:/bin/sh\n"),
                "/tmp/plumbline-escaped",
                text("x")));
    ImportReport report = read(image, SMALL);
    assertThat(everythingBeneath(folder)).containsExactly("", "image.bin");
    assertThat(Path.of("/tmp/plumbline-escaped")).doesNotExist();
    assertThat(report.observations().toString()).contains("escaped/etc/passwd");
  }

  @Test
  void aLinkIsNeverFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret-of-this-machine");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry link = new TarArchiveEntry("etc", TarConstants.LF_SYMLINK);
      link.setLinkName(folder.toString());
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      TarArchiveEntry inside = new TarArchiveEntry("etc/secret");
      inside.setSize(5);
      tar.putArchiveEntry(inside);
      tar.write(text("taken"));
      tar.closeArchiveEntry();
    }
    ImportReport report = read(bytes.toByteArray(), SMALL);
    assertThat(secrets(report).seen()).isTrue();
    assertThat(Files.readString(secret)).isEqualTo("secret-of-this-machine");
  }

  @Test
  void aBombIsRefused() throws IOException {
    ImportReport report = read(gzip(new byte[MUCH]), SMALL);
    assertThat(report.observations()).isEmpty();
    assertThat(report.problems().toString()).contains("expands to more than 100 times");
  }

  @Test
  void aBombInsideIsToldAndTheRestIsRead() throws IOException {
    byte[] image =
        tar(
            new java.util.TreeMap<>(
                Map.of(
                    "a.gz", gzip(new byte[MUCH]), "b/etc/passwd", text("root::0:0::/:/bin/sh\n"))));
    ImportReport report = read(image, new UnpackLimits(1 << 30, 50, 4, 60, 100, 1 << 20));
    assertThat(unopened(report)).contains("a.gz").contains("100 times");
    assertThat(report.observations().toString()).contains("password=empty");
  }

  @Test
  void moreThanIsUnpackedInAllIsTold() throws IOException {
    byte[] noise = new byte[3 << 20];
    new Random(1).nextBytes(noise);
    byte[] image = tar(new java.util.TreeMap<>(Map.of("a.gz", gzip(noise), "b", text("b"))));
    assertThat(unopened(read(image, new UnpackLimits(9 << 20, 50, 4, 60, 100, 1 << 20))))
        .contains("more than 9437184 bytes");
  }

  @Test
  void manyFilesEndTheReading() throws IOException {
    Map<String, byte[]> files = new java.util.TreeMap<>();
    for (int i = 0; i < 60; i++) {
      files.put("f" + i, text("x"));
    }
    assertThat(unopened(read(tar(files), SMALL))).contains("more than 50 files");
  }

  @Test
  void whatIsNestedTooDeeplyIsTold() throws IOException {
    byte[] image = tar(Map.of("etc/passwd", text("root::0:0::/:/bin/sh\n")));
    for (int i = 0; i < 6; i++) {
      image = tar(Map.of("inner.tar", image));
    }
    assertThat(unopened(read(image, SMALL))).contains("nested deeper than 4");
  }

  @Test
  void aLengthOfFourGigabytesIsNoAllocation() throws IOException {
    byte[] uimage = new byte[64];
    ByteBuffer header = ByteBuffer.wrap(uimage).order(ByteOrder.BIG_ENDIAN);
    header.putInt(0, 0x27051956).putInt(12, -1);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(uimage);
    header.putInt(4, (int) crc.getValue());
    ImportReport report = read(uimage, SMALL);
    assertThat(report.observations()).isEmpty();
    assertThat(report.problems().toString()).contains("4294967295 bytes");
  }

  @Test
  void aSparseImageOfZerosIsABomb() throws IOException {
    ByteBuffer b = ByteBuffer.allocate(28 + 12).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(0xED26FF3A).putShort((short) 1).putShort((short) 0).putShort((short) 28);
    b.putShort((short) 12).putInt(4096).putInt(1 << 20).putInt(1).putInt(0);
    b.putShort((short) 0xCAC3).putShort((short) 0).putInt(1 << 20).putInt(12);
    ImportReport report = read(b.array(), SMALL);
    assertThat(report.observations()).isEmpty();
    assertThat(report.problems().toString()).contains("expands to more than");
  }

  @Test
  void aFormatThatIsNotReadIsNamed() throws IOException {
    byte[] cramfs = new byte[4096];
    System.arraycopy(new byte[] {0x45, 0x3D, (byte) 0xCD, 0x28}, 0, cramfs, 0, 4);
    assertThat(unopened(read(tar(Map.of("rootfs.img", cramfs)), SMALL)))
        .contains("the format cramfs is not read");
  }

  @Test
  void bytesThatLookEncryptedAreNotCalledOpened() throws IOException {
    byte[] noise = new byte[200_000];
    new Random(7).nextBytes(noise);
    assertThat(unopened(read(tar(Map.of("rootfs.enc", noise)), SMALL)))
        .contains("rootfs.enc")
        .contains("look encrypted or packed", "disordered=true");
  }

  @Test
  void anImageOfNoKnownFormatIsRefused() throws IOException {
    byte[] noise = new byte[200_000];
    new Random(7).nextBytes(noise);
    ImportReport report = read(noise, SMALL);
    assertThat(report.observations()).isEmpty();
    assertThat(report.problems())
        .extracting(Problem::id)
        .containsExactly(ImportRefusal.OTHER_FORMAT.id());
  }

  @Test
  void hashesThatCostTooMuchAreNotTried() throws IOException {
    byte[] image =
        tar(
            Map.of(
                "etc/shadow",
                text("root:$6$rounds=999999999$ab$" + "x".repeat(86) + ":1::::::\n")));
    assertThat(read(image, SMALL).observations().toString()).contains("known=untried");
  }

  @Test
  void namesThatWouldMoveTheCursorAreShownHarmless() throws IOException {
    byte[] image =
        tar(
            Map.of(
                "etc/\u001b[2Jpasswd.key", text("-----BEGIN PRIVATE KEY-----\n" + "A".repeat(64))));
    assertThat(secrets(read(image, SMALL)).toString()).doesNotContain("\u001b");
  }

  @Test
  void everyCutOfAnArchiveWithoutPackingIsNoticed() throws IOException {
    byte[] whole = tar(Map.of("etc/passwd", text("root::0:0::/:/bin/sh\n")));
    for (int length = 512; length < 1536; length += 64) {
      assertThat(read(Arrays.copyOf(whole, length), SMALL).observations())
          .as("cut at %d", length)
          .isEmpty();
    }
  }

  @Test
  void aSmallImageMayNotCostWhatALargeOneMay() {
    UnpackLimits small = UnpackLimits.USUAL.of(12_000);
    assertThat(small.bytes()).isLessThanOrEqualTo(130L << 20);
    assertThat(small.files()).isEqualTo(20_000);
    assertThat(small.seconds()).isEqualTo(60);
    UnpackLimits large = UnpackLimits.USUAL.of(64L << 20);
    assertThat(large).isEqualTo(UnpackLimits.USUAL);
  }

  /** Each archive is small for what it came from; all together are not. */
  @Test
  void archivesInArchivesShareOneBudget() throws IOException {
    Map<String, byte[]> inner = new LinkedHashMap<>();
    byte[] zeros = gzip(new byte[4 << 20]);
    for (int i = 0; i < 60; i++) {
      inner.put("etc/z" + i + ".gz", zeros);
    }
    byte[] image = gzip(gzip(tar(inner)));
    assertThat(image.length).isLessThan(12_000);
    assertThat(unopened(read(image, new UnpackLimits(1L << 30, 400, 8, 600, 500, 8 << 20))))
        .contains("unpacks to more than");
  }

  @Test
  void whatIsSpentEndsTheSearchToo() throws IOException {
    byte[] marks = new byte[1 << 20];
    for (int i = 16; i + 10 <= marks.length; i += 10) {
      byte[] mark = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
      System.arraycopy(mark, 0, marks, i, mark.length);
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("etc/a", text("x"));
    files.put("fw.bin", marks);
    assertThat(unopened(read(tar(files), new UnpackLimits(8 << 20, 200, 4, 60, 100, 1 << 20))))
        .contains("more than 200 places look like a container");
  }
}
