package dev.plumbline.dossier;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Writes that are on the disk when they return, and are seen whole or not at all. */
final class Disk {
  private Disk() {}

  /** Writes a file under another name, then renames it; a crash leaves the old or the new one. */
  static void replace(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(EvidenceReader.TEMPORARY + file.getFileName());
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS))) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory(file.resolveSibling("."));
  }

  /**
   * Copies a file in the same manner.
   *
   * @throws IOException if the copy has another digest than the one given
   */
  static void copy(Path from, Path file, Digest digest) throws IOException {
    Path fresh = file.resolveSibling(EvidenceReader.TEMPORARY + file.getFileName());
    Files.deleteIfExists(fresh);
    Files.copy(from, fresh, LinkOption.NOFOLLOW_LINKS);
    Digest copied;
    try (InputStream in = Files.newInputStream(fresh)) {
      copied = Digest.of(in);
    }
    if (!copied.equals(digest)) {
      Files.delete(fresh);
      throw new IOException(from.getFileName() + " was changed while it was read");
    }
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory(file.resolveSibling("."));
  }

  /** Makes the names in a directory lasting. */
  static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
