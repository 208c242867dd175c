package dev.plumbline.firmware.format;

import java.io.InputStream;

/** The same bytes again and again. */
final class Filled extends InputStream {
  private final byte[] pattern;
  private final long length;
  private long position;

  Filled(byte[] pattern, long length) {
    this.pattern = pattern.clone();
    this.length = length;
  }

  @Override
  public int read() {
    return position >= length ? -1 : pattern[(int) (position++ % pattern.length)] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int count) {
    if (position >= length) {
      return count == 0 ? 0 : -1;
    }
    int most = (int) Math.min(count, length - position);
    for (int i = 0; i < most; i++) {
      into[from + i] = (byte) read();
    }
    return most;
  }
}
