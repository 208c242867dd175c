package dev.plumbline.exchange;

import dev.plumbline.exchange.source.Grid;
import dev.plumbline.exchange.source.GridCell;
import dev.plumbline.exchange.source.MarkdownBlock;
import dev.plumbline.exchange.source.MarkdownBlock.Heading;
import dev.plumbline.exchange.source.MarkdownBlock.Note;
import dev.plumbline.exchange.source.MarkdownBlock.Prose;
import dev.plumbline.exchange.source.MarkdownBlock.Table;
import dev.plumbline.exchange.source.MarkdownBlocks;
import dev.plumbline.exchange.source.MarkdownReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Markdown documents of verdicts, saved as people's programs save them. */
final class VerdictFiles {
  private VerdictFiles() {}

  /** How they are saved; plain has no style of a heading. */
  enum Form {
    DOCX,
    PLAIN,
    ODT
  }

  /** A paragraph with its style. */
  record Part(String style, String text) {}

  /** Each Markdown file of a folder as a document in another folder; gives that folder. */
  static Path converted(Path from, Path to, Form form) throws IOException {
    Files.createDirectories(to);
    for (Path file : MarkdownReader.files(from)) {
      String name = file.getFileName().toString();
      List<MarkdownBlock> blocks = MarkdownBlocks.of(name, Files.readString(file));
      if (form == Form.ODT) {
        odt(blocks, to.resolve(name.replace(".md", ".odt")));
      } else {
        docx(blocks, to.resolve(name.replace(".md", ".docx")), form == Form.DOCX);
      }
    }
    return to;
  }

  static Path docx(List<Part> parts, Path file) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      parts.forEach(p -> paragraph(document, p.style(), p.text()));
      return saved(document, file);
    }
  }

  private static Path saved(XWPFDocument document, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      document.write(out);
    }
    return file;
  }

  private static void paragraph(XWPFDocument document, String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    if (!style.isEmpty()) {
      paragraph.setStyle(style);
    }
    paragraph.createRun().setText(text);
  }

  private static void docx(List<MarkdownBlock> blocks, Path file, boolean styled)
      throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      for (MarkdownBlock block : blocks) {
        switch (block) {
          case Heading h ->
              paragraph(document, styled ? "Heading" + h.level() : "", h.text().text());
          case Prose p -> p.text().text().lines().forEach(l -> paragraph(document, "", l));
          case Table t -> table(document, t);
          case Note n -> {}
        }
      }
      saved(document, file);
    }
  }

  private static void table(XWPFDocument document, Table table) {
    XWPFTable to = document.createTable(table.rows().size(), width(table));
    for (int r = 0; r < table.rows().size(); r++) {
      for (GridCell cell : table.rows().get(r)) {
        to.getRow(r).getCell(cell.column() - 1).setText(cell.text());
      }
    }
  }

  private static int width(Table table) {
    return table.rows().stream().mapToInt(r -> r.getLast().column()).max().orElse(1);
  }

  private static void odt(List<MarkdownBlock> blocks, Path file) throws IOException {
    StringBuilder body = new StringBuilder();
    for (MarkdownBlock block : blocks) {
      switch (block) {
        case Heading h ->
            body.append(
                String.format(
                    Locale.ROOT,
                    "<text:h text:outline-level=\"%d\">%s</text:h>",
                    h.level(),
                    escaped(h.text().text())));
        case Prose p -> p.text().text().lines().forEach(l -> body.append(paragraph(l)));
        case Table t -> body.append(table(t));
        case Note n -> {}
      }
    }
    String content =
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body>"
            + "<office:text>"
            + body
            + "</office:text></office:body></office:document-content>";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "mimetype", "application/vnd.oasis.opendocument.text");
      entry(zip, "content.xml", content);
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String paragraph(String text) {
    return "<text:p>" + escaped(text) + "</text:p>";
  }

  private static String table(Table table) {
    StringBuilder xml = new StringBuilder("<table:table>");
    for (List<GridCell> row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int c = 1; c <= width(table); c++) {
        cells.add(Grid.in(row, c).map(cell -> paragraph(cell.text())).orElse(""));
      }
      xml.append("<table:table-row>");
      cells.forEach(c -> xml.append("<table:table-cell>").append(c).append("</table:table-cell>"));
      xml.append("</table:table-row>");
    }
    return xml.append("</table:table>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
