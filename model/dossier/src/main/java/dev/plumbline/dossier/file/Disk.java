package dev.plumbline.dossier.file;

import dev.plumbline.core.Digest;
import dev.plumbline.core.disk.Owner;
import dev.plumbline.core.disk.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is recorded is its owner's alone, on the disk when a method returns, and whole. */
public final class Disk {
  private Disk() {}

  /** Writes a file of evidence under another name, then renames it. */
  public static void evidence(Path file, byte[] bytes) throws IOException {
    WholeFile.writePrivately(file, out -> out.write(bytes));
  }

  /**
   * Copies a file into the evidence in the same manner.
   *
   * @throws IOException if the copy has another digest than the one given
   */
  public static void copy(Path from, Path file, Digest digest) throws IOException {
    WholeFile.writePrivately(file, out -> copy(from, out, digest));
  }

  private static void copy(Path from, OutputStream out, Digest digest) throws IOException {
    MessageDigest sha = sha256();
    try (InputStream in = Files.newInputStream(from)) {
      DigestOutputStream copied = new DigestOutputStream(out, sha);
      in.transferTo(copied);
    }
    if (!HexFormat.of().formatHex(sha.digest()).equals(digest.hex())) {
      throw new IOException(from.getFileName() + " was changed while it was read");
    }
  }

  /** Makes a folder; one that is there is closed to others. */
  public static void folder(Path folder) throws IOException {
    if (Owner.folder(folder)) {
      WholeFile.forceDirectory(folder.resolveSibling("."));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
