package dev.plumbline.importers.genericcsv;

import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import java.util.List;
import java.util.Optional;

/** Turns rows into the records of one fact. */
final class RecordRows {
  private final TableMapping mapping;
  private final Reading reading;
  private final RowKind.Rows<?> kept;
  private boolean columnsSeen;
  private long rows;

  RecordRows(TableMapping mapping, Reading reading) {
    this.mapping = mapping;
    this.reading = reading;
    this.kept = mapping.kind().rows();
  }

  /** A cell by the name of its column; empty when there is no such column. */
  interface Cells {
    Optional<String> get(String column);
  }

  void columns(List<String> names, int line) throws MalformedImportException {
    for (String column : mapping.fields().values()) {
      if (!names.contains(column)) {
        throw new MalformedImportException(
            ImportRefusal.MAPPING, "there is no column '" + column + "'", line, 0);
      }
    }
    if (!mapping.host().isEmpty() && !names.contains(mapping.host())) {
      throw new MalformedImportException(
          ImportRefusal.MAPPING, "there is no column '" + mapping.host() + "'", line, 0);
    }
    columnsSeen = true;
  }

  void row(Cells cells, int line) throws MalformedImportException {
    rows++;
    String first = mapping.fields().getOrDefault(mapping.kind().first(), "");
    Optional<String> main = cells.get(first);
    if (main.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "a record has no '" + first + "'", line, 0);
    }
    if (!mapping.host().isEmpty() && !reading.ofDevice(cells.get(mapping.host()).orElse(""))) {
      return;
    }
    kept.add(
        name -> Optional.ofNullable(mapping.fields().get(name)).flatMap(cells::get).orElse(""));
  }

  /** No row is no answer: the table may be of a tool that did not run. */
  void tell() throws MalformedImportException {
    if (!columnsSeen && rows == 0) {
      throw new MalformedImportException(
          ImportRefusal.EMPTY, "it holds neither columns nor records");
    }
    if (kept.isEmpty()) {
      reading.undetermined(mapping.kind().fact(), "DUT", "the table has no row of the device");
      return;
    }
    reading.seen("DUT", kept.fact(mapping));
  }
}
