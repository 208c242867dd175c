package dev.plumbline.exchange;

import dev.plumbline.exchange.layout.Values;
import dev.plumbline.exchange.source.MarkdownText;
import dev.plumbline.exchange.write.XlsxSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Verdicts as a table that people fill in and that {@link Verdicts} reads. */
public final class VerdictTable {
  private static final List<String> HEADINGS =
      List.of("Unit", "Subject", "Verdict", "Reason", "By", "Date", "Evidence", "Remedy", "Found");

  private VerdictTable() {}

  /** The forms of such a table. */
  public enum Form {
    CSV,
    MD,
    XLSX;

    /** By the ending of a file name. */
    public static Optional<Form> of(String file) {
      String name = file.toLowerCase(Locale.ROOT);
      for (Form form : values()) {
        if (name.endsWith("." + form.name().toLowerCase(Locale.ROOT))) {
          return Optional.of(form);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A row.
   *
   * @param verdict of a person; empty where none decided
   * @param found what was found without that person
   */
  public record Line(
      String unit,
      String subject,
      String verdict,
      String reason,
      String by,
      String date,
      String evidence,
      String remedy,
      String found) {
    List<String> cells() {
      return List.of(unit, subject, verdict, reason, by, date, evidence, remedy, found);
    }
  }

  public static byte[] write(List<Line> lines, Form form) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    lines.forEach(l -> rows.add(l.cells().stream().map(Values::tame).toList()));
    return switch (form) {
      case CSV -> text(rows, VerdictTable::csv).getBytes(StandardCharsets.UTF_8);
      case MD -> markdown(rows).getBytes(StandardCharsets.UTF_8);
      case XLSX -> workbook(rows);
    };
  }

  private static String text(
      List<List<String>> rows, java.util.function.Function<List<String>, String> line) {
    return rows.stream().map(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String csv(List<String> row) {
    return row.stream().map(VerdictTable::quoted).collect(Collectors.joining(","));
  }

  /** What a spreadsheet would compute gets an apostrophe before it. */
  private static String quoted(String cell) {
    String safe = cell.matches("(?s)[=+@-].*") ? "'" + cell : cell;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == ';');
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static String markdown(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(rows);
    all.add(1, HEADINGS.stream().map(h -> "---").toList());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean ruled = i == 1;
      lines.add(
          all.get(i).stream()
              .map(c -> ruled ? c : escaped(c))
              .collect(Collectors.joining(" | ", "| ", " |")));
    }
    return "# Verdicts\n\n" + String.join("\n", lines) + "\n";
  }

  private static String escaped(String cell) {
    return cell.lines().map(MarkdownText::escaped).collect(Collectors.joining("<br>"));
  }

  private static byte[] workbook(List<List<String>> rows) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet("Verdicts");
      for (int r = 0; r < rows.size(); r++) {
        XSSFRow row = sheet.createRow(r);
        List<String> cells = rows.get(r);
        for (int c = 0; c < cells.size(); c++) {
          if (!cells.get(c).isEmpty()) {
            row.createCell(c).setCellValue(XlsxSheet.escaped(cells.get(c)));
          }
        }
      }
      sheet.createFreezePane(0, 1);
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
