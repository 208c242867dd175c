package dev.plumbline.judging.rules;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Dossiers for tests, from YAML with one key a table. */
final class Declared {
  private Declared() {}

  static Dossier tables(String yaml) {
    return tables((Mapping) YamlReader.read(yaml, "test.yaml", new Problems()).orElseThrow());
  }

  static Dossier tables(Mapping tables) {
    return dossier(tables, Map.of());
  }

  static Dossier answers(Map<ProvisionId, IcsAnswer> answers) {
    Mapping none =
        (Mapping) YamlReader.read("4-Conf: {}", "test.yaml", new Problems()).orElseThrow();
    return dossier(none, answers);
  }

  static IcsAnswer answer(ProvisionId id, Support support, String detail) {
    return new IcsAnswer(id, support, detail, List.of(), Place.of("ics.yaml"));
  }

  /** Every cell and every reason of the ICS, by where it stands. */
  static Map<String, String> cells(Dossier dossier) {
    Map<String, String> cells = new TreeMap<>();
    dossier
        .ixit()
        .tables()
        .forEach(
            (table, entries) ->
                entries.forEach(
                    e ->
                        e.cells()
                            .forEach(
                                (key, cell) ->
                                    cells.put(table + " " + e.id() + " " + key, cell.text()))));
    dossier
        .ics()
        .answers()
        .forEach((id, a) -> cells.put("ICS " + id, a.support() + " " + a.detail()));
    return cells;
  }

  private static Dossier dossier(Mapping root, Map<ProvisionId, IcsAnswer> answers) {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>();
    root.fields().forEach((table, f) -> tables.put(table, entries(table, f.value())));
    Product product =
        new Product(
            "3.1.3",
            "Example",
            "Camera",
            "C1",
            "1",
            "1.0",
            "unit-1",
            "initialized",
            "",
            "",
            List.of(),
            Optional.empty(),
            List.of(),
            new Product.LoginBudget(0, 0),
            List.of(),
            List.of(),
            Place.of("product.yaml"));
    return new Dossier(
        product,
        new Ics(Map.of(), Map.of(), answers),
        new Ixit(tables),
        Map.of(),
        List.of(),
        List.of());
  }

  private static List<IxitEntry> entries(String table, YamlNode node) {
    return switch (node) {
      case Mapping m -> List.of(entry(table, IxitEntry.RECORD, m));
      case YamlNode.Listing l ->
          l.items().stream()
              .map(Mapping.class::cast)
              .map(m -> entry(table, m.text("id").orElseThrow(), m))
              .toList();
      case YamlNode.Scalar s -> List.of();
    };
  }

  private static IxitEntry entry(String table, String id, Mapping mapping) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    mapping.fields().forEach((key, f) -> cells.put(key, new Cell(key, f.value())));
    return new IxitEntry(table, id, cells, mapping.place());
  }
}
