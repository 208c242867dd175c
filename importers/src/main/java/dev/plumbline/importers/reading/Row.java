package dev.plumbline.importers.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One record of a fact. What a file does not tell is left out; long texts are cut. */
public final class Row {
  /** Longest text of a record, in characters. */
  public static final int LONGEST = 500;

  private static final int MOST_TEXTS = 50;

  private final Map<String, Object> fields = new LinkedHashMap<>();
  private int size;

  /** The text, unless it is blank. */
  public Row put(String name, String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    if (!cut.isBlank()) {
      add(name, cut, cut.length());
    }
    return this;
  }

  public Row put(String name, boolean flag) {
    add(name, flag, 1);
    return this;
  }

  public Row put(String name, long number) {
    add(name, number, 1);
    return this;
  }

  public Row put(String name, OptionalLong number) {
    number.ifPresent(n -> add(name, n, 1));
    return this;
  }

  public Row put(String name, OptionalDouble number) {
    number.ifPresent(n -> add(name, n, 1));
    return this;
  }

  /** The first {@value #MOST_TEXTS} texts, unless there is none. */
  public Row put(String name, List<String> texts) {
    List<String> cut =
        texts.stream()
            .limit(MOST_TEXTS)
            .map(t -> t.length() > LONGEST ? t.substring(0, LONGEST) + "…" : t)
            .toList();
    if (!cut.isEmpty()) {
      add(name, cut, cut.stream().mapToInt(String::length).sum());
    }
    return this;
  }

  private void add(String name, Object value, int characters) {
    fields.put(name, value);
    size += name.length() + characters + 4;
  }

  /** About how many characters it takes. */
  int size() {
    return size;
  }

  public Map<String, Object> map() {
    return Collections.unmodifiableMap(fields);
  }
}
