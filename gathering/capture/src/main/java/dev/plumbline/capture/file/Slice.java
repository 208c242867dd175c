package dev.plumbline.capture.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A part of an array, read in network order. Whoever reads beyond its end gets a {@link
 * CutException}: in a capture every length may lie.
 */
public final class Slice {
  /** Nothing. */
  public static final Slice EMPTY = new Slice(new byte[0], 0, 0);

  private final byte[] array;
  private final int start;
  private final int length;

  public Slice(byte[] array, int start, int length) {
    if (start < 0 || length < 0 || length > array.length - start) {
      throw new CutException();
    }
    this.array = array;
    this.start = start;
    this.length = length;
  }

  /** All of an array. */
  public static Slice of(byte[] bytes) {
    return new Slice(bytes, 0, bytes.length);
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  public int u8(int at) {
    if (at < 0 || at >= length) {
      throw new CutException();
    }
    return array[start + at] & 0xFF;
  }

  public int u16(int at) {
    return (u8(at) << 8) | u8(at + 1);
  }

  public int u24(int at) {
    return (u8(at) << 16) | u16(at + 1);
  }

  public long u32(int at) {
    return ((long) u16(at) << 16) | u16(at + 2);
  }

  public long u48(int at) {
    return ((long) u16(at) << 32) | u32(at + 2);
  }

  public long u64(int at) {
    return (u32(at) << 32) | u32(at + 4);
  }

  /** From there to the end. */
  public Slice from(int at) {
    return part(at, length - at);
  }

  public Slice part(int at, int count) {
    if (at < 0 || count < 0 || at > length - count) {
      throw new CutException();
    }
    return new Slice(array, start + at, count);
  }

  /** The first bytes, or all where there are fewer. */
  public Slice atMost(int count) {
    return part(0, Math.min(length, Math.max(0, count)));
  }

  /** A copy of its own. */
  public byte[] bytes() {
    return Arrays.copyOfRange(array, start, start + length);
  }

  public void copyTo(byte[] target, int at) {
    System.arraycopy(array, start, target, at, length);
  }

  /** Copies a part of it. */
  public void copyTo(byte[] target, int at, int count) {
    part(0, count).copyTo(target, at);
  }

  /** Byte by byte as text; never fails. */
  public String ascii() {
    return text(StandardCharsets.ISO_8859_1);
  }

  public String text(Charset charset) {
    return new String(array, start, length, charset);
  }

  public boolean startsWith(String ascii) {
    if (ascii.length() > length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((array[start + i] & 0xFF) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the bytes stand first, from a place on; -1 when they do not. */
  public int indexOf(byte[] wanted, int from) {
    if (wanted.length == 0) {
      return -1;
    }
    int last = start + length - wanted.length;
    for (int i = start + Math.max(0, from); i <= last; i++) {
      if (array[i] == wanted[0]
          && Arrays.equals(array, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i - start;
      }
    }
    return -1;
  }

  /** Where a byte stands first, from a place on; -1 when it does not. */
  public int indexOf(int value, int from) {
    for (int i = Math.max(0, from); i < length; i++) {
      if (array[start + i] == (byte) value) {
        return i;
      }
    }
    return -1;
  }
}
