package dev.plumbline.documents;

import dev.plumbline.documents.Block.Grid;
import dev.plumbline.reports.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A document for word processors (DOCX): plain text and tables, no field, link or macro. */
public final class WordRenderer implements Renderer {
  private static final String RED = "B3261E";
  private static final String SHADE = "F1F3F7";
  private static final String FONT = "Arial";
  private static final int TITLE = 20;
  private static final int HEADING = 14;

  /** In half points. */
  private static final int TEXT = 20;

  /** In twentieths of a point. */
  private static final int SPACE = 120;

  private static final int CELL_SPACE = 60;

  /** Between the margins of the page, in twentieths of a point. */
  private static final int PAGE_WIDTH = 9_020;

  @Override
  public String extension() {
    return "docx";
  }

  @Override
  public byte[] render(OwedDocument document) throws IOException {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      word.getProperties().getCoreProperties().setTitle(Visible.of(document.title()));
      styles(word);
      if (document.draft()) {
        XWPFParagraph top = word.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        red(top, Renderer.warning(document));
      }
      heading(word, document.title(), 1);
      document.blocks().forEach(b -> block(word, b));
      if (document.draft()) {
        heading(word, "What is missing", 2);
        document.lacks().forEach(l -> words(word.createParagraph(), "– " + l.line()));
      }
      heading(word, "Sources", 2);
      document.notes().forEach(n -> words(word.createParagraph(), "– " + n));
      word.write(out);
      return out.toByteArray();
    }
  }

  private static void block(XWPFDocument word, Block block) {
    switch (block) {
      case Block.Heading h -> heading(word, h.text(), 2);
      case Block.Paragraph p -> {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setSpacingAfter(SPACE);
        pieces(paragraph, p.pieces());
      }
      case Block.Point p -> {
        XWPFParagraph paragraph = word.createParagraph();
        words(paragraph, "– ");
        pieces(paragraph, p.pieces());
      }
      case Block.Verbatim v ->
          v.lines()
              .forEach(
                  l -> {
                    XWPFRun run = word.createParagraph().createRun();
                    run.setFontFamily("DejaVu Sans Mono");
                    run.setText(Visible.of(l));
                  });
      case Grid g -> grid(word, g);
    }
  }

  private static void grid(XWPFDocument word, Grid grid) {
    XWPFTable table = word.createTable(1 + grid.rows().size(), grid.head().size());
    table.setWidth("100%");
    table.setCellMargins(CELL_SPACE, 2 * CELL_SPACE, CELL_SPACE, 2 * CELL_SPACE);
    widths(table, grid.head().size());
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    for (int c = 0; c < grid.head().size(); c++) {
      head.getCell(c).setColor(SHADE);
      XWPFRun run = head.getCell(c).getParagraphs().getFirst().createRun();
      run.setBold(true);
      run.setText(Visible.of(grid.head().get(c)));
    }
    for (int r = 0; r < grid.rows().size(); r++) {
      List<List<Piece>> row = grid.rows().get(r);
      for (int c = 0; c < row.size(); c++) {
        pieces(table.getRow(r + 1).getCell(c).getParagraphs().getFirst(), row.get(c));
      }
    }
    word.createParagraph();
  }

  /** Columns of one width; of two, the first has labels and needs a third. */
  private static void widths(XWPFTable table, int columns) {
    CTTblGrid widths =
        table.getCTTbl().getTblGrid() == null
            ? table.getCTTbl().addNewTblGrid()
            : table.getCTTbl().getTblGrid();
    for (int c = 0; c < columns; c++) {
      int width = columns == 2 ? PAGE_WIDTH / 3 * (c + 1) : PAGE_WIDTH / columns;
      widths.addNewGridCol().setW(BigInteger.valueOf(width));
      for (XWPFTableRow row : table.getRows()) {
        row.getCell(c).setWidth(Integer.toString(width));
      }
    }
  }

  private static void pieces(XWPFParagraph paragraph, List<Piece> pieces) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words w -> words(paragraph, w.text());
        case Piece.Declared d -> words(paragraph, d.text());
        case Piece.Gap g -> red(paragraph, "[missing: " + g.what() + "]");
      }
    }
  }

  private static void words(XWPFParagraph paragraph, String text) {
    paragraph.createRun().setText(Visible.of(text).replaceAll("\\s+", " "));
  }

  private static void red(XWPFParagraph paragraph, String text) {
    XWPFRun run = paragraph.createRun();
    run.setBold(true);
    run.setColor(RED);
    run.setText(Visible.of(text));
  }

  private static void heading(XWPFDocument word, String text, int level) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setStyle("Heading" + level);
    paragraph.setSpacingBefore(2 * SPACE);
    paragraph.setSpacingAfter(SPACE);
    XWPFRun run = paragraph.createRun();
    run.setBold(true);
    run.setFontSize(level == 1 ? TITLE : HEADING);
    run.setText(Visible.of(text));
  }

  /** An empty document has no styles; with these, word processors see the headings. */
  private static void styles(XWPFDocument word) {
    XWPFStyles styles = word.createStyles();
    CTStyle normal = CTStyle.Factory.newInstance();
    normal.setType(STStyleType.PARAGRAPH);
    normal.setDefault(true);
    normal.setStyleId("Normal");
    normal.addNewName().setVal("Normal");
    CTRPr letters = normal.addNewRPr();
    CTFonts fonts = letters.addNewRFonts();
    fonts.setAscii(FONT);
    fonts.setHAnsi(FONT);
    fonts.setCs(FONT);
    letters.addNewSz().setVal(BigInteger.valueOf(TEXT));
    styles.addStyle(new XWPFStyle(normal));
    for (int level = 1; level <= 2; level++) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setType(STStyleType.PARAGRAPH);
      style.setStyleId("Heading" + level);
      style.addNewName().setVal("heading " + level);
      style.addNewBasedOn().setVal("Normal");
      style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
      styles.addStyle(new XWPFStyle(style));
    }
  }
}
