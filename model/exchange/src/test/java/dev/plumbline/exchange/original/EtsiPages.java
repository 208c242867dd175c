package dev.plumbline.exchange.original;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * Writes a PDF in the layout of ETSI's documents, with sentences of our own: a title page, a header
 * with page number and document, a footer, clauses of several sizes, lists, and tables of columns.
 */
final class EtsiPages implements AutoCloseable {
  private static final PDFont TEXT = new PDType1Font(FontName.TIMES_ROMAN);
  private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
  private static final float LEFT = 57;
  private static final float WIDTH = 480;
  private static final float TOP = 770;
  private static final float BOTTOM = 70;
  private static final float SIZE = 10;
  private static final float LEADING = 12;
  private static final float AFTER = 9;

  private final PDDocument document = new PDDocument();
  private final String name;
  private final List<PDPageContentStream> pages = new ArrayList<>();
  private float y;

  EtsiPages(String name) throws IOException {
    this.name = name;
    newPage();
    write(BOLD, 18, LEFT, name + " (2026-01)");
    y -= 40;
    write(BOLD, 18, LEFT, "Invented Words for Tests;");
    y -= 24;
    write(BOLD, 18, LEFT, "A document in the layout of the real one");
    newPage();
  }

  EtsiPages newPage() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages.add(new PDPageContentStream(document, page));
    y = 805;
    if (pages.size() > 1) {
      write(TEXT, 9, 290, Integer.toString(pages.size()));
      write(BOLD, 9, 360, name + " (2026-01)");
    }
    y = 40;
    write(BOLD, 9, 290, "ETSI");
    y = TOP;
    return this;
  }

  private void write(PDFont font, float size, float x, String text) throws IOException {
    PDPageContentStream page = pages.getLast();
    page.beginText();
    page.setFont(font, size);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  private void need(float height) throws IOException {
    if (y - height < BOTTOM) {
      newPage();
    }
  }

  /** A line of the table of contents. */
  EtsiPages contents(String heading, int page) throws IOException {
    need(LEADING);
    write(TEXT, SIZE, LEFT, heading + " ......................................... " + page);
    y -= LEADING;
    return this;
  }

  EtsiPages heading(String text) throws IOException {
    need(60);
    y -= 8;
    write(BOLD, 14, LEFT, text);
    y -= 14 + AFTER;
    return this;
  }

  /** A heading of one line in the size of the text. */
  EtsiPages part(String text) throws IOException {
    need(40);
    write(BOLD, SIZE, LEFT, text);
    y -= LEADING + AFTER;
    return this;
  }

  EtsiPages text(String text) throws IOException {
    return indented(0, text);
  }

  /** Repeats a paragraph until the page has room for so many lines. */
  EtsiPages filled(String text, int lines) throws IOException {
    while (y > BOTTOM + lines * LEADING) {
      text(text);
    }
    return this;
  }

  EtsiPages item(String text) throws IOException {
    return indented(20, "\u2022 " + text);
  }

  /** A paragraph; a line ends where it is full, or at {@code |} within a word. */
  EtsiPages indented(float indent, String text) throws IOException {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      int cut = word.indexOf('|');
      String first = cut < 0 ? word : word.substring(0, cut);
      if (!line.isEmpty() && width(line + " " + first) > WIDTH - indent) {
        line(indent, line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(first);
      if (cut >= 0) {
        line(indent, line.toString());
        line.setLength(0);
        line.append(word.substring(cut + 1));
      }
    }
    line(indent, line.toString());
    y -= AFTER;
    return this;
  }

  private static float width(String text) throws IOException {
    return TEXT.getStringWidth(text) / 1000 * SIZE;
  }

  private void line(float indent, String text) throws IOException {
    need(LEADING);
    write(TEXT, SIZE, LEFT + indent, text);
    y -= LEADING;
  }

  /** A row of a table of columns; a cell may go on in a second line after {@code |}. */
  EtsiPages row(String... cells) throws IOException {
    need(2 * LEADING);
    boolean second = false;
    for (int i = 0; i < cells.length; i++) {
      write(TEXT, 9, LEFT + i * 130, cells[i].split("\\|", -1)[0]);
      second |= cells[i].contains("|");
    }
    y -= LEADING;
    if (second) {
      for (int i = 0; i < cells.length; i++) {
        if (cells[i].contains("|")) {
          write(TEXT, 9, LEFT + i * 130, cells[i].split("\\|", -1)[1]);
        }
      }
      y -= LEADING;
    }
    return this;
  }

  Path save(Path file) throws IOException {
    for (PDPageContentStream page : pages) {
      page.close();
    }
    pages.clear();
    document.save(file.toFile());
    return file;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
