package dev.plumbline.firmware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A small root file system with known flaws. */
final class Rootfs {
  /** MD5 hash of a password of the Mirai list. */
  private static final String HASH = "$1$abcdefgh$/ehdsgh6T85pypwniuldr1";

  private Rootfs() {}

  /** Lays it into a new folder beneath this one. */
  static Path in(Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    write(root, "etc/shadow", "root:" + HASH + ":1:0:99999:7:::\n", "rw-------");
    write(root, "etc/init.d/rcS", "#!/bin/sh\ntelnetd\n", "rwxr-xr-x");
    write(root, "bin/busybox", "\u007fELF\0\0BusyBox v1.31.1 (2020)\0", "rwxr-xr-x");
    write(root, "www/open.txt", "everybody\n", "rw-rw-rw-");
    write(root, "usr/big", "0123456789abcdef\n".repeat(30_000), "rw-r--r--");
    Files.createSymbolicLink(root.resolve("etc/out"), Path.of("../../../../etc/hostname"));
    Files.createLink(root.resolve("bin/sh"), root.resolve("bin/busybox"));
    return root;
  }

  private static void write(Path root, String name, String text, String rights) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, java.nio.charset.StandardCharsets.ISO_8859_1);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }
}
