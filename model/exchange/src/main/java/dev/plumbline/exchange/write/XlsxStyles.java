package dev.plumbline.exchange.write;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * How the cells of a workbook look.
 *
 * @param answer to be filled in: unlocked, and text whatever is typed
 * @param quoted an answer that would otherwise begin a formula when somebody edits it
 * @param ours of the catalogue: locked
 */
public record XlsxStyles(
    XSSFCellStyle title,
    XSSFCellStyle purpose,
    XSSFCellStyle heading,
    XSSFCellStyle ours,
    XSSFCellStyle answer,
    XSSFCellStyle quoted) {
  static XlsxStyles in(XSSFWorkbook book) {
    XSSFCellStyle title = plain(book);
    XSSFFont large = book.createFont();
    large.setBold(true);
    large.setFontHeightInPoints((short) 14);
    title.setFont(large);
    title.setWrapText(false);
    XSSFCellStyle purpose = plain(book);
    purpose.setWrapText(false);
    XSSFCellStyle heading = framed(book);
    XSSFFont bold = book.createFont();
    bold.setBold(true);
    heading.setFont(bold);
    heading.setFillForegroundColor(light(book, 0xD9, 0xE2, 0xF3));
    heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    XSSFCellStyle ours = framed(book);
    XSSFFont grey = book.createFont();
    grey.setColor(IndexedColors.GREY_80_PERCENT.getIndex());
    ours.setFont(grey);
    ours.setFillForegroundColor(light(book, 0xF2, 0xF2, 0xF2));
    ours.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return new XlsxStyles(title, purpose, heading, ours, answer(book), quoted(book));
  }

  private static XSSFColor light(XSSFWorkbook book, int red, int green, int blue) {
    byte[] rgb = {(byte) red, (byte) green, (byte) blue};
    return new XSSFColor(rgb, book.getStylesSource().getIndexedColors());
  }

  private static XSSFCellStyle plain(XSSFWorkbook book) {
    XSSFCellStyle style = book.createCellStyle();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setDataFormat(book.createDataFormat().getFormat("@"));
    return style;
  }

  private static XSSFCellStyle framed(XSSFWorkbook book) {
    XSSFCellStyle style = plain(book);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private static XSSFCellStyle answer(XSSFWorkbook book) {
    XSSFCellStyle style = framed(book);
    style.setLocked(false);
    return style;
  }

  private static XSSFCellStyle quoted(XSSFWorkbook book) {
    XSSFCellStyle style = answer(book);
    style.setQuotePrefixed(true);
    return style;
  }
}
