package dev.plumbline.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A value in the form in which it is put into a text.
 *
 * @param head what stands behind the key or dash; may be empty
 * @param lines whole lines that follow, indented
 */
record Written(String head, List<String> lines) {
  private static final int STEP = 2;

  Written {
    lines = List.copyOf(lines);
  }

  /**
   * A value in block form.
   *
   * @param indent column of the key or dash that it belongs to; -1 for the root
   */
  static Written block(Object value, int indent) {
    return switch (value) {
      case String s when Quoting.isLiteral(s) -> literal(s, indent);
      case Map<?, ?> m when !m.isEmpty() -> new Written("", fields(m, Math.max(0, indent + STEP)));
      case List<?> l when !l.isEmpty() && !l.stream().allMatch(Written::isShort) ->
          new Written("", l.stream().flatMap(i -> item(i, indent + STEP).stream()).toList());
      default -> new Written(inline(value, false), List.of());
    };
  }

  /** The lines of a field. */
  static List<String> field(String key, Object value, int column) {
    Written written = block(value, column);
    String head = written.head().isEmpty() ? "" : " " + written.head();
    return lines(" ".repeat(column) + Quoting.key(key, false) + ":" + head, written.lines());
  }

  /** The lines of an item of a list. */
  static List<String> item(Object value, int column) {
    String dash = " ".repeat(column) + "- ";
    if (value instanceof Map<?, ?> m && !m.isEmpty()) {
      List<String> fields = fields(m, column + STEP);
      return lines(dash + fields.getFirst().strip(), fields.subList(1, fields.size()));
    }
    if (value instanceof List<?>) {
      return List.of(dash + inline(value, false));
    }
    Written written = block(value, column);
    return lines(dash + written.head(), written.lines());
  }

  /** A value in one line. */
  static String inline(Object value, boolean flow) {
    return switch (value) {
      case String s -> Quoting.value(s, flow);
      case Boolean b -> b.toString();
      case Long l -> l.toString();
      case Integer i -> i.toString();
      case List<?> l ->
          "[" + String.join(", ", l.stream().map(i -> inline(i, true)).toList()) + "]";
      case Map<?, ?> m ->
          "{"
              + String.join(
                  ", ",
                  m.entrySet().stream()
                      .map(e -> Quoting.key(name(e), true) + ": " + inline(e.getValue(), true))
                      .toList())
              + "}";
      default ->
          throw new IllegalArgumentException("no value for YAML: " + value.getClass().getName());
    };
  }

  private static boolean isShort(Object item) {
    return !(item instanceof Map<?, ?>)
        && !(item instanceof List<?>)
        && !(item instanceof String s && s.indexOf('\n') >= 0);
  }

  private static List<String> fields(Map<?, ?> map, int column) {
    return map.entrySet().stream()
        .flatMap(e -> field(name(e), e.getValue(), column).stream())
        .toList();
  }

  private static String name(Map.Entry<?, ?> entry) {
    return String.valueOf(entry.getKey());
  }

  private static Written literal(String text, int indent) {
    String margin = " ".repeat(Math.max(0, indent) + STEP);
    return new Written(
        text.endsWith("\n") ? "|" : "|-",
        text.lines().map(l -> l.isEmpty() ? "" : margin + l).toList());
  }

  private static List<String> lines(String first, List<String> rest) {
    List<String> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
