package dev.plumbline.importers.genericcsv;

import dev.plumbline.importers.shared.reading.Separated;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.util.List;
import java.util.Optional;

/** The lines of a table whose first line names the columns. */
final class SeparatedRows {
  private final char separator;
  private final String mark;
  private final RecordRows table;
  private List<String> columns = List.of();

  SeparatedRows(char separator, String mark, RecordRows table) {
    this.separator = separator;
    this.mark = mark;
    this.table = table;
  }

  void line(String line, int number) throws MalformedImportException {
    if (line.isBlank() || line.startsWith(mark)) {
      return;
    }
    List<String> cells = Separated.cells(line, separator, number);
    if (columns.isEmpty()) {
      columns = cells.stream().map(String::strip).toList();
      table.columns(columns, number);
      return;
    }
    if (cells.size() != columns.size()) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "a row has not the columns of the head", number, 0);
    }
    table.row(
        name -> {
          int at = columns.indexOf(name);
          return at < 0 ? Optional.empty() : Optional.of(cells.get(at).strip());
        },
        number);
  }
}
