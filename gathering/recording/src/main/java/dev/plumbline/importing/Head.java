package dev.plumbline.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The beginning of a file, to tell what wrote it. */
public final class Head {
  /** How much of a file is looked at, in bytes. */
  public static final int SIZE = 65_536;

  private final String name;
  private final byte[] bytes;
  private final String text;
  private final Source source;
  private final Map<Class<?>, Object> derived = new HashMap<>();

  /** Opens the file from its beginning. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /** The beginning of a file of which no more is known. */
  public Head(String name, byte[] bytes) {
    this(name, bytes, () -> new ByteArrayInputStream(bytes));
  }

  /**
   * @param name file name without its folder
   * @param bytes the first {@value #SIZE} bytes, or all of a shorter file
   * @param source opens the whole file
   */
  public Head(String name, byte[] bytes, Source source) {
    this.name = name;
    this.bytes = bytes.clone();
    this.source = source;
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

  /** The whole file, for formats that name themselves at the end. The caller closes it. */
  public InputStream whole() throws IOException {
    return source.open();
  }

  /**
   * What is derived from this beginning, such as its shape; made once, however many importers ask.
   */
  public <T> T derived(Class<T> kind, Function<Head, T> make) {
    Object known = derived.get(kind);
    if (known == null) {
      known = make.apply(this);
      derived.put(kind, known);
    }
    return kind.cast(known);
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
