package dev.plumbline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as makers have them. */
final class Workbooks {
  private Workbooks() {}

  static Path write(Path file, Consumer<XSSFWorkbook> content) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      content.accept(book);
      book.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of texts, from a cell on; an empty text leaves its cell out. */
  static void row(XSSFSheet sheet, int number, int from, String... texts) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        cell(row, from + i).setCellValue(texts[i]);
      }
    }
  }

  private static XSSFCell cell(XSSFRow row, int column) {
    return row.createCell(column);
  }
}
