package dev.plumbline.judging.rules;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Words;
import dev.plumbline.declaration.CellWarnings;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IxitEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the entries of a catalogue's tables are read; the same for every dossier. */
final class Tables {
  private static final String ID = "id";

  private final Words words;
  private final Cells cells;
  private final Map<String, IxitTable> byName = new HashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();

  Tables(Catalogue catalogue, Words words) {
    this.words = words;
    this.cells = new Cells(words);
    for (IxitTable table : catalogue.tables().values()) {
      byName.put(RuleTypes.name(table.id()), table);
      Map<String, IxitColumn> byKey = new HashMap<>();
      Stream.concat(table.columns().stream(), table.fields().stream())
          .forEach(c -> byKey.putIfAbsent(c.key(), c));
      shapes.put(table.id(), new Shape(table.single(), byKey));
    }
  }

  /** The table that rules call so. */
  Optional<IxitTable> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** An entry as rules see it: without what is withheld. */
  SelectableFields row(IxitEntry entry) {
    Shape shape = shapes.get(entry.table());
    return shape == null
        ? SelectableFields.none()
        : new SelectableFields(
            key ->
                key.equals(ID) && !shape.single()
                    ? Optional.of(entry.id())
                    : value(shape, entry, key),
            key -> withheld(entry, key));
  }

  /**
   * Why a cell is unknown to rules although it is filled: the check of the declaration warns of it.
   * A cell that says that there is nothing is an answer, whatever the check makes of it.
   */
  Optional<Withheld> withheld(IxitEntry entry, String key) {
    Shape shape = shapes.get(entry.table());
    IxitColumn column = shape == null ? null : shape.columns().get(key);
    Cell cell = entry.cells().get(key);
    if (column == null || cell == null || saysNothing(cell.text())) {
      return Optional.empty();
    }
    return CellWarnings.of(column, cell, entry).stream()
        .findFirst()
        .map(w -> new Withheld(key, cell.text(), false, "of which " + w.id() + " warns"))
        .or(() -> misread(column, cell));
  }

  /** A cell of a closed form that says something else. */
  private Optional<Withheld> misread(IxitColumn column, Cell cell) {
    String wanted =
        switch (column.type()) {
          case BOOLEAN -> "yes or no";
          case NUMBER -> "a whole number";
          case ENUM -> "one of: " + String.join(", ", column.values());
          case LIST, ENDPOINTS, TEXT, ID, DATE, URL -> "";
        };
    return wanted.isEmpty()
            || cell.isEmpty()
            || words.isOpen(cell.text())
            || cells.value(column, cell).isPresent()
        ? Optional.empty()
        : Optional.of(new Withheld(column.key(), cell.text(), true, "write " + wanted));
  }

  private boolean saysNothing(String text) {
    return words.isNothing(text) || words.saysNone(text);
  }

  private Optional<Object> value(Shape shape, IxitEntry entry, String key) {
    IxitColumn column = shape.columns().get(key);
    Cell cell = entry.cells().get(key);
    return column == null || cell == null || withheld(entry, key).isPresent()
        ? Optional.empty()
        : cells.value(column, cell);
  }

  private record Shape(boolean single, Map<String, IxitColumn> columns) {}
}
