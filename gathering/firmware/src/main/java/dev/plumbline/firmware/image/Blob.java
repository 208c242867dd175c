package dev.plumbline.firmware.image;

import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** A run of bytes in a file, read at any place. What lies outside it cannot be read through it. */
public final class Blob {
  /** The most that is taken into memory at once, in bytes. */
  private static final int MOST_AT_ONCE = 64 << 20;

  private final FileChannel channel;
  private final long start;
  private final long size;

  Blob(FileChannel channel, long start, long size) {
    this.channel = channel;
    this.start = start;
    this.size = size;
  }

  public long size() {
    return size;
  }

  /** Where it begins in the file that holds it; two blobs at one place are the same bytes. */
  public long start() {
    return start;
  }

  /**
   * A part of it.
   *
   * @throws UnreadableException if it does not lie inside
   */
  public Blob part(long at, long length) throws UnreadableException {
    if (at < 0 || length < 0 || at > size || length > size - at) {
      throw new UnreadableException(
          ImportRefusal.CUT_OFF,
          "it is cut: " + length + " bytes at " + at + " are named, there are " + size);
    }
    return new Blob(channel, start + at, length);
  }

  /** All of it from here on. */
  public Blob from(long at) throws UnreadableException {
    return part(at, size - at);
  }

  /**
   * Bytes of it.
   *
   * @throws UnreadableException if they do not lie inside
   */
  public byte[] bytes(long at, long length) throws IOException {
    if (length > MOST_AT_ONCE) {
      throw new UnreadableException("a field of it names " + length + " bytes at once");
    }
    Blob part = part(at, length);
    ByteBuffer buffer = ByteBuffer.allocate((int) length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, part.start + buffer.position()) < 0) {
        throw new UnreadableException(ImportRefusal.CUT_OFF, "it is cut");
      }
    }
    return buffer.array();
  }

  /** Numbers of it. */
  public ByteBuffer view(long at, long length, ByteOrder order) throws IOException {
    return ByteBuffer.wrap(bytes(at, length)).order(order);
  }

  /** The first bytes, or all where there are fewer. */
  public byte[] head(int length) throws IOException {
    return bytes(0, Math.min(length, size));
  }

  /** Whether these bytes stand there. */
  public boolean has(long at, byte[] expected) throws IOException {
    return at >= 0
        && expected.length <= size - at
        && java.util.Arrays.equals(bytes(at, expected.length), expected);
  }

  public BlobStream stream() {
    return new BlobStream(this);
  }

  /** As a file that is read at any place. */
  public BlobChannel channel() {
    return new BlobChannel(this);
  }

  int read(long at, byte[] into, int from, int length) throws IOException {
    if (at >= size) {
      return -1;
    }
    int most = (int) Math.min(length, size - at);
    return channel.read(ByteBuffer.wrap(into, from, most), start + at);
  }
}
