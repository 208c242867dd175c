package dev.plumbline.exchange.write;

import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Guide;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Pack;
import dev.plumbline.exchange.layout.Pack.Row;
import dev.plumbline.exchange.layout.Pack.Sheet;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.exchange.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Writes a text document: the ICS as one table, each entry of the IXIT as a table of its own. */
public final class DocxWriter {
  private static final String NAME = "CellName";
  private static final String CELL = "Cell";

  private final XWPFDocument document;
  private final DocxTable tables;

  private DocxWriter(XWPFDocument document) {
    this.document = document;
    this.tables = new DocxTable(document);
  }

  /** The document as bytes. */
  public static byte[] write(Pack pack) {
    try (XWPFDocument document = new XWPFDocument()) {
      new DocxWriter(document).all(pack);
      XlsxWriter.properties(document.getProperties(), pack);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void all(Pack pack) throws IOException {
    try (InputStream styles = DocxWriter.class.getResourceAsStream("/exchange/styles.xml")) {
      document
          .createStyles()
          .setStyles(StylesDocument.Factory.parse(Objects.requireNonNull(styles)).getStyles());
    } catch (XmlException e) {
      throw new IOException("styles.xml is broken", e);
    }
    tables.page();
    paragraph("Title", Guide.TITLE);
    Guide.lines(pack.edition().version()).forEach(l -> paragraph("Normal", l));
    pack.sheets().forEach(this::sheet);
    paragraph("PlumblineNote", Source.stamp(pack.edition().version()));
    pack.exact().forEach(e -> paragraph("PlumblineNote", e.line()));
  }

  private void paragraph(String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    XWPFRun run = paragraph.createRun();
    run.setVanish(style.equals("PlumblineNote"));
    run.setText(text);
  }

  private void sheet(Sheet sheet) {
    Layout layout = sheet.layout();
    paragraph("Heading1", (layout.kind() == TableKind.IXIT ? "IXIT " : "") + layout.caption());
    paragraph("Normal", layout.purpose());
    if (layout.kind() != TableKind.IXIT && !layout.single()) {
      table(layout, sheet.rows());
      return;
    }
    List<Row> rows = sheet.rows().isEmpty() ? List.of(new Row("", Map.of())) : sheet.rows();
    for (Row row : rows) {
      if (!layout.single() && !row.id().isEmpty()) {
        paragraph("Heading2", row.id());
      }
      form(layout, row);
    }
  }

  private void table(Layout layout, List<Row> rows) {
    List<List<String>> texts = new ArrayList<>();
    texts.add(layout.columns().stream().map(Column::heading).toList());
    rows.forEach(r -> texts.add(layout.columns().stream().map(c -> r.text(c.key())).toList()));
    tables.write(texts, widths(layout), (row, column) -> row == 0 ? NAME : CELL, true);
  }

  /** Columns of the pro forma always, our typed fields where they say something. */
  private void form(Layout layout, Row row) {
    List<List<String>> texts =
        layout.columns().stream()
            .filter(c -> !c.isTyped() || !row.text(c.key()).isEmpty())
            .map(c -> List.of(c.heading(), row.text(c.key())))
            .toList();
    tables.write(
        texts, List.of(2_600, 7_000), (number, column) -> column == 0 ? NAME : CELL, false);
  }

  /** In twentieths of a point; 9600 in all. */
  private static List<Integer> widths(Layout layout) {
    return layout.kind() == TableKind.ICS
        ? List.of(1_200, 1_800, 1_000, 1_050, 3_450, 1_100)
        : List.of(1_150, 3_500, 1_000, 3_950);
  }
}
