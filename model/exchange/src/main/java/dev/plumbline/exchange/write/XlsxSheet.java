package dev.plumbline.exchange.write;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Guide;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Pack;
import dev.plumbline.exchange.layout.Pack.Row;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.exchange.layout.Values;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Writes one table into a sheet. The first two rows and the first column are hidden: what the sheet
 * is, the keys of its columns, the ids of its rows.
 */
public final class XlsxSheet {
  /** Stands before the id of the layout in the first cell. */
  public static final String TABLE = "plumbline-table:";

  /** The same, where the columns stand below one another. */
  public static final String FORM = "plumbline-form:";

  /** The row with the keys of the columns, from 0. */
  public static final int KEY_ROW = 1;

  /** The row with the headings of the columns, from 0. */
  public static final int HEADING_ROW = 4;

  private static final int LAST_FREE_ROW = 1_000;
  private static final int UNIT = 256;
  private static final int WIDEST_PAGE = 260;
  private static final int LONGEST = 32_767;

  private final XSSFSheet sheet;
  private final XlsxStyles styles;
  private final XlsxLists lists;

  XlsxSheet(XSSFSheet sheet, XlsxStyles styles, XlsxLists lists) {
    this.sheet = sheet;
    this.styles = styles;
    this.lists = lists;
  }

  void write(Pack.Sheet table) {
    Layout layout = table.layout();
    text(0, 0, (layout.single() ? FORM : TABLE) + layout.id(), styles.ours());
    for (int i = 1; i <= layout.columns().size(); i++) {
      text(2, i, i == 1 ? layout.caption() : "", styles.title());
      text(3, i, i == 1 ? layout.purpose() : "", styles.purpose());
    }
    if (layout.single()) {
      form(layout, table.rows());
    } else {
      table(layout, table.rows());
    }
    row(0).setZeroHeight(true);
    row(KEY_ROW).setZeroHeight(true);
    sheet.setColumnHidden(0, true);
    print(layout);
    protect();
  }

  /** On paper: across, headings on every page; one page wide where that can be read. */
  private void print(Layout layout) {
    int letters = layout.columns().stream().mapToInt(c -> width(layout, c)).sum();
    sheet.setFitToPage(layout.single() || letters <= WIDEST_PAGE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setRepeatingRows(CellRangeAddress.valueOf((HEADING_ROW + 1) + ":" + (HEADING_ROW + 1)));
  }

  private void table(Layout layout, List<Row> rows) {
    int at = 1;
    for (Column column : layout.columns()) {
      boolean fixed = column.ours() || (column.isId() && layout.kind() != TableKind.IXIT);
      text(KEY_ROW, at, column.key(), styles.ours());
      text(HEADING_ROW, at, column.heading(), styles.heading());
      comment(HEADING_ROW, at, column);
      sheet.setColumnWidth(at, width(layout, column) * UNIT);
      if (!fixed) {
        sheet.setDefaultColumnStyle(at, styles.answer());
        choices(column, HEADING_ROW + 1, LAST_FREE_ROW, at);
      }
      int number = HEADING_ROW;
      for (Row r : rows) {
        number++;
        text(number, 0, r.id(), styles.answer());
        text(number, at, r.text(column.key()), fixed ? styles.ours() : styles.answer());
      }
      at++;
    }
    sheet.setDefaultColumnStyle(0, styles.answer());
    sheet.createFreezePane(2, HEADING_ROW + 1);
  }

  private void form(Layout layout, List<Row> rows) {
    int number = HEADING_ROW;
    for (int i = 0; i < Guide.FORM.size(); i++) {
      text(number, i + 1, Guide.FORM.get(i), styles.heading());
    }
    for (Column column : layout.columns()) {
      number++;
      text(number, 0, column.key(), styles.ours());
      text(number, 1, column.heading(), styles.heading());
      String answer = rows.isEmpty() ? "" : rows.getFirst().text(column.key());
      text(number, 2, answer, styles.answer());
      text(number, 3, column.meaning(), styles.ours());
      choices(column, number, number, 2);
    }
    sheet.setColumnWidth(1, 38 * UNIT);
    sheet.setColumnWidth(2, 70 * UNIT);
    sheet.setColumnWidth(3, 60 * UNIT);
    sheet.createFreezePane(0, HEADING_ROW + 1);
  }

  private static int width(Layout layout, Column column) {
    return switch (column.type()) {
      case ID -> layout.kind() == TableKind.IXIT ? 24 : 11;
      case BOOLEAN, NUMBER -> 14;
      case DATE, ENUM -> column.key().equals("support") ? 10 : 20;
      case LIST, ENDPOINTS, URL -> 30;
      case TEXT -> column.key().equals("status") ? 16 : 50;
    };
  }

  private XSSFRow row(int number) {
    XSSFRow row = sheet.getRow(number);
    return row == null ? sheet.createRow(number) : row;
  }

  /** Writes text as text: a value that looks like a formula is no formula. */
  private void text(int row, int column, String text, XSSFCellStyle style) {
    if (text.length() > LONGEST) {
      throw new TooLongException(text.length());
    }
    XSSFCell cell = row(row).createCell(column);
    boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    cell.setCellStyle(formula && style.equals(styles.answer()) ? styles.quoted() : style);
    if (!text.isEmpty()) {
      cell.setCellValue(escaped(text));
    }
  }

  /** What looks like the escape of a character in the file format is escaped itself. */
  public static String escaped(String text) {
    return text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
  }

  private void comment(int row, int column, Column of) {
    ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
    anchor.setRow1(row);
    anchor.setRow2(row + 4);
    anchor.setCol1(column);
    anchor.setCol2(column + 2);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(new XSSFRichTextString(of.meaning()));
    row(row).getCell(column).setCellComment(comment);
  }

  private void choices(Column column, int first, int last, int at) {
    List<String> choices =
        column.type() == ColumnType.BOOLEAN ? List.of(Values.YES, Values.NO) : column.choices();
    if (choices.isEmpty()) {
      return;
    }
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createFormulaListConstraint(lists.reference(choices)),
            new CellRangeAddressList(first, last, at, at));
    boolean free = column.open() && column.type() != ColumnType.BOOLEAN;
    boolean many = column.type() == ColumnType.LIST;
    validation.setShowErrorBox(!free && !many);
    validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
    validation.setSuppressDropDownArrow(true);
    sheet.addValidationData(validation);
  }

  /** Without a password: it guards against slips, not against people. */
  private void protect() {
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockInsertRows(false);
    sheet.lockDeleteRows(false);
    sheet.lockSort(false);
    sheet.lockAutoFilter(false);
  }
}
