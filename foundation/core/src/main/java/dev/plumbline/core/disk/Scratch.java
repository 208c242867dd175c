package dev.plumbline.core.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Temporary files, all below one folder of the user: each process has a folder of its own there,
 * with a lock that ends with the process. What a process left that was killed is removed by {@link
 * #sweep}.
 */
public final class Scratch {
  private static final String RUN = "run-";
  private static final String LOCK = ".lock";
  private static final Scratch OF_PROCESS =
      new Scratch(
          Path.of(System.getProperty("java.io.tmpdir"))
              .resolve("plumbline-" + System.getProperty("user.name").replace('/', '_')));

  private final Path root;
  private Optional<Run> run = Optional.empty();

  /**
   * The folder of a process.
   *
   * @param lock kept, as it ends with its channel, and that when nobody holds it any more; none
   *     where the folder lies in no root that is swept
   */
  private record Run(Path folder, Optional<FileLock> lock) {}

  Scratch(Path root) {
    this.root = root;
  }

  /** That of this process. */
  public static Scratch ofProcess() {
    return OF_PROCESS;
  }

  /** A new folder that only its owner can read. */
  public Path folder(String prefix) throws IOException {
    return Files.createTempDirectory(run(), prefix);
  }

  /** A new file that only its owner can read. */
  public Path file(String prefix, String suffix) throws IOException {
    return Files.createTempFile(run(), prefix, suffix);
  }

  /** Removes a file, or a folder with all that is in it; links are removed and not followed. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path dir, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private synchronized Path run() throws IOException {
    if (run.isEmpty()) {
      run =
          Optional.of(
              isOurs(true)
                  ? locked()
                  : new Run(Files.createTempDirectory("plumbline-"), Optional.empty()));
      Runtime.getRuntime().addShutdownHook(new Thread(this::end, "scratch"));
    }
    return run.get().folder();
  }

  private synchronized void end() {
    try {
      if (run.isPresent()) {
        delete(run.get().folder());
        Files.deleteIfExists(lock(run.get().folder()));
      }
    } catch (IOException e) {
      // The next start tries again.
    }
  }

  /** The lock is there before the folder, so that nobody takes the folder for one left over. */
  private Run locked() throws IOException {
    while (true) {
      Path lock = Files.createTempFile(root, RUN, LOCK);
      String name = lock.getFileName().toString();
      FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
      Optional<FileLock> got = Optional.ofNullable(channel.tryLock());
      if (got.isPresent() && Files.exists(lock)) {
        Path folder = root.resolve(name.substring(0, name.length() - LOCK.length()));
        Owner.folder(folder);
        return new Run(folder, got);
      }
      channel.close();
    }
  }

  private static Path lock(Path own) {
    return own.resolveSibling(own.getFileName() + LOCK);
  }

  /**
   * Whether the folder belongs to this user alone: in a folder that all share, somebody else may
   * have made it first.
   */
  private boolean isOurs(boolean made) throws IOException {
    if (made) {
      try {
        Owner.folder(root);
      } catch (IOException e) {
        return false;
      }
    }
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!Owner.hasRights(root)) {
      return true;
    }
    String rights =
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(root, LinkOption.NOFOLLOW_LINKS));
    return rights.equals("rwx------")
        && Files.getOwner(root, LinkOption.NOFOLLOW_LINKS)
            .getName()
            .equals(System.getProperty("user.name"));
  }

  /** Removes what processes left that are no more; never fails. */
  public void sweep() {
    try {
      if (isOurs(false)) {
        for (Path lock : locks()) {
          if (!isHeld(lock)) {
            removeIfLeft(lock);
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // What cannot be removed now stays for a later start.
    }
  }

  /** Whether it is our own: to open and close it here would end the lock of this process. */
  private synchronized boolean isHeld(Path lock) {
    return run.filter(own -> lock(own.folder()).equals(lock)).isPresent();
  }

  private List<Path> locks() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return new ArrayList<>(
          all.filter(p -> p.getFileName().toString().startsWith(RUN))
              .filter(p -> p.getFileName().toString().endsWith(LOCK))
              .toList());
    }
  }

  private static void removeIfLeft(Path lock) throws IOException {
    String name = lock.getFileName().toString();
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      Optional<FileLock> held = Optional.ofNullable(channel.tryLock());
      if (held.isPresent()) {
        delete(lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
        Files.deleteIfExists(lock);
      }
    } catch (OverlappingFileLockException | NoSuchFileException e) {
      // Ours, or another start was faster.
    }
  }
}
