package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One text for one record, wherever it stands in a journal: JSON with sorted keys, without blanks,
 * ASCII only, other characters as {@code \}{@code uXXXX} in lower case. Python's {@code
 * json.dumps(record, sort_keys=True, separators=(',', ':'))} writes the same.
 */
public final class Canonical {
  /** What the sequencer adds to a record, and its signature: no part of what is signed. */
  private static final Set<String> PLACE = Set.of("seq", "prev", "signature");

  private Canonical() {}

  /**
   * The text of a record without its place in the order and its signature.
   *
   * @param record texts, flags, whole numbers, lists and maps of such
   * @throws IllegalArgumentException if it holds another value, such as a fraction
   */
  public static String content(Map<String, Object> record) {
    Map<String, Object> content = new LinkedHashMap<>(record);
    content.keySet().removeAll(PLACE);
    StringBuilder text = new StringBuilder(512);
    write(content, text);
    return text.toString();
  }

  /** The digest of a record, by which other records name it. */
  public static Digest digest(Map<String, Object> record) {
    return digest(content(record));
  }

  static Digest digest(String content) {
    return Digest.of(content.getBytes(StandardCharsets.US_ASCII));
  }

  private static void write(Object value, StringBuilder text) {
    switch (value) {
      case String s -> string(s, text);
      case Boolean b -> text.append(b.booleanValue());
      case Long l -> text.append(l.longValue());
      case Integer i -> text.append(i.intValue());
      case Map<?, ?> m -> map(m, text);
      case Collection<?> c -> list(c, text);
      default -> throw new IllegalArgumentException("a signed record cannot hold " + value);
    }
  }

  private static void map(Map<?, ?> map, StringBuilder text) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    text.append('{');
    List<String> keys = new ArrayList<>(sorted.keySet());
    for (int i = 0; i < keys.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      string(keys.get(i), text);
      text.append(':');
      write(sorted.getOrDefault(keys.get(i), ""), text);
    }
    text.append('}');
  }

  private static void list(Collection<?> list, StringBuilder text) {
    text.append('[');
    boolean first = true;
    for (Object value : list) {
      if (!first) {
        text.append(',');
      }
      first = false;
      write(value, text);
    }
    text.append(']');
  }

  private static void string(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i), text);
    }
    text.append('"');
  }

  private static void character(char c, StringBuilder text) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      default -> {
        if (c >= ' ' && c <= '~') {
          text.append(c);
        } else {
          text.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((c >> shift) & 0xf, 16));
          }
        }
      }
    }
  }
}
