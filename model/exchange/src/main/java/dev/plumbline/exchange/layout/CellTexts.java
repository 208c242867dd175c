package dev.plumbline.exchange.layout;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** What a cell of a sheet shows, as text. */
public record CellTexts(SharedStrings strings, StylesTable styles) {
  /**
   * The text of a stored value.
   *
   * @param type as the sheet says it: {@code s}, {@code str}, {@code inlineStr}, {@code b}, {@code
   *     e}, {@code d}, or {@code n}
   */
  public String of(String type, String stored, int style) {
    return switch (type) {
      case "s" -> shared(stored);
      case "inlineStr", "str" -> decoded(stored);
      case "b" -> stored.strip().equals("1") ? Values.YES : Values.NO;
      case "e", "d" -> stored;
      default -> number(stored, style);
    };
  }

  private String shared(String stored) {
    try {
      int index = Integer.parseInt(stored.strip());
      return index >= 0 && index < strings.getUniqueCount()
          ? strings.getItemAt(index).getString()
          : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private static String decoded(String stored) {
    return new XSSFRichTextString(stored).getString();
  }

  private String number(String stored, int style) {
    try {
      BigDecimal number = new BigDecimal(stored.strip());
      if (isDate(style, number)) {
        LocalDateTime at = DateUtil.getLocalDateTime(number.doubleValue());
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? at.toLocalDate().toString()
            : at.toString();
      }
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return stored;
    }
  }

  private boolean isDate(int style, BigDecimal number) {
    if (style < 0 || style >= styles.getNumCellStyles()) {
      return false;
    }
    XSSFCellStyle cellStyle = styles.getStyleAt(style);
    return DateUtil.isADateFormat(cellStyle.getDataFormat(), cellStyle.getDataFormatString())
        && DateUtil.isValidExcelDate(number.doubleValue());
  }
}
