package dev.plumbline.exchange.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exact value of a cell whose text alone would be read as another one. It travels hidden, and
 * counts only as long as nobody changed the text.
 *
 * @param value as {@code YamlNode.plain} gives it
 * @param shown what the cell shows, where it is not the text of the value
 */
public record Exact(
    String layout, String row, String column, Object value, Optional<String> shown) {
  /** The value of a cell that is empty in the dossier, where an export shows words of ours. */
  public static final String NOTHING = "";

  private static final int PARTS = 4;

  /** A value whose text is its own. */
  public Exact(String layout, String row, String column, Object value) {
    this(layout, row, column, value, Optional.empty());
  }

  /** As one line of ASCII, safe within an XML comment. */
  public String line() {
    List<Object> parts = new ArrayList<>(List.of(layout, row, column, value));
    shown.ifPresent(parts::add);
    String json = JsonMapper.shared().writeValueAsString(parts);
    StringBuilder safe = new StringBuilder();
    for (char c : json.replace("--", "-\\u002d").toCharArray()) {
      boolean plain = c >= ' ' && c < 0x7f && c != '>' && c != '<' && c != '&';
      safe.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return safe.toString();
  }

  /** Reads a line; empty when it is none. */
  public static Optional<Exact> of(String line) {
    try {
      Object read = JsonMapper.shared().readValue(line, Object.class);
      return read instanceof List<?> l
              && (l.size() == PARTS || l.size() == PARTS + 1)
              && l.get(0) instanceof String layout
              && l.get(1) instanceof String row
              && l.get(2) instanceof String column
          ? plain(l.get(3)).map(v -> new Exact(layout, row, column, v, shown(l)))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> shown(List<?> parts) {
    return parts.size() > PARTS && parts.get(PARTS) instanceof String s
        ? Optional.of(s)
        : Optional.empty();
  }

  /** Values as a YAML node gives them: no other numbers than {@code Long}. */
  public static Optional<Object> plain(Object value) {
    return switch (value) {
      case Integer i -> Optional.of(i.longValue());
      case Long l -> Optional.of(l);
      case String s -> Optional.of(s);
      case Boolean b -> Optional.of(b);
      case List<?> l -> {
        List<Object> items = new ArrayList<>();
        for (Object item : l) {
          plain(item).ifPresent(items::add);
        }
        yield items.size() == l.size() ? Optional.of(items) : Optional.empty();
      }
      case Map<?, ?> m -> {
        Map<String, Object> map = new LinkedHashMap<>();
        m.forEach((k, v) -> plain(v).ifPresent(p -> map.put(String.valueOf(k), p)));
        yield map.size() == m.size() ? Optional.of(map) : Optional.empty();
      }
      default -> Optional.empty();
    };
  }
}
