package dev.plumbline.importers.shared.reading;

import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.util.ArrayList;
import java.util.List;

/** Cells of a line of separated values; a cell in quotes may hold the separator, not a line end. */
public final class Separated {
  private Separated() {}

  /**
   * @throws MalformedImportException if a quote is not closed
   */
  public static List<String> cells(String line, char separator, int number)
      throws MalformedImportException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "a quote is not closed on its line", number, 0);
    }
    cells.add(cell.toString());
    return List.copyOf(cells);
  }
}
