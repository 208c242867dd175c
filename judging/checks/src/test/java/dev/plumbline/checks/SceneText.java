package dev.plumbline.checks;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows and values of a scene, as YAML writes them. */
final class SceneText {
  private SceneText() {}

  static List<IxitEntry> entries(String table, String yaml) {
    YamlNode root = read(yaml, "ixit/" + table + ".yaml");
    List<YamlNode> rows = root instanceof Listing l ? l.items() : List.of(root);
    return rows.stream().map(Mapping.class::cast).map(m -> entry(table, m)).toList();
  }

  private static IxitEntry entry(String table, Mapping row) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    row.fields().forEach((key, field) -> cells.put(key, new Cell(key, field.value())));
    return new IxitEntry(table, row.text("id").orElse(IxitEntry.RECORD), cells, row.place());
  }

  static Map<String, Object> map(String yaml) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Mapping) read(yaml, "scene"))
        .fields()
        .forEach((key, field) -> map.put(key, plain(field.value())));
    return map;
  }

  private static Object plain(YamlNode node) {
    return switch (node) {
      case Scalar s when s.quoted() -> s.text();
      case Scalar s ->
          s.asBoolean().<Object>map(b -> b).or(() -> s.asLong().map(n -> n)).orElse(s.text());
      case Listing l -> l.items().stream().map(SceneText::plain).toList();
      case Mapping m -> {
        Map<String, Object> map = new LinkedHashMap<>();
        m.fields().forEach((key, field) -> map.put(key, plain(field.value())));
        yield map;
      }
    };
  }

  private static YamlNode read(String yaml, String file) {
    Problems problems = new Problems();
    return YamlReader.read(yaml, file, problems)
        .orElseThrow(() -> new AssertionError(problems.sorted()));
  }
}
