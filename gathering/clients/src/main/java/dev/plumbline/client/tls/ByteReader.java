package dev.plumbline.client.tls;

import java.util.Arrays;

/** Reads the fields of a message; what is not there is a {@link TlsFormatException}. */
final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int position;

  ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ByteReader(byte[] bytes, int position, int end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  int remaining() {
    return end - position;
  }

  int u8() throws TlsFormatException {
    require(1);
    return bytes[position++] & 0xFF;
  }

  int u16() throws TlsFormatException {
    return u8() << 8 | u8();
  }

  int u24() throws TlsFormatException {
    return u8() << 16 | u16();
  }

  byte[] take(int count) throws TlsFormatException {
    require(count);
    byte[] taken = Arrays.copyOfRange(bytes, position, position + count);
    position += count;
    return taken;
  }

  /** A vector whose length stands in front in one byte. */
  byte[] vector8() throws TlsFormatException {
    return take(u8());
  }

  /** A vector whose length stands in front in two bytes. */
  byte[] vector16() throws TlsFormatException {
    return take(u16());
  }

  /** A vector whose length stands in front in three bytes. */
  byte[] vector24() throws TlsFormatException {
    return take(u24());
  }

  private void require(int count) throws TlsFormatException {
    if (count > remaining()) {
      throw new TlsFormatException(
          "a field of " + count + " bytes where only " + remaining() + " are left");
    }
  }
}
