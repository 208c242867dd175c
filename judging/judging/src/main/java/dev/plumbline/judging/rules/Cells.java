package dev.plumbline.judging.rules;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.Words;
import dev.plumbline.dossier.Cell;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns cells into the values that rules see. What cannot be read as the type of its column is left
 * out, so that a rule finds it unknown rather than wrong.
 */
final class Cells {
  /** Marks an item of a list that is none of the words the column offers. */
  static final String UNRECOGNISED = "?";

  private final Words words;

  Cells(Words words) {
    this.words = words;
  }

  /** The value of a cell; empty when the cell says nothing that the column can hold. */
  Optional<Object> value(IxitColumn column, Cell cell) {
    if (isList(column)) {
      return list(column, cell.node()).map(l -> l);
    }
    String text = text(cell.node()).strip();
    if (text.isEmpty() || words.isOpen(text)) {
      return Optional.empty();
    }
    return switch (column.type()) {
      case BOOLEAN -> cell.flag().map(b -> b);
      case NUMBER -> cell.number().map(n -> n);
      case ENUM -> column.choice(text).map(c -> c);
      default -> Optional.of(text);
    };
  }

  private Optional<List<String>> list(IxitColumn column, YamlNode node) {
    List<String> items = new ArrayList<>();
    switch (node) {
      case Listing l -> l.items().forEach(i -> items.add(text(i).strip()));
      case Scalar s -> {
        if (s.isEmpty()) {
          return Optional.empty();
        }
        for (String part : s.text().split("[,;\\n]", -1)) {
          items.add(part.strip());
        }
      }
      case Mapping m -> items.add(text(m));
    }
    if (items.stream().anyMatch(words::isOpen)) {
      return Optional.empty();
    }
    return Optional.of(
        items.stream().filter(i -> !words.isNothing(i)).map(i -> item(column, i)).toList());
  }

  private static String item(IxitColumn column, String item) {
    if (!column.refs().isEmpty()) {
      return column.refs().stream()
          .filter(r -> item.startsWith(r + "/"))
          .findFirst()
          .map(r -> item.substring(r.length() + 1))
          .orElse(item);
    }
    return column.values().isEmpty() ? item : column.choice(item).orElse(UNRECOGNISED + item);
  }

  private static boolean isList(IxitColumn column) {
    return column.type() == ColumnType.LIST || column.type() == ColumnType.ENDPOINTS;
  }

  private static String text(YamlNode node) {
    return switch (node) {
      case Scalar s -> s.isEmpty() ? "" : s.text();
      case Listing l -> l.items().stream().map(Cells::text).collect(Collectors.joining(", "));
      case Mapping m ->
          m.fields().entrySet().stream().map(Cells::field).collect(Collectors.joining(", "));
    };
  }

  private static String field(Map.Entry<String, YamlNode.Field> field) {
    return field.getKey() + ": " + text(field.getValue().value());
  }
}
