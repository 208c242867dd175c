package dev.plumbline.core.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * Writes of files that are on the disk when they return, are seen whole or not at all, and go
 * through no link: neither one in the place of the file, nor one in the place of the file that is
 * written first.
 */
public final class WholeFile {
  /** What the name of a file begins with while it is written. */
  public static final String TEMPORARY = ".new-";

  private static final FileAttribute<?>[] NONE = {};

  private WholeFile() {}

  /** What a file is going to hold. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a text in UTF-8. */
  public static Path write(Path file, String text) throws IOException {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Path write(Path file, byte[] bytes) throws IOException {
    return write(file, out -> out.write(bytes));
  }

  /**
   * Writes a file; one that is there keeps its rights. What is no regular file, such as a pipe or a
   * device, is written to as it is.
   *
   * @throws IOException if a link lies there
   */
  public static Path write(Path file, Content content) throws IOException {
    if (isStream(file)) {
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      return file;
    }
    return replace(file, content, NONE, rights(file));
  }

  /** The same for a file that its owner alone may read. */
  public static Path writePrivately(Path file, Content content) throws IOException {
    return replace(file, content, Owner.file(file), Optional.empty());
  }

  /**
   * A person may name a device or a pipe, and below {@code /dev} what leads to one; in {@code
   * /dev/shm} lie ordinary files.
   */
  private static boolean isStream(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith("/dev") && !absolute.startsWith("/dev/shm"))
        || (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
            && !Files.isSymbolicLink(file)
            && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS));
  }

  private static Optional<Set<PosixFilePermission>> rights(Path file) throws IOException {
    return Owner.hasRights(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
        : Optional.empty();
  }

  private static Path replace(
      Path file,
      Content content,
      FileAttribute<?>[] attributes,
      Optional<Set<PosixFilePermission>> rights)
      throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException(file + " is a symbolic link; links are not followed.");
    }
    Path fresh = file.resolveSibling(TEMPORARY + file.getFileName());
    Files.deleteIfExists(fresh);
    Set<StandardOpenOption> create =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean done = false;
    try (FileChannel channel = FileChannel.open(fresh, create, attributes)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.writeTo(out);
      out.flush();
      channel.force(true);
      if (rights.isPresent()) {
        Files.setPosixFilePermissions(fresh, rights.get());
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(fresh);
      }
    }
    forceDirectory(file.resolveSibling("."));
    return file;
  }

  /** Makes the names in a directory lasting. */
  public static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
