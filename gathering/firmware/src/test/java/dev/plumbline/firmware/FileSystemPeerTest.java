package dev.plumbline.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that the tools of a real build make are read whole. */
@Tag("peers")
class FileSystemPeerTest {
  @TempDir private Path folder;

  static ImportReport read(Path image) {
    return ImportTrial.at("192.0.2.10").read(new FirmwareImporter(), image);
  }

  static Observation fact(ImportReport report, String key) {
    return report.observations().stream()
        .filter(o -> o.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError(report));
  }

  /** All that the small root file system shows, wherever it is packed. */
  private static void showsAll(ImportReport report, String format) {
    assertThat(report.read()).as("%s", report.problems()).isTrue();
    assertThat(
            Told.fields(Told.rows(fact(report, "firmware.accounts"), "accounts"), "name", "known"))
        .containsExactly("root mirai-2016");
    assertThat(Told.fields(Told.rows(fact(report, "firmware.services"), "found"), "name"))
        .containsExactly("telnetd");
    assertThat(Told.fields(Told.rows(fact(report, "software.components"), "components"), "name"))
        .containsExactly("busybox");
    Observation rights = fact(report, "firmware.permissions");
    assertThat(Told.fields(Told.rows(rights, "found"), "kind", "mode"))
        .containsExactly("world-writable 0666");
    assertThat(rights.coverage()).containsEntry("complete", true);
    assertThat((Map<?, ?>) rights.coverage().get("opened"))
        .anySatisfy((name, count) -> assertThat(name).isEqualTo(format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "xz", "lzo", "lz4", "zstd", "lzma"})
  void squashfsIsReadInEveryPacking(String packing) throws IOException, InterruptedException {
    Path root = Rootfs.in(folder);
    Path image = folder.resolve("image.squashfs");
    Child.run(
        folder,
        "squashfs-tools",
        "mksquashfs",
        root.toString(),
        image.toString(),
        "-comp",
        packing,
        "-all-root",
        "-no-progress");
    showsAll(read(image), "squashfs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-noI", "-noD", "-noF", "-no-fragments", "-always-use-fragments", "-b"})
  void squashfsIsReadWhateverIsLeftUnpacked(String option)
      throws IOException, InterruptedException {
    Path root = Rootfs.in(folder);
    Path image = folder.resolve("image.squashfs");
    Child.run(
        folder,
        "squashfs-tools",
        "mksquashfs",
        root.toString(),
        image.toString(),
        "-all-root",
        "-no-progress",
        option,
        option.equals("-b") ? "4096" : "-no-xattrs");
    showsAll(read(image), "squashfs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext2", "ext3", "ext4"})
  void extIsRead(String type) throws IOException, InterruptedException {
    Path root = Rootfs.in(folder);
    Path image = folder.resolve("image.ext");
    Child.run(
        folder,
        "e2fsprogs",
        "mke2fs",
        "-q",
        "-t",
        type,
        "-d",
        root.toString(),
        image.toString(),
        "8M");
    showsAll(read(image), "ext");
  }

  @ParameterizedTest
  @ValueSource(strings = {"newc", "odc"})
  void cpioIsRead(String format) throws IOException, InterruptedException {
    Path root = Rootfs.in(folder);
    Path image = folder.resolve("image.cpio");
    Child.run(
        root, "cpio", "sh", "-c", "find . | sort | cpio --quiet -o -H " + format + " > " + image);
    showsAll(read(image), "cpio");
  }

  @Test
  void jffs2IsRead() throws IOException, InterruptedException {
    Path root = Rootfs.in(folder);
    Path image = folder.resolve("image.jffs2");
    Child.run(folder, "mtd-utils", "mkfs.jffs2", "-r", root.toString(), "-o", image.toString());
    showsAll(read(image), "jffs2");
  }

  @Test
  void aFlashDumpIsSearched() throws IOException, InterruptedException {
    Path root = Rootfs.in(folder);
    Path part = folder.resolve("part.squashfs");
    Child.run(
        folder, "squashfs-tools", "mksquashfs", root.toString(), part.toString(), "-all-root");
    Path image = folder.resolve("dump.bin");
    byte[] loader = new byte[70_001];
    java.util.Arrays.fill(loader, (byte) 0xFF);
    Files.write(image, loader);
    Files.write(image, Files.readAllBytes(part), java.nio.file.StandardOpenOption.APPEND);
    Files.write(image, new byte[5_000], java.nio.file.StandardOpenOption.APPEND);
    showsAll(read(image), "squashfs");
  }
}
