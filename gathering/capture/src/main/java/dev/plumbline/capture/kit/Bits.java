package dev.plumbline.capture.kit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes, written from left to right in network order. */
public final class Bits {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public static Bits of() {
    return new Bits();
  }

  public static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  public Bits u8(int value) {
    out.write(value);
    return this;
  }

  public Bits u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  public Bits u24(int value) {
    return u8(value >>> 16).u16(value);
  }

  public Bits u32(long value) {
    return u16((int) (value >>> 16)).u16((int) value);
  }

  public Bits bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public Bits x(String hex) {
    return bytes(hex(hex));
  }

  public Bits text(String text) {
    return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public Bits zeros(int count) {
    return bytes(new byte[count]);
  }

  public byte[] done() {
    return out.toByteArray();
  }
}
