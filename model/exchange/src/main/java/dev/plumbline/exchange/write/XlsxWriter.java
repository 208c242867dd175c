package dev.plumbline.exchange.write;

import dev.plumbline.exchange.layout.Exact;
import dev.plumbline.exchange.layout.Guide;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Pack;
import dev.plumbline.exchange.source.Source;
import dev.plumbline.exchange.source.XlsxReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a workbook: a guide, one sheet a table, and a hidden sheet with what is ours. */
public final class XlsxWriter {
  private static final int UNIT = 256;

  private XlsxWriter() {}

  /**
   * The bytes of the workbook.
   *
   * @throws TooLongException if a text does not fit into a cell
   */
  public static byte[] write(Pack pack) {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XlsxStyles styles = XlsxStyles.in(book);
      guide(book.createSheet(Guide.SHEET), pack, styles);
      List<XSSFSheet> sheets =
          pack.sheets().stream().map(s -> book.createSheet(name(s.layout()))).toList();
      XSSFSheet hidden = book.createSheet(XlsxReader.NOTES);
      XlsxLists lists = new XlsxLists(hidden);
      for (int i = 0; i < sheets.size(); i++) {
        new XlsxSheet(sheets.get(i), styles, lists).write(pack.sheets().get(i));
      }
      notes(hidden, pack);
      book.setSheetVisibility(book.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
      book.lockStructure();
      properties(book.getProperties(), pack);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the sheet of a table; at most 31 letters fit. */
  static String name(Layout layout) {
    return switch (layout.kind()) {
      case PRODUCT -> "Product";
      case ICS -> "ICS";
      case CONDITIONS -> "Conditions";
      case FEATURES -> "Features";
      case IXIT -> layout.id();
    };
  }

  private static void guide(XSSFSheet sheet, Pack pack, XlsxStyles styles) {
    int number = 0;
    XSSFCell title = sheet.createRow(number).createCell(0);
    title.setCellValue(Guide.TITLE);
    title.setCellStyle(styles.title());
    for (String line : Guide.lines(pack.edition().version())) {
      number++;
      XSSFCell cell = sheet.createRow(number).createCell(0);
      cell.setCellValue(line);
      cell.setCellStyle(styles.ours());
    }
    sheet.setColumnWidth(0, 110 * UNIT);
    sheet.enableLocking();
  }

  private static void notes(XSSFSheet sheet, Pack pack) {
    int number = 0;
    note(sheet, number, Source.stamp(pack.edition().version()));
    for (Exact exact : pack.exact()) {
      number++;
      note(sheet, number, exact.line());
    }
  }

  private static void note(XSSFSheet sheet, int number, String text) {
    if (text.length() > 32_767) {
      throw new TooLongException(text.length());
    }
    XSSFRow row = sheet.getRow(number);
    (row == null ? sheet.createRow(number) : row)
        .createCell(0)
        .setCellValue(XlsxSheet.escaped(text));
  }

  static void properties(POIXMLProperties properties, Pack pack) {
    properties.getCoreProperties().setTitle(Guide.TITLE + ": " + pack.product());
    properties.getCoreProperties().setCreator("Plumbline");
    properties.getExtendedProperties().setApplication("Plumbline");
  }
}
