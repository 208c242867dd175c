package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.exchange.layout.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a text with one row a line, as RFC 4180; commas, semicolons or tabs between cells. */
public final class CsvReader {
  private final ReadLimits limits;

  /** Reads within these limits. */
  public CsvReader(ReadLimits limits) {
    this.limits = limits;
  }

  /** The table of a file; throws {@link UnreadableFileException} where it is none. */
  public Source read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String text = MarkdownReader.text(file, name, limits);
    String title = name.replaceFirst("\\.[^.]*$", "");
    List<List<GridCell>> rows = rows(name, text, mark(text));
    if (rows.size() > limits.rows()) {
      throw new UnreadableFileException(
          "The file has more than " + limits.rows() + " rows.", "Take it apart.");
    }
    return new Source(
        List.of(new Grid(Place.of(name), List.of(title), rows, List.of())), List.of(), List.of());
  }

  /** The mark that the first line has most of. */
  private static char mark(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char mark : new char[] {',', ';', '\t'}) {
      long n = first.chars().filter(c -> c == mark).count();
      if (n > most) {
        best = mark;
        most = n;
      }
    }
    return best;
  }

  private static List<List<GridCell>> rows(String file, String text, char mark)
      throws UnreadableFileException {
    List<List<GridCell>> rows = new ArrayList<>();
    List<GridCell> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int start = 1;
    int column = 1;
    String all = text.endsWith("\n") ? text : text + "\n";
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == mark || c == '\n') {
        add(row, file, start, column, cell);
        column++;
        if (c == '\n') {
          if (!row.isEmpty()) {
            rows.add(row);
          }
          row = new ArrayList<>();
          column = 1;
          start = line + 1;
        }
      } else if (c != '\r') {
        cell.append(c);
      }
      line += c == '\n' ? 1 : 0;
    }
    if (quoted) {
      throw new UnreadableFileException(
          "The cell that begins in line " + start + " has no closing quotation mark.",
          "Close it, and double quotation marks within cells.");
    }
    return rows;
  }

  /** A leading apostrophe keeps spreadsheets from computing a text; it is not part of it. */
  private static void add(
      List<GridCell> row, String file, int line, int column, StringBuilder cell) {
    String text = Values.tame(cell.toString().replaceFirst("^'(?=[=+@-])", ""));
    if (!text.isEmpty()) {
      row.add(new GridCell(line, column, text, new Place(file, line, column), "cell " + column));
    }
    cell.setLength(0);
  }
}
