package dev.plumbline.client.tls;

import java.io.ByteArrayOutputStream;
import java.util.Collection;

/** Writes the fields of a message. */
final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ByteWriter u8(int value) {
    out.write(value);
    return this;
  }

  ByteWriter u16(int value) {
    return u8(value >> 8).u8(value);
  }

  ByteWriter u24(int value) {
    return u8(value >> 16).u16(value);
  }

  ByteWriter put(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  ByteWriter vector8(byte[] bytes) {
    return u8(bytes.length).put(bytes);
  }

  ByteWriter vector16(byte[] bytes) {
    return u16(bytes.length).put(bytes);
  }

  ByteWriter vector24(byte[] bytes) {
    return u24(bytes.length).put(bytes);
  }

  /** A list of two-byte codes with its length in front in two bytes. */
  ByteWriter codes16(Collection<Integer> codes) {
    u16(codes.size() * 2);
    codes.forEach(this::u16);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
