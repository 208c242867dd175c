package dev.plumbline.dossier.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a journal as JSON: ASCII only, so that a line shows in any terminal what it holds, and
 * plain types only, so that it can be read without our classes.
 */
public final class JournalLine {
  /** Longest line, in bytes without its line feed. */
  public static final int MAX = 64 * 1024 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(MAX)
                          .maxNameLength(MAX)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JournalLine() {}

  /** The bytes of a line, without its line feed. */
  public static byte[] write(Map<String, Object> fields) {
    byte[] line = JSON.writeValueAsBytes(fields);
    if (line.length > MAX) {
      throw new IllegalArgumentException("a record of " + line.length + " bytes is too long");
    }
    return line;
  }

  /**
   * The fields of a line.
   *
   * @throws IllegalArgumentException if it is no JSON object, or holds what a record cannot
   */
  public static Map<String, Object> read(byte[] line) {
    Object parsed;
    try {
      parsed = JSON.readValue(line, Object.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
    }
    if (parsed instanceof Map<?, ?> map) {
      return map(map);
    }
    throw new IllegalArgumentException("it is no JSON object");
  }

  /** No part of a JSON object, cut off before its last brace, is a JSON object. */
  public static boolean isWhole(byte[] line) {
    try {
      read(line);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A map whose keys are whole characters and whose values are plain. */
  static Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw new IllegalArgumentException("a key is no text: " + key);
          }
          if (!isWhole(name)) {
            throw new IllegalArgumentException("a key holds half a character");
          }
          copy.put(name, plain(name, value));
        });
    return copy;
  }

  /** Written out, since a journal has keys by the thousand. */
  private static boolean isWhole(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isSurrogate(name.charAt(i))) {
        return name.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
      }
    }
    return true;
  }

  /** Only what reads back as it was written: null, NaN and foreign types are refused. */
  private static Object plain(String name, Object value) {
    return switch (value) {
      case null -> throw new IllegalArgumentException("'" + name + "' is null");
      case String s -> s;
      case Boolean b -> b;
      case Long l -> l;
      case Integer i -> (long) i;
      case Double d when Double.isFinite(d) -> d;
      case Map<?, ?> m -> map(m);
      case List<?> l -> {
        List<Object> copy = new ArrayList<>();
        l.forEach(item -> copy.add(plain(name, item)));
        yield copy;
      }
      default ->
          throw new IllegalArgumentException(
              "'" + name + "' is no text, flag, whole number, finite double, list or map");
    };
  }
}
