package dev.plumbline.exchange.write;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Writes tables into a document, cell by cell. */
public final class DocxTable {
  private static final int PAGE_WIDTH = 11_906;
  private static final int PAGE_HEIGHT = 16_838;
  private static final int MARGIN = 1_134;

  private final XWPFDocument document;

  DocxTable(XWPFDocument document) {
    this.document = document;
  }

  /** A4 upright. */
  void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(PAGE_WIDTH));
    size.setH(BigInteger.valueOf(PAGE_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(BigInteger.valueOf(MARGIN));
    margins.setRight(BigInteger.valueOf(MARGIN));
    margins.setTop(BigInteger.valueOf(MARGIN));
    margins.setBottom(BigInteger.valueOf(MARGIN));
  }

  /**
   * Writes a table.
   *
   * @param widths of the columns, in twentieths of a point
   * @param style of a cell by row and column
   * @param headed whether the first row is repeated on each page
   */
  void write(
      List<List<String>> rows,
      List<Integer> widths,
      BiFunction<Integer, Integer, String> style,
      boolean headed) {
    CTTbl table = document.createTable(1, 1).getCTTbl();
    table.removeTr(0);
    CTTblPr properties = table.getTblPr();
    CTTblBorders borders =
        properties.isSetTblBorders() ? properties.getTblBorders() : properties.addNewTblBorders();
    borders.addNewTop().setVal(STBorder.SINGLE);
    borders.addNewBottom().setVal(STBorder.SINGLE);
    borders.addNewInsideH().setVal(STBorder.SINGLE);
    borders.addNewInsideV().setVal(STBorder.SINGLE);
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid = table.getTblGrid() == null ? table.addNewTblGrid() : table.getTblGrid();
    widths.forEach(w -> grid.addNewGridCol().setW(BigInteger.valueOf(w)));
    for (int i = 0; i < rows.size(); i++) {
      CTRow row = table.addNewTr();
      if (headed && i == 0) {
        row.addNewTrPr().addNewTblHeader();
      }
      for (int j = 0; j < rows.get(i).size(); j++) {
        cell(row.addNewTc(), rows.get(i).get(j), widths.get(j), style.apply(i, j));
      }
    }
  }

  private static void cell(CTTc cell, String text, int width, String style) {
    CTTblWidth wide = cell.addNewTcPr().addNewTcW();
    wide.setW(BigInteger.valueOf(width));
    wide.setType(STTblWidth.DXA);
    CTP paragraph = cell.addNewP();
    paragraph.addNewPPr().addNewPStyle().setVal(style);
    if (text.isEmpty()) {
      return;
    }
    CTR run = paragraph.addNewR();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        run.addNewBr();
      }
      CTText part = run.addNewT();
      part.setStringValue(lines.get(i));
      part.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
    }
  }
}
