package dev.plumbline.testbed.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a device or part: nested maps as read from YAML. Immutable. A flaw is a patch: maps
 * are merged key by key, anything else is replaced.
 */
public record Settings(Map<String, Object> values) {
  public static final Settings NONE = new Settings(Map.of());

  public Settings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Takes a map whose keys are texts, such as a parsed YAML mapping. */
  public static Settings of(Object map) {
    if (!(map instanceof Map<?, ?> m)) {
      throw new IllegalArgumentException("not a mapping: " + map);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    m.forEach((key, value) -> values.put(String.valueOf(key), value));
    return new Settings(values);
  }

  /** These settings with the patch laid over them. */
  public Settings with(Settings patch) {
    Map<String, Object> merged = new LinkedHashMap<>(values);
    patch.values.forEach((key, value) -> merged.merge(key, value, Settings::lay));
    return new Settings(merged);
  }

  private static Object lay(Object below, Object above) {
    return below instanceof Map<?, ?> && above instanceof Map<?, ?>
        ? of(below).with(of(above)).values()
        : above;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).map(String::valueOf);
  }

  public String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  /** A text that has to be there. */
  public String required(String key) {
    return text(key).orElseThrow(() -> new IllegalArgumentException("missing: " + key));
  }

  public boolean flag(String key, boolean otherwise) {
    return values.get(key) instanceof Boolean b ? b : otherwise;
  }

  public int number(String key, int otherwise) {
    return values.get(key) instanceof Number n ? n.intValue() : otherwise;
  }

  /** The mapping under the key; empty when there is none. */
  public Settings child(String key) {
    return values.get(key) instanceof Map<?, ?> m ? of(m) : NONE;
  }

  /** The mappings under this one, by key, in order. */
  public Map<String, Settings> children() {
    Map<String, Settings> children = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> m) {
            children.put(key, of(m));
          }
        });
    return children;
  }

  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    if (values.get(key) instanceof List<?> list) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }

  /** The settings under each item of a list of mappings. */
  public List<Settings> list(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(Settings::of).toList()
        : List.of();
  }

  /** The names switched on in a mapping of names to flags, in order. */
  public List<String> on(String key) {
    return child(key).values().entrySet().stream()
        .filter(e -> Boolean.TRUE.equals(e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
