package dev.plumbline.edition;

import dev.plumbline.yaml.YamlPath;
import java.util.List;
import java.util.Map;

/**
 * Brings {@code TABLE/ENTRY} up to date wherever a file names a row in full.
 *
 * @param names new names by old ones
 */
record RowNames(Map<String, String> names) {
  RowNames {
    names = Map.copyOf(names);
  }

  /** A value with each name in it up to date. */
  Object in(Object value) {
    return switch (value) {
      case String s -> names.getOrDefault(s, s);
      case List<?> l -> l.stream().map(this::in).toList();
      case Map<?, ?> m -> {
        Map<String, Object> copy = ValueEdits.map(m);
        copy.replaceAll((k, v) -> in(v));
        yield copy;
      }
      default -> value;
    };
  }

  /** Edits a file. */
  void in(Sheet sheet) {
    walk(sheet, new YamlPath(List.of()), sheet.values());
  }

  private void walk(Sheet sheet, YamlPath path, Object value) {
    switch (value) {
      case String s when names.containsKey(s) -> sheet.put(path, in(s));
      case Map<?, ?> m -> m.forEach((k, v) -> walk(sheet, path.key(String.valueOf(k)), v));
      case List<?> l -> {
        for (int i = 0; i < l.size(); i++) {
          walk(sheet, path.index(i), l.get(i));
        }
      }
      default -> {}
    }
  }
}
