package dev.plumbline.firmware.image;

import java.io.IOException;
import java.io.InputStream;

/** Reads a blob from its beginning and knows where it is. Can go back to a mark at any distance. */
public final class BlobStream extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final Blob blob;
  private final byte[] buffer = new byte[BUFFER];
  private long bufferAt;
  private int filled;
  private long position;
  private long marked;

  BlobStream(Blob blob) {
    this.blob = blob;
  }

  /** Bytes read so far. */
  public long position() {
    return position;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position < bufferAt || position >= bufferAt + filled) {
      bufferAt = position;
      filled = Math.max(0, blob.read(position, buffer, 0, BUFFER));
      if (filled == 0) {
        return -1;
      }
    }
    int offset = (int) (position - bufferAt);
    int count = Math.min(length, filled - offset);
    System.arraycopy(buffer, offset, into, from, count);
    position += count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.max(0, Math.min(count, blob.size() - position));
    position += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, blob.size() - position);
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int limit) {
    marked = position;
  }

  @Override
  public void reset() {
    position = marked;
  }
}
