package dev.plumbline.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells now and then how far a file was read. */
final class CountedInput extends FilterInputStream {
  private static final long STEP = 4L << 20;

  private final long size;
  private final ImportRun.Listener listener;
  private long read;
  private long told;

  CountedInput(InputStream in, long size, ImportRun.Listener listener) {
    super(in);
    this.size = size;
    this.listener = listener;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    count(count);
    return count;
  }

  private void count(int bytes) {
    if (bytes > 0) {
      read += bytes;
    }
    if (read - told >= STEP) {
      told = read;
      listener.at(read, size);
    }
  }
}
