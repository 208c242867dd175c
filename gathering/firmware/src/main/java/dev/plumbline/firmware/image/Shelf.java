package dev.plumbline.firmware.image;

import dev.plumbline.core.disk.Scratch;
import dev.plumbline.importing.ImportRefusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where what is unpacked lies: one file that has no name when it is gone. Names, links, rights and
 * devices of an image never touch the disk, so that none of them can point out of it.
 */
public final class Shelf implements Closeable {
  private static final int STEP = 1 << 16;

  private final FileChannel channel;
  private final long begun = System.nanoTime();
  private UnpackLimits limits;
  private long tries;
  private long end;
  private long files;

  private Shelf(FileChannel channel, UnpackLimits limits) {
    this.channel = channel;
    this.limits = limits;
  }

  /** A shelf in the folder for temporary files. */
  public static Shelf open(UnpackLimits limits) throws IOException {
    Path file = Scratch.ofProcess().file("firmware", ".part");
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    return new Shelf(channel, limits);
  }

  /** Keeps an image; what is opened of it is limited by its size. */
  public Blob image(InputStream in) throws IOException {
    Blob image = keep(in, Long.MAX_VALUE);
    limits = limits.of(image.size());
    return image;
  }

  /** Counts one more place at which something was opened, or looked as if it could be. */
  public void countTry() throws UnreadableException {
    if (++tries > limits.files()) {
      throw new SpentException("more than " + limits.files() + " places look like a container");
    }
    inTime();
  }

  public UnpackLimits limits() {
    return limits;
  }

  /** Counts one more file. */
  public void countFile() throws UnreadableException {
    if (++files > limits.files()) {
      throw new SpentException("the image holds more than " + limits.files() + " files");
    }
    inTime();
  }

  private void inTime() throws UnreadableException {
    if (System.nanoTime() - begun > limits.seconds() * 1_000_000_000L) {
      throw new SpentException("opening took longer than " + limits.seconds() + " seconds");
    }
  }

  /**
   * Keeps what a stream gives, to its end.
   *
   * @param packed bytes from which it is unpacked
   * @throws UnreadableException if a limit is passed
   */
  public Blob keep(InputStream in, long packed) throws IOException {
    long start = end;
    byte[] buffer = new byte[STEP];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      write(buffer, count);
      long written = end - start;
      if (written > limits.free() && written / limits.ratio() > packed) {
        throw new UnreadableException(
            ImportRefusal.TOO_LARGE,
            "it expands to more than " + limits.ratio() + " times its size");
      }
      if (end > limits.bytes()) {
        throw new SpentException("the image unpacks to more than " + limits.bytes() + " bytes");
      }
      inTime();
    }
    return new Blob(channel, start, end - start);
  }

  private void write(byte[] bytes, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    while (buffer.hasRemaining()) {
      end += channel.write(buffer, end);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
