package dev.plumbline.importers.shared.reading;

import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows of comma-separated values, as RFC 4180 has them: cells in quotes may hold commas, quotes and
 * line ends. The first row names the columns. There is no mark of its end, so that a table proves
 * nothing by what it does not hold.
 */
public final class Table {
  private static final int LONGEST_ROW = 4 << 20;
  private static final int MOST_COLUMNS = 1_000;

  private final BufferedReader text;
  private int line = 1;
  private int begun = 1;
  private boolean ended;

  private Table(InputStream in) {
    this.text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Takes one row. */
  @FunctionalInterface
  public interface Handler {
    /**
     * @param line where the row begins, from 1
     */
    void accept(Row row, int line) throws MalformedImportException;
  }

  /**
   * One row.
   *
   * @param columns places of the columns by their names in lower case
   */
  public record Row(Map<String, Integer> columns, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell of the first of these columns that is there; empty without one. */
    public String get(String... names) {
      for (String name : names) {
        Integer at = columns.get(name.toLowerCase(Locale.ROOT));
        if (at != null && at < cells.size()) {
          return cells.get(at).strip();
        }
      }
      return "";
    }
  }

  /** Whether a file's first line names all of these columns. */
  public static boolean begins(String head, String... names) {
    int end = head.indexOf('\n');
    String first = (end < 0 ? head : head.substring(0, end)).toLowerCase(Locale.ROOT);
    List<String> cells = List.of(first.replace("\"", "").strip().split(",", -1));
    for (String name : names) {
      if (!cells.contains(name.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads to the end.
   *
   * @throws MalformedImportException if a row has more cells than columns, is too long, or is cut
   */
  public static void read(InputStream in, Handler handler)
      throws IOException, MalformedImportException {
    Table table = new Table(in);
    List<String> names = table.row();
    if (names.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it is empty");
    }
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
      columns.putIfAbsent(name, i);
    }
    for (List<String> cells = table.row(); !table.ended; cells = table.row()) {
      if (cells.size() > names.size()) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "a row has more cells than columns", table.begun, 0);
      }
      if (cells.size() > 1 || !cells.getFirst().isBlank()) {
        handler.accept(new Row(columns, cells), table.begun);
      }
    }
  }

  /** The next row; empty at the end of the file. */
  private List<String> row() throws IOException, MalformedImportException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int length = 0;
    begun = line;
    for (int c = text.read(); c >= 0; c = text.read()) {
      if (c == 0) {
        throw new MalformedImportException(ImportRefusal.OTHER_FORMAT, "it is no text", begun, 0);
      }
      if (++length > LONGEST_ROW || cells.size() > MOST_COLUMNS) {
        throw new MalformedImportException(ImportRefusal.TOO_LARGE, "a row is too long", begun, 0);
      }
      if (c == '\n') {
        line++;
      }
      if (length == 1 && (c == '\n' || c == '\r')) {
        // Lines without anything are many in a hostile file.
        length = 0;
        begun = line;
        continue;
      }
      if (quoted) {
        quoted = !closes(c, cell);
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        cells.add(cell.toString());
        return List.copyOf(cells);
      } else if (c != '\r') {
        cell.append((char) c);
      }
    }
    if (length > 0) {
      throw new MalformedImportException(ImportRefusal.CUT_OFF, "its last row is cut", begun, 0);
    }
    ended = true;
    return List.of();
  }

  /** Takes a character inside quotes; a quote that is not doubled ends them. */
  private boolean closes(int c, StringBuilder cell) throws IOException {
    if (c != '"') {
      cell.append((char) c);
      return false;
    }
    text.mark(1);
    if (text.read() == '"') {
      cell.append('"');
      return false;
    }
    text.reset();
    return true;
  }
}
