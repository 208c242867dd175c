package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a record's line, each of the form that it has to have. */
public final class RecordFields {
  private RecordFields() {}

  /**
   * A text.
   *
   * @throws IllegalArgumentException if it is missing or something else
   */
  public static String text(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof String s) {
      return s;
    }
    throw new IllegalArgumentException("'" + key + "' is missing or no text");
  }

  /** A whole number. */
  public static long number(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof Long l) {
      return l;
    }
    throw new IllegalArgumentException("'" + key + "' is missing or no whole number");
  }

  /** A flag. */
  public static boolean flag(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof Boolean b) {
      return b;
    }
    throw new IllegalArgumentException("'" + key + "' is missing or neither true nor false");
  }

  /** A map. */
  public static Map<String, Object> object(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof Map<?, ?> m) {
      Map<String, Object> copy = new LinkedHashMap<>();
      m.forEach((k, v) -> copy.put(String.valueOf(k), v));
      return copy;
    }
    throw new IllegalArgumentException("'" + key + "' is missing or no object");
  }

  /** A time. */
  public static Instant instant(Map<String, Object> fields, String key) {
    try {
      return Instant.parse(text(fields, key));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + key + "' is no time", e);
    }
  }

  /** A digest. */
  public static Digest digest(Map<String, Object> fields, String key) {
    return new Digest(text(fields, key));
  }

  /** A list of digests. */
  public static List<Digest> digests(Map<String, Object> fields, String key) {
    if (fields.get(key) instanceof List<?> list) {
      return list.stream().map(d -> new Digest(String.valueOf(d))).toList();
    }
    throw new IllegalArgumentException("'" + key + "' is no list");
  }
}
