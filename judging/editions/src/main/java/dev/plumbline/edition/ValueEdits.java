package dev.plumbline.edition;

import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edits of plain values. */
final class ValueEdits {
  private ValueEdits() {}

  /** A mapping in its order; an empty one for anything else. */
  static Map<String, Object> map(Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> m) {
      m.forEach((k, v) -> copy.put(String.valueOf(k), v));
    }
    return copy;
  }

  static List<Object> list(Object value) {
    return value instanceof List<?> l ? new ArrayList<>(l) : new ArrayList<>();
  }

  static Object get(Object tree, List<Step> steps) {
    Object found = tree;
    for (Step step : steps) {
      found =
          switch (step) {
            case YamlPath.Key k -> map(found).getOrDefault(k.name(), "");
            case YamlPath.Index i -> list(found).get(i.position());
          };
    }
    return found;
  }

  static Object set(Object tree, List<Step> steps, Object value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<Step> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case YamlPath.Key k -> {
        Map<String, Object> copy = map(tree);
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

  static Object add(Object tree, List<Step> steps, Object item) {
    List<Object> longer = list(get(tree, steps));
    longer.add(item);
    return set(tree, steps, longer);
  }

  static Object renamed(Object tree, List<Step> steps, String name) {
    List<Step> parent = steps.subList(0, steps.size() - 1);
    String old = ((YamlPath.Key) steps.getLast()).name();
    Map<String, Object> copy = new LinkedHashMap<>();
    map(get(tree, parent)).forEach((k, v) -> copy.put(k.equals(old) ? name : k, v));
    return set(tree, parent, copy);
  }

  static Object without(Object tree, List<Step> steps) {
    List<Step> parent = steps.subList(0, steps.size() - 1);
    Object above = get(tree, parent);
    return switch (steps.getLast()) {
      case YamlPath.Key k -> {
        Map<String, Object> copy = map(above);
        copy.remove(k.name());
        yield set(tree, parent, copy);
      }
      case YamlPath.Index i -> {
        List<Object> copy = list(above);
        copy.remove(i.position());
        yield set(tree, parent, copy);
      }
    };
  }

  /** The place of the item of a list that has an id. */
  static int position(Object list, String id) {
    List<Object> items = list(list);
    for (int i = 0; i < items.size(); i++) {
      if (String.valueOf(map(items.get(i)).get("id")).strip().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  static YamlPath entry(int position) {
    return YamlPath.of("entries").index(position);
  }
}
