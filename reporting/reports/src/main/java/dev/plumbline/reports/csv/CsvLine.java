package dev.plumbline.reports.csv;

import dev.plumbline.reports.Visible;
import java.util.List;

/**
 * A line of RFC 4180 whose cells no spreadsheet takes for a formula. Every cell is quoted, so that
 * a program that splits at semicolons does not begin a cell within a text.
 */
final class CsvLine {
  /** What makes a formula of a cell, also in the full-width forms that some programs accept. */
  private static final String BEGINS_FORMULA = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvLine() {}

  static void append(StringBuilder out, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "\"" : ",\"")
          .append(harmless(cells.get(i)).replace("\"", "\"\""))
          .append('"');
    }
    out.append("\r\n");
  }

  /** A cell that could be a formula gets an apostrophe in front, which makes it a text. */
  static String harmless(String foreign) {
    String shown = Visible.of(foreign);
    String start = shown.stripLeading();
    boolean formula = !start.isEmpty() && BEGINS_FORMULA.indexOf(start.charAt(0)) >= 0;
    return formula ? "'" + shown : shown;
  }
}
