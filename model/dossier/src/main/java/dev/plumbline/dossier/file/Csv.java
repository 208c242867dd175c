package dev.plumbline.dossier.file;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as in RFC 4180. Empty lines are left out. */
public final class Csv {
  private Csv() {}

  /**
   * A row.
   *
   * @param line where it starts, from 1
   */
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** The rows; one that ends within quotes has no cells. */
  public static List<Row> read(String text) {
    List<Row> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int rowLine = 1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '\n' : text.charAt(i);
      boolean end = i == text.length();
      if (quoted && !end) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        if (!quoted && (!cell.isEmpty() || !cells.isEmpty())) {
          cells.add(cell.toString());
          rows.add(new Row(rowLine, cells));
        }
        cells = new ArrayList<>();
        cell.setLength(0);
        rowLine = quoted ? rowLine : line + 1;
      } else if (c != '\r') {
        cell.append(c);
      }
      line += c == '\n' ? 1 : 0;
    }
    if (quoted) {
      rows.add(new Row(rowLine, List.of()));
    }
    return rows;
  }
}
