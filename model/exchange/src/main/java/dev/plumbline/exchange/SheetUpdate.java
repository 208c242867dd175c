package dev.plumbline.exchange;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.exchange.Incoming.Row;
import dev.plumbline.exchange.Incoming.Value;
import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Layouts;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.exchange.layout.Values;
import dev.plumbline.yaml.YamlEditException;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the rows of one table into the text of its file. */
final class SheetUpdate {
  private static final String ENTRIES = "entries";

  private final Layout layout;
  private final Problems problems;
  private final LastImport last;
  private final CellMerge.Choice choice;
  private final List<String> changes = new ArrayList<>();
  private final List<String> mended = new ArrayList<>();
  private final List<CellMerge> cells = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final Retained retained;
  private YamlText text;

  /**
   * For a table.
   *
   * @param last what the file said before
   * @param choice what becomes of cells that differ
   */
  SheetUpdate(
      Layout layout, YamlText text, LastImport last, CellMerge.Choice choice, Problems problems) {
    this.layout = layout;
    this.text = text;
    this.last = last;
    this.choice = choice;
    this.problems = problems;
    this.retained = new Retained(layout.id());
  }

  /** The key under which a remark is remembered. */
  static String remark(String key) {
    return IxitEntry.REMARKS + "/" + key;
  }

  /** Cells that the dossier changed since the last import, and the file did not. */
  List<String> mended() {
    return List.copyOf(mended);
  }

  /** All cells that differ. */
  List<CellMerge> cells() {
    return List.copyOf(cells);
  }

  List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  List<String> changes() {
    return List.copyOf(changes);
  }

  YamlText with(List<Row> rows) {
    List<Row> fresh = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    for (Row row : rows) {
      Optional<YamlPath> path = known(row.id());
      if (path.isEmpty() && row.former().flatMap(this::known).isPresent()) {
        path = renamed(row);
        row.former().ifPresent(named::add);
      }
      named.add(row.id());
      if (path.isPresent()) {
        existing(row, path.get());
      } else if (!row.isBlank() && last.has(layout.id(), row.id()) && rowsAreRemovable()) {
        mended.add(layout.id() + " " + row.id());
      } else if (!row.isBlank()) {
        fresh.add(row);
      }
    }
    add(fresh);
    absent(named);
    return text;
  }

  /** What stands beside the rows of the table; empty when the file has no such text. */
  YamlText withRemarks(Optional<Value> remarks) {
    Place place = remarks.map(Value::place).orElse(Place.of(layout.id()));
    Row none = new Row(LastImport.TABLE, Optional.empty(), place, Map.of(), Map.of());
    cell(none, YamlPath.of(IxitEntry.REMARKS), IxitEntry.REMARKS, remarks, Column.BESIDE);
    return text;
  }

  /** Tells what stays although the file leaves it empty. */
  void tellStays() {
    retained.tell(problems);
  }

  private YamlPath root() {
    return switch (layout.kind()) {
      case PRODUCT -> YamlPath.of("product");
      case ICS -> YamlPath.of("answers");
      case CONDITIONS -> YamlPath.of("conditions");
      case FEATURES -> YamlPath.of("features");
      case IXIT -> YamlPath.of(layout.single() ? Layouts.rowOfSingle() : ENTRIES);
    };
  }

  private List<Mapping> entries() {
    return text.root() instanceof Mapping m ? m.mappings(ENTRIES) : List.of();
  }

  /** The way to a row that the file has. */
  private Optional<YamlPath> known(String id) {
    if (layout.single()) {
      return text.at(root()).filter(Mapping.class::isInstance).map(n -> root());
    }
    if (layout.kind() != TableKind.IXIT) {
      return text.at(root().key(id)).filter(Mapping.class::isInstance).map(n -> root().key(id));
    }
    if (!(text.at(root()).orElse(null) instanceof Listing all)) {
      return Optional.empty();
    }
    for (int i = 0; i < all.items().size(); i++) {
      boolean same =
          all.items().get(i) instanceof Mapping m
              && m.text("id").map(String::strip).equals(Optional.of(id));
      if (same) {
        return Optional.of(root().index(i));
      }
    }
    return Optional.empty();
  }

  private Optional<YamlPath> renamed(Row row) {
    String former = row.former().orElseThrow();
    Optional<YamlPath> path = known(former);
    if (layout.kind() != TableKind.IXIT) {
      return Optional.empty();
    }
    problems.warning(
        "PLB-9533",
        row.place(),
        "The entry '" + former + "' is called '" + row.id() + "' now; it is renamed.",
        "Look whether other tables still name it as before: 'plumbline check'.");
    path.ifPresent(p -> set(p.key("id"), row.id(), row.id() + " id", row.place()));
    return path;
  }

  /** A row that was imported and is gone was taken out here; a place for an answer never is. */
  private boolean rowsAreRemovable() {
    return layout.kind() == TableKind.IXIT && !layout.single();
  }

  private void existing(Row row, YamlPath path) {
    for (Column column : layout.columns()) {
      if (column.isId() || column.ours()) {
        continue;
      }
      String key = column.key();
      cell(row, path.key(key), key, Optional.ofNullable(row.cells().get(key)), column);
      Optional<Value> remark = Optional.ofNullable(row.remarks().get(key));
      if (remark.isPresent()) {
        cell(row, path.key(IxitEntry.REMARKS).key(key), remark(key), remark, column);
      }
    }
  }

  private void cell(Row row, YamlPath at, String key, Optional<Value> now, Column column) {
    Optional<YamlNode> before = text.at(at).filter(n -> !isBlank(n));
    Optional<Object> then = last.value(layout.id(), row.id(), key);
    String named = row.id() + " " + key;
    if (now.isEmpty()) {
      boolean instead = row.remarks().containsKey(key);
      if (before.isPresent() && !instead) {
        retained.add(row.place(), named, before.get().place());
      }
    } else if (differs(before, now.get(), column)) {
      boolean theirs = then.isEmpty() || !then.get().equals(now.get().value());
      boolean mine =
          then.isPresent() && (before.isEmpty() || !same(before.get(), then.get(), column));
      CellMerge cell =
          new CellMerge(
              layout.id(),
              row.id(),
              key,
              CellMerge.Standing.of(theirs, mine),
              then,
              then.map(t -> Values.text(t, column)).orElse(""),
              before.map(b -> Values.text(b.plain(), column)).orElse(""),
              before.map(YamlNode::place).orElse(row.place()),
              Values.text(now.get().value(), column),
              now.get().place());
      cells.add(cell);
      switch (choice.of(cell)) {
        case FILE -> set(at, now.get().value(), named, now.get().place());
        case DOSSIER -> mended.add(layout.id() + " " + named);
        case NEITHER -> conflicts.add(cell.conflict());
      }
    }
  }

  private static boolean same(YamlNode node, Object value, Column column) {
    Object plain = node.plain();
    return plain.equals(value) || Values.text(plain, column).equals(Values.text(value, column));
  }

  private static boolean isBlank(YamlNode node) {
    return node.scalars().isEmpty() && !(node instanceof Mapping m && !m.fields().isEmpty());
  }

  /** The same text says the same, however the file writes it. */
  private static boolean differs(Optional<YamlNode> before, Value now, Column column) {
    if (before.isEmpty()) {
      return !(now.value() instanceof String s && s.isEmpty())
          && !(now.value() instanceof List<?> l && l.isEmpty());
    }
    Object plain = before.get().plain();
    return !plain.equals(now.value()) && !Values.text(plain, column).equals(now.text());
  }

  private void set(YamlPath path, Object value, String named, Place place) {
    try {
      text =
          value instanceof List<?> list && text.at(path).orElse(null) instanceof Listing before
              ? ListEdit.set(text, path, before, list)
              : text.set(path, value);
      changes.add(layout.id() + " " + named);
    } catch (YamlEditException | IllegalArgumentException e) {
      problems.error(
          "PLB-9542",
          place,
          layout.id()
              + " "
              + named
              + " cannot be changed in the file as it is written: "
              + e.getMessage()
              + ".",
          "Make this change by hand.");
    }
  }

  /** Adds rows that the file does not have. An answer without support would be none. */
  private void add(List<Row> rows) {
    List<Map<String, Object>> all = new ArrayList<>();
    Map<String, Object> byKey = new LinkedHashMap<>();
    for (Row row : rows) {
      Map<String, Object> fields = new LinkedHashMap<>();
      if (layout.kind() == TableKind.IXIT && !layout.single()) {
        fields.put("id", row.id());
      }
      for (Column column : layout.columns()) {
        Optional.ofNullable(row.cells().get(column.key()))
            .ifPresent(v -> fields.put(column.key(), v.value()));
      }
      if (!row.remarks().isEmpty()) {
        Map<String, Object> remarks = new LinkedHashMap<>();
        row.remarks().forEach((key, v) -> remarks.put(key, v.value()));
        fields.put(IxitEntry.REMARKS, remarks);
      }
      if (layout.kind().namedByKey() && lacksAnswer(row)) {
        continue;
      }
      all.add(fields);
      byKey.put(row.id(), fields);
      changes.add(layout.id() + " " + row.id());
    }
    if (all.isEmpty()) {
      return;
    }
    boolean none = text.at(root()).map(SheetUpdate::isBlank).orElse(true);
    try {
      if (layout.single()) {
        inPlace(all.getFirst());
      } else if (layout.kind() == TableKind.IXIT) {
        text = none ? addAll(all) : addEach(all);
      } else {
        inPlace(byKey);
      }
    } catch (YamlEditException | IllegalArgumentException e) {
      problems.error(
          "PLB-9542",
          rows.getFirst().place(),
          "The rows cannot be added to "
              + layout.id()
              + " as its file is written: "
              + e.getMessage()
              + ".",
          "Add them by hand, or import into a new folder.");
    }
  }

  /** Where the file keeps a place for an answer, it goes there. */
  private void inPlace(Map<String, Object> values) {
    String parent = ((YamlPath.Key) root().steps().getFirst()).name();
    Stubs.Filled filled = Stubs.fill(text, parent, values);
    YamlText edited = filled.text();
    if (edited.at(root()).map(SheetUpdate::isBlank).orElse(true) && !filled.left().isEmpty()) {
      edited = edited.set(root(), filled.left());
    } else {
      for (Map.Entry<String, Object> v : filled.left().entrySet()) {
        edited = edited.set(root().key(v.getKey()), v.getValue());
      }
    }
    text = edited;
  }

  private YamlText addAll(List<Map<String, Object>> all) {
    return text.at(root()).filter(Listing.class::isInstance).isPresent()
        ? addEach(all)
        : text.set(root(), all);
  }

  private YamlText addEach(List<Map<String, Object>> all) {
    YamlText longer = text;
    for (Map<String, Object> fields : all) {
      longer = longer.add(root(), fields);
    }
    return longer;
  }

  private boolean lacksAnswer(Row row) {
    String needed =
        layout.columns().stream()
            .filter(c -> !c.isId() && !c.ours())
            .findFirst()
            .map(Column::key)
            .orElse("");
    if (row.cells().containsKey(needed)) {
      return false;
    }
    row.cells()
        .values()
        .forEach(
            v ->
                problems.error(
                    "PLB-9521",
                    v.place(),
                    "'"
                        + dev.plumbline.dossier.file.Shape.shown(v.text())
                        + "' is not read: "
                        + row.id()
                        + " has no '"
                        + needed
                        + "'.",
                    "Answer '" + needed + "' too."));
    return true;
  }

  /** Tells about rows of the dossier that the file does not have. */
  private void absent(Set<String> named) {
    if (layout.single()) {
      return;
    }
    if (layout.kind() == TableKind.IXIT) {
      for (Mapping entry : entries()) {
        String id = entry.text("id").map(String::strip).orElse("");
        if (!named.contains(id)) {
          retained.add(Place.of(layout.id()), id, entry.place());
        }
      }
    } else if (text.at(root()).orElse(null) instanceof Mapping m) {
      m.fields()
          .forEach(
              (id, field) -> {
                if (!named.contains(id) && !isBlank(field.value())) {
                  retained.add(Place.of(layout.id()), id, field.keyPlace());
                }
              });
    }
  }
}
