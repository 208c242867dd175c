package dev.plumbline.importers.genericcsv;

import dev.plumbline.importers.reading.Kept;
import dev.plumbline.importers.reading.Row;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.Form;
import dev.plumbline.observation.Kinds;
import dev.plumbline.observation.RecordForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns rows into the records of one fact. */
final class Table {
  private final TableMapping mapping;
  private final Reading reading;
  private final Kept kept = new Kept();
  private boolean columnsSeen;
  private long rows;

  Table(TableMapping mapping, Reading reading) {
    this.mapping = mapping;
    this.reading = reading;
  }

  /** A cell by the name of its column; empty when there is no such column. */
  interface Cells {
    Optional<String> get(String column);
  }

  void columns(List<String> names, int line) throws MalformedImportException {
    for (String column : mapping.fields().values()) {
      if (!names.contains(column)) {
        throw new MalformedImportException("there is no column '" + column + "'", line, 0);
      }
    }
    if (!mapping.host().isEmpty() && !names.contains(mapping.host())) {
      throw new MalformedImportException("there is no column '" + mapping.host() + "'", line, 0);
    }
    columnsSeen = true;
  }

  void row(Cells cells, int line) throws MalformedImportException {
    rows++;
    TableMapping.Kind kind = mapping.kind();
    String first = mapping.fields().getOrDefault(kind.first(), "");
    Optional<String> main = cells.get(first);
    if (main.isEmpty()) {
      throw new MalformedImportException("a record has no '" + first + "'", line, 0);
    }
    if (!mapping.host().isEmpty() && !reading.ofDevice(cells.get(mapping.host()).orElse(""))) {
      return;
    }
    Row row = new Row();
    mapping.fields().forEach((name, column) -> put(row, kind, name, cells.get(column).orElse("")));
    kept.add(row);
  }

  /** Puts a cell as its field is; nothing where it holds no number and has to. */
  private static void put(Row row, TableMapping.Kind kind, String name, String cell) {
    switch (form(kind, name)) {
      case Form.Whole w when cell.matches("\\d{1,18}") -> row.put(name, Long.parseLong(cell));
      case Form.Whole w -> {}
      case Form.Listing l -> row.put(name, cell.isBlank() ? List.of() : List.of(cell));
      default -> row.put(name, cell);
    }
  }

  private static Form form(TableMapping.Kind kind, String name) {
    return Kinds.of(kind.key()).orElseThrow().form().fields().stream()
        .filter(f -> f.name().equals(kind.list()))
        .flatMap(f -> f.form() instanceof Form.Listing l ? Stream.of(l.item()) : Stream.empty())
        .flatMap(i -> i instanceof Form.Entry e ? e.form().fields().stream() : Stream.empty())
        .filter(f -> f.name().equals(name))
        .map(RecordForm.FieldForm::form)
        .findFirst()
        .orElseThrow();
  }

  /** No row is no answer: the table may be of a tool that did not run. */
  void tell() throws MalformedImportException {
    if (!columnsSeen && rows == 0) {
      throw new MalformedImportException("it holds neither columns nor records");
    }
    TableMapping.Kind kind = mapping.kind();
    if (kept.isEmpty()) {
      reading.undetermined(kind.key(), "DUT", "the table has no row of the device");
      return;
    }
    reading.seen(
        kind.key(),
        "DUT",
        Map.of(kind.list(), kept.rows(), "count", kept.count()),
        new Row()
            .put("target", mapping.target())
            .put("tool", mapping.tool())
            .put("complete", kept.complete())
            .map());
  }
}
