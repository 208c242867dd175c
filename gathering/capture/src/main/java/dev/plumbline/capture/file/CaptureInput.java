package dev.plumbline.capture.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Bytes of a capture file in the order of its section, with the place in the file. */
final class CaptureInput {
  /** A file that is cut or cannot be unpacked any further. */
  static final class EndedEarly extends Exception {
    private static final long serialVersionUID = 1L;

    EndedEarly(String what) {
      super(what, null, false, false);
    }
  }

  private final InputStream in;
  private final long most;
  private final byte[] word = new byte[8];
  private long at;
  private boolean big;

  /**
   * @param most bytes that are read
   */
  CaptureInput(InputStream in, long most) {
    this.in = in;
    this.most = most;
  }

  /** Bytes read so far, unpacked. */
  long at() {
    return at;
  }

  void bigEndian(boolean bigEndian) {
    big = bigEndian;
  }

  boolean bigEndian() {
    return big;
  }

  /** Fills the array's beginning; false at an end of the file before the first byte. */
  boolean fill(byte[] bytes, int length) throws IOException, EndedEarly {
    if (at > most - length) {
      throw new EndedEarly("only its first " + at + " bytes are read");
    }
    int have = 0;
    try {
      while (have < length) {
        int count = in.read(bytes, have, length - have);
        if (count < 0) {
          break;
        }
        have += count;
      }
    } catch (EOFException | ZipException e) {
      at += have;
      throw new EndedEarly("the compressed file is cut or damaged after byte " + at);
    }
    at += have;
    if (have > 0 && have < length) {
      throw new EndedEarly("the file ends within a record, at byte " + at);
    }
    return have == length;
  }

  /** The same where an end of the file is one too early. */
  void need(byte[] bytes, int length) throws IOException, EndedEarly {
    if (length > 0 && !fill(bytes, length)) {
      throw new EndedEarly("the file ends within a record, at byte " + at);
    }
  }

  void skip(long count) throws IOException, EndedEarly {
    byte[] waste = new byte[(int) Math.min(8192, Math.max(1, count))];
    for (long left = count; left > 0; left -= Math.min(left, waste.length)) {
      need(waste, (int) Math.min(left, waste.length));
    }
  }

  long u32() throws IOException, EndedEarly {
    need(word, 4);
    return u32(word, 0);
  }

  int u16(byte[] bytes, int from) {
    int first = bytes[from] & 0xFF;
    int second = bytes[from + 1] & 0xFF;
    return big ? (first << 8) | second : (second << 8) | first;
  }

  long u32(byte[] bytes, int from) {
    long first = u16(bytes, from);
    long second = u16(bytes, from + 2);
    return big ? (first << 16) | second : (second << 16) | first;
  }
}
