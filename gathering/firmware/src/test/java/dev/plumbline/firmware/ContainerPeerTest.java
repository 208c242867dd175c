package dev.plumbline.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boot images and flash volumes that U-Boot's and Linux's own tools make. */
@Tag("peers")
class ContainerPeerTest {
  @TempDir private Path folder;

  private static void showsTheAccount(ImportReport report) {
    assertThat(report.read()).as("%s", report.problems()).isTrue();
    Observation accounts = FileSystemPeerTest.fact(report, "firmware.accounts");
    assertThat(Told.fields(Told.rows(accounts, "accounts"), "name", "known"))
        .containsExactly("root mirai-2016");
    assertThat(accounts.coverage()).containsEntry("complete", true);
  }

  private Path squashfs() throws IOException, InterruptedException {
    Path root = Rootfs.in(folder);
    Path image = folder.resolve("rootfs.squashfs");
    Child.run(
        folder, "squashfs-tools", "mksquashfs", root.toString(), image.toString(), "-all-root");
    return image;
  }

  @Test
  void uImageIsReadAndHasNoSignature() throws IOException, InterruptedException {
    Path image = folder.resolve("image.uimg");
    Child.run(
        folder,
        "u-boot-tools",
        "mkimage",
        "-A",
        "arm",
        "-T",
        "ramdisk",
        "-C",
        "none",
        "-d",
        squashfs().toString(),
        image.toString());
    ImportReport report = FileSystemPeerTest.read(image);
    showsTheAccount(report);
    assertThat(FileSystemPeerTest.fact(report, "firmware.signature").text("state"))
        .isEqualTo("absent");
  }

  private Path fit(String... extra) throws IOException, InterruptedException {
    squashfs();
    Files.writeString(
        folder.resolve("image.its"),
        """
        /dts-v1/;
        / {
          description = "camera";
          images {
            rootfs {
              description = "root";
              data = /incbin/("rootfs.squashfs");
              type = "ramdisk"; arch = "arm"; os = "linux"; compression = "none";
              hash { algo = "sha256"; };
            };
          };
          configurations { default = "one"; one { ramdisk = "rootfs"; SIGNATURE }; };
        };
        """
            .replace("SIGNATURE", extra.length == 0 ? "" : extra[0]));
    Path image = folder.resolve("image.itb");
    Child.run(
        folder,
        "u-boot-tools device-tree-compiler",
        "mkimage",
        "-f",
        "image.its",
        image.toString());
    return image;
  }

  @Test
  void fitWithoutASignatureIsUnsigned() throws IOException, InterruptedException {
    ImportReport report = FileSystemPeerTest.read(fit());
    showsTheAccount(report);
    assertThat(FileSystemPeerTest.fact(report, "firmware.signature").text("state"))
        .isEqualTo("absent");
  }

  @Test
  void aSignatureNodeWithoutAValueIsNone() throws IOException, InterruptedException {
    ImportReport report =
        FileSystemPeerTest.read(
            fit("signature { algo = \"sha256,rsa2048\"; key-name-hint = \"dev\"; };"));
    assertThat(FileSystemPeerTest.fact(report, "firmware.signature").text("state"))
        .isEqualTo("absent");
  }

  @Test
  void aSignedConfigurationIsSigned() throws IOException, InterruptedException {
    Child.run(
        folder,
        "openssl",
        "openssl",
        "req",
        "-batch",
        "-new",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "dev.key",
        "-out",
        "dev.crt");
    Path image =
        fit(
            "signature { algo = \"sha256,rsa2048\"; key-name-hint = \"dev\"; sign-images = \"ramdisk\"; };");
    Child.run(folder, "u-boot-tools", "mkimage", "-F", "-k", folder.toString(), image.toString());
    ImportReport report = FileSystemPeerTest.read(image);
    showsTheAccount(report);
    assertThat(FileSystemPeerTest.fact(report, "firmware.signature").text("state"))
        .isEqualTo("present");
  }

  @Test
  void squashfsInAUbiVolumeIsRead() throws IOException, InterruptedException {
    squashfs();
    ubi("rootfs.squashfs");
    showsTheAccount(FileSystemPeerTest.read(folder.resolve("image.ubi")));
  }

  @Test
  void ubifsInAUbiVolumeIsRead() throws IOException, InterruptedException {
    Path root = Rootfs.in(folder);
    Child.run(
        folder,
        "mtd-utils",
        "mkfs.ubifs",
        "-r",
        root.toString(),
        "-m",
        "2048",
        "-e",
        "126976",
        "-c",
        "200",
        "-o",
        "rootfs.ubifs");
    ubi("rootfs.ubifs");
    showsTheAccount(FileSystemPeerTest.read(folder.resolve("image.ubi")));
  }

  private void ubi(String content) throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("ubi.ini"),
        "[rootfs]\nmode=ubi\nimage="
            + content
            + "\nvol_id=0\nvol_type=dynamic\nvol_name=rootfs\nvol_flags=autoresize\nvol_size=4MiB\n");
    Child.run(
        folder, "mtd-utils", "ubinize", "-o", "image.ubi", "-m", "2048", "-p", "128KiB", "ubi.ini");
  }
}
