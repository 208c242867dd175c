package dev.plumbline.firmware.format;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes are made a block at a time. */
final class PulledInput extends InputStream {
  /** Where the blocks come from. */
  @FunctionalInterface
  interface Source {
    /** The next block; empty at the end. */
    byte[] next() throws IOException;
  }

  private final Source source;
  private byte[] block = {};
  private int at;
  private boolean ended;

  PulledInput(Source source) {
    this.source = source;
  }

  private boolean fill() throws IOException {
    while (at >= block.length && !ended) {
      block = source.next();
      at = 0;
      ended = block.length == 0;
    }
    return !ended;
  }

  @Override
  public int read() throws IOException {
    return fill() ? block[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, block.length - at);
    System.arraycopy(block, at, into, from, count);
    at += count;
    return count;
  }
}
