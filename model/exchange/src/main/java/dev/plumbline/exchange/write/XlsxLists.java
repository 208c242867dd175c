package dev.plumbline.exchange.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Choices for drop-downs, on a hidden sheet: in the cells themselves only 255 letters fit. */
public final class XlsxLists {
  private static final int FIRST = 2;

  private final XSSFSheet sheet;
  private final Map<List<String>, String> references = new HashMap<>();

  XlsxLists(XSSFSheet sheet) {
    this.sheet = sheet;
  }

  /** Where the choices stand, as a formula. */
  String reference(List<String> choices) {
    return references.computeIfAbsent(choices, this::written);
  }

  private String written(List<String> choices) {
    int column = FIRST + references.size();
    for (int i = 0; i < choices.size(); i++) {
      XSSFRow row = sheet.getRow(i);
      (row == null ? sheet.createRow(i) : row).createCell(column).setCellValue(choices.get(i));
    }
    String name = CellReference.convertNumToColString(column);
    return "'" + sheet.getSheetName() + "'!$" + name + "$1:$" + name + "$" + choices.size();
  }
}
