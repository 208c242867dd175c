package dev.plumbline.importing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of a file, to tell what wrote it. */
public final class Head {
  /** How much of a file is looked at, in bytes. */
  public static final int SIZE = 65_536;

  private final String name;
  private final byte[] bytes;
  private final String text;

  /**
   * @param name file name without its folder
   * @param bytes the first {@value #SIZE} bytes, or all of a shorter file
   */
  public Head(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    this.text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }

  public String name() {
    return name;
  }

  /** The bytes themselves, for files that are no text. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes as text; what is no UTF-8 becomes a replacement character. */
  public String text() {
    return text;
  }

  /** The bytes, for formats that are no text. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  /** Whether the text has all of these, in any order. */
  public boolean has(String... parts) {
    for (String part : parts) {
      if (!text.contains(part)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the file begins with these byte values. */
  public boolean startsWith(int... values) {
    if (bytes.length < values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if ((bytes[i] & 0xFF) != values[i]) {
        return false;
      }
    }
    return true;
  }
}
