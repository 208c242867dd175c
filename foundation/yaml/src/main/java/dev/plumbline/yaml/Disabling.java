package dev.plumbline.yaml;

import dev.plumbline.core.Place;
import dev.plumbline.yaml.YamlNode.Field;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns a field or an item of a list into lines of comment. */
final class Disabling {
  private Disabling() {}

  /** The text after; {@link YamlText} holds it against what was asked. */
  static String of(String text, YamlNode root, YamlPath path, String note) {
    YamlNode parent = root;
    for (YamlPath.Step step : path.steps().subList(0, path.steps().size() - 1)) {
      parent = child(parent, step, path);
    }
    return switch (path.steps().getLast()) {
      case YamlPath.Key k -> {
        if (!(parent instanceof Mapping m) || !m.fields().containsKey(k.name())) {
          throw nothing(path);
        }
        yield NodePositions.isFlow(text, m)
            ? withoutField(text, m, k.name())
            : commented(
                text,
                m.fields().get(k.name()).keySpan().start(),
                fieldEnd(text, m.fields().get(k.name())),
                note,
                m.place());
      }
      case YamlPath.Index i -> {
        if (!(parent instanceof Listing l) || i.position() >= l.items().size()) {
          throw nothing(path);
        }
        if (NodePositions.isFlow(text, l)) {
          throw new YamlEditException(l.place(), "an item between brackets cannot be a comment");
        }
        YamlNode item = l.items().get(i.position());
        int dash = text.lastIndexOf('-', item.span().start());
        yield commented(text, dash, NodePositions.end(text, item), note, item.place());
      }
    };
  }

  private static int fieldEnd(String text, Field field) {
    return Math.max(field.keySpan().end(), NodePositions.end(text, field.value()));
  }

  private static YamlNode child(YamlNode node, YamlPath.Step step, YamlPath path) {
    if (step instanceof YamlPath.Key k
        && node instanceof Mapping m
        && m.get(k.name()).isPresent()) {
      return m.get(k.name()).get();
    }
    if (step instanceof YamlPath.Index i
        && node instanceof Listing l
        && i.position() < l.items().size()) {
      return l.items().get(i.position());
    }
    throw nothing(path);
  }

  private static IllegalArgumentException nothing(YamlPath path) {
    return new IllegalArgumentException("'" + path + "' names nothing that is there");
  }

  private static String withoutField(String text, Mapping mapping, String key) {
    Map<String, Object> left = new LinkedHashMap<>();
    mapping.fields().forEach((k, f) -> left.put(k, f.value().plain()));
    left.remove(key);
    return text.substring(0, mapping.span().start())
        + Written.inline(left, true)
        + text.substring(mapping.span().end());
  }

  /** Whole lines; a key that shares its line with a dash cannot be one. */
  private static String commented(String text, int start, int end, String note, Place place) {
    int from = text.lastIndexOf('\n', start - 1) + 1;
    String margin = text.substring(from, start);
    int to = NodePositions.nextLine(text, end);
    if (!margin.isBlank()) {
      throw new YamlEditException(place, "the value shares its line with another");
    }
    StringBuilder lines = new StringBuilder();
    lines.append(margin).append("# ").append(note).append('\n');
    for (String line : text.substring(from, to).split("(?<=\n)")) {
      boolean within = line.startsWith(margin);
      lines.append(
          line.isBlank()
              ? line
              : within ? margin + "# " + line.substring(margin.length()) : "# " + line);
    }
    return text.substring(0, from) + lines + text.substring(to);
  }
}
