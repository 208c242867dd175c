package dev.plumbline.insight.change;

import dev.plumbline.dossier.Cell;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.stream.Collectors;

/**
 * What a cell says, however it is written: quotes, line folds, a list of one and a single value are
 * the same. An empty list says "none", which is more than an empty cell.
 */
final class ComparableCell {
  private ComparableCell() {}

  /** For people; two cells that say different things may look alike. */
  static String shown(Cell cell) {
    return shown(cell.node());
  }

  /** The same for two cells that say the same, and for no others. */
  static String compared(Cell cell) {
    return compared(cell.node());
  }

  private static String shown(YamlNode node) {
    return switch (node) {
      case Scalar s -> scalar(s);
      case Listing l when l.items().isEmpty() -> "none";
      case Listing l ->
          l.items().stream().map(ComparableCell::shown).collect(Collectors.joining("; "));
      case Mapping m ->
          m.fields().entrySet().stream()
              .map(e -> e.getKey() + ": " + shown(e.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String compared(YamlNode node) {
    return switch (node) {
      case Scalar s -> {
        String text = scalar(s);
        yield text.isEmpty() ? "" : text.length() + ":" + text;
      }
      case Listing l when l.items().size() == 1 && l.items().getFirst() instanceof Scalar s ->
          compared(s);
      case Listing l ->
          l.items().stream()
              .map(ComparableCell::compared)
              .collect(Collectors.joining(",", "[", "]"));
      case Mapping m ->
          m.fields().entrySet().stream()
              .map(
                  e ->
                      e.getKey().length() + ":" + e.getKey() + "=" + compared(e.getValue().value()))
              .sorted()
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String scalar(Scalar s) {
    if (s.isEmpty()) {
      return "";
    }
    return s.asBoolean().map(b -> b ? "yes" : "no").orElse(s.text().strip());
  }
}
