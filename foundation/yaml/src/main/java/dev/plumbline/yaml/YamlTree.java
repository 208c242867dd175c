package dev.plumbline.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same edits on plain values, to hold an edited text against. */
final class YamlTree {
  private YamlTree() {}

  static Object set(Object tree, List<YamlPath.Step> steps, Object value) {
    if (steps.isEmpty()) {
      return normal(value);
    }
    List<YamlPath.Step> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case YamlPath.Key k -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> m) {
          m.forEach((key, v) -> copy.put(String.valueOf(key), v));
        }
        copy.put(k.name(), set(copy.getOrDefault(k.name(), ""), rest, value));
        yield copy;
      }
      case YamlPath.Index i -> {
        List<Object> copy = list(tree);
        copy.set(i.position(), set(copy.get(i.position()), rest, value));
        yield copy;
      }
    };
  }

  /** Without what stands at a path; nothing is left of a list or mapping that it was all of. */
  static Object without(Object tree, List<YamlPath.Step> steps) {
    List<YamlPath.Step> parent = steps.subList(0, steps.size() - 1);
    Object left =
        switch (steps.getLast()) {
          case YamlPath.Key k -> {
            Map<String, Object> copy = map(get(tree, parent));
            copy.remove(k.name());
            yield copy.isEmpty() ? "" : copy;
          }
          case YamlPath.Index i -> {
            List<Object> copy = list(get(tree, parent));
            copy.remove(i.position());
            yield copy.isEmpty() ? "" : copy;
          }
        };
    return set(tree, parent, left);
  }

  /** With another name for a key, which keeps its place. */
  static Object renamed(Object tree, List<YamlPath.Step> steps, String name) {
    List<YamlPath.Step> parent = steps.subList(0, steps.size() - 1);
    Map<String, Object> copy = new LinkedHashMap<>();
    String old = ((YamlPath.Key) steps.getLast()).name();
    map(get(tree, parent)).forEach((k, v) -> copy.put(k.equals(old) ? name : k, v));
    return set(tree, parent, copy);
  }

  private static Map<String, Object> map(Object tree) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> m) {
      m.forEach((key, v) -> copy.put(String.valueOf(key), v));
    }
    return copy;
  }

  static Object add(Object tree, List<YamlPath.Step> steps, Object item) {
    List<Object> longer = list(get(tree, steps));
    longer.add(item);
    return set(tree, steps, longer);
  }

  private static Object get(Object tree, List<YamlPath.Step> steps) {
    Object found = tree;
    for (YamlPath.Step step : steps) {
      found =
          switch (step) {
            case YamlPath.Key k -> field(found, k.name());
            case YamlPath.Index i -> list(found).get(i.position());
          };
    }
    return found;
  }

  private static Object field(Object tree, String key) {
    Object value = tree instanceof Map<?, ?> m ? m.get(key) : null;
    return value == null ? "" : value;
  }

  private static List<Object> list(Object tree) {
    return tree instanceof List<?> l ? new ArrayList<>(l) : new ArrayList<>();
  }

  /** As {@link YamlNode#plain} gives it back. */
  private static Object normal(Object value) {
    return switch (value) {
      case Integer i -> (long) i;
      case List<?> l -> l.stream().map(YamlTree::normal).toList();
      case Map<?, ?> m -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        m.forEach((key, v) -> copy.put(String.valueOf(key), normal(v)));
        yield copy;
      }
      default -> value;
    };
  }
}
