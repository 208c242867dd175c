package dev.plumbline.dossier.folder;

import dev.plumbline.core.disk.Owner;
import dev.plumbline.dossier.folder.DossierWriter.DossierLockedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right to write to a dossier: of one thread in this process, and of one process on this
 * machine. Threads get it in the order in which they asked.
 */
public final class DossierLock implements Closeable {
  private static final Map<Path, Semaphore> THREADS = new ConcurrentHashMap<>();
  private static final long PAUSE_MILLIS = 10;

  private final Semaphore threads;
  private final FileChannel channel;
  private boolean closed;

  private DossierLock(Semaphore threads, FileChannel channel) {
    this.threads = threads;
    this.channel = channel;
  }

  /**
   * Waits for the right to write.
   *
   * @param patience how long to wait at most
   * @throws DossierLockedException if somebody else still writes then
   */
  static DossierLock acquire(Path root, Path file, Duration patience) throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    Semaphore threads =
        THREADS.computeIfAbsent(root.toRealPath(), p -> new Semaphore(1, /* fair= */ true));
    try {
      if (!threads.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new DossierLockedException(root);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    try {
      return new DossierLock(threads, channel(root, file, until));
    } catch (IOException | RuntimeException e) {
      threads.release();
      throw e;
    }
  }

  private static FileChannel channel(Path root, Path file, long until) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            Owner.file(root));
    try {
      while (channel.tryLock() == null) {
        if (System.nanoTime() - until >= 0) {
          throw new DossierLockedException(root);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new DossierLockedException(root);
    } catch (InterruptedException e) {
      channel.close();
      throw interrupted(e);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    IOException told = new InterruptedIOException("Waiting for the dossier was interrupted.");
    told.initCause(e);
    return told;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      channel.close();
    } finally {
      threads.release();
    }
  }
}
