package dev.plumbline.exchange;

import dev.plumbline.exchange.RandomPaper.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import tools.jackson.databind.json.JsonMapper;

/** Writes a paper in each format that is imported; what a format has no place for is left out. */
final class PaperFiles {
  private static final String WORD =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String ODF =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"";

  private PaperFiles() {}

  static Path xlsx(RandomPaper paper, Path file) {
    return Workbooks.write(
        file,
        book -> {
          XSSFSheet sheet = book.createSheet("Start");
          int sheets = 0;
          int line = 0;
          for (Part part : paper.parts()) {
            switch (part) {
              case Part.Table t -> {
                sheets++;
                String name = t.title().replaceAll("[\\[\\]:?*/\n\\\\]", " ") + " ".repeat(31);
                sheet = book.createSheet(sheets + " " + name.substring(0, 28).strip());
                line = 0;
                Workbooks.row(sheet, line++, 0, t.title());
                for (List<String> row : t.rows()) {
                  Workbooks.row(sheet, line++, 0, row.toArray(String[]::new));
                }
              }
              case Part.Heading h -> Workbooks.row(sheet, line++, 0, h.text());
              case Part.Prose p -> Workbooks.row(sheet, line++, 0, p.text());
              case Part.Comment c -> comment(sheet, line++, c.text());
              case Part.Box b ->
                  drawing(sheet)
                      .createTextbox(new XSSFClientAnchor(0, 0, 0, 0, 1, line, 3, line + 2))
                      .setText(new XSSFRichTextString(b.text()));
            }
          }
        });
  }

  private static XSSFDrawing drawing(XSSFSheet sheet) {
    return sheet.createDrawingPatriarch();
  }

  private static void comment(XSSFSheet sheet, int row, String text) {
    XSSFComment comment =
        drawing(sheet).createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 4, row, 6, row + 2));
    comment.setString(new XSSFRichTextString(text));
    comment.setAddress(row, 4);
  }

  static Path docx(RandomPaper paper, Path file) {
    StringBuilder body = new StringBuilder();
    StringBuilder comments = new StringBuilder();
    int number = 0;
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.Heading h ->
            body.append("<w:p><w:pPr><w:pStyle w:val=\"Heading")
                .append(h.level())
                .append("\"/></w:pPr>")
                .append(run(h.text()))
                .append("</w:p>");
        case Part.Prose p -> body.append("<w:p>").append(run(p.text())).append("</w:p>");
        case Part.Comment c -> {
          number++;
          body.append("<w:p><w:r><w:commentReference w:id=\"")
              .append(number)
              .append("\"/></w:r></w:p>");
          comments
              .append("<w:comment w:id=\"")
              .append(number)
              .append("\"><w:p>")
              .append(run(c.text()))
              .append("</w:p></w:comment>");
        }
        case Part.Box b -> {
          String box = "<w:txbxContent><w:p>" + run(b.text()) + "</w:p></w:txbxContent>";
          body.append("<w:p>")
              .append(run("before"))
              .append("<w:r><mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice>")
              .append(box)
              .append("</mc:Choice><mc:Fallback>")
              .append(box)
              .append("</mc:Fallback></mc:AlternateContent></w:r>")
              .append(run("after"))
              .append("</w:p>");
        }
        case Part.Table t -> {
          body.append("<w:tbl>");
          for (List<String> row : t.rows()) {
            body.append("<w:tr>");
            row.forEach(c -> body.append("<w:tc><w:p>").append(run(c)).append("</w:p></w:tc>"));
            body.append("</w:tr>");
          }
          body.append("</w:tbl>");
        }
      }
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
            + ".relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
            + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    parts.put("_rels/.rels", relations("officeDocument", "word/document.xml"));
    parts.put(
        "word/document.xml", "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>");
    parts.put("word/comments.xml", "<w:comments " + WORD + ">" + comments + "</w:comments>");
    parts.put("word/_rels/document.xml.rels", relations("comments", "comments.xml"));
    return zip(file, parts);
  }

  private static String relations(String type, String target) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\""
        + RELATIONS
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static String run(String text) {
    return "<w:r><w:t>" + escaped(text).replace("\n", "</w:t><w:br/><w:t>") + "</w:t></w:r>";
  }

  /** A spreadsheet where {@code sheet}, else a text document. */
  static Path openDocument(RandomPaper paper, Path file, boolean sheet) {
    StringBuilder body = new StringBuilder();
    int tables = 0;
    String pending = "";
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.Heading h ->
            body.append(sheet ? "" : "<text:h text:outline-level=\"" + h.level() + "\">")
                .append(sheet ? "" : escaped(h.text()) + "</text:h>");
        case Part.Prose p -> body.append(sheet ? "" : lines(p.text()));
        case Part.Comment c ->
            pending += "<office:annotation>" + lines(c.text()) + "</office:annotation>";
        case Part.Box b ->
            pending +=
                "<draw:frame><draw:text-box>" + lines(b.text()) + "</draw:text-box></draw:frame>";
        case Part.Table t -> {
          tables++;
          String name = sheet ? t.title() : "Table" + tables;
          body.append("<table:table table:name=\"").append(escaped(name)).append("\">");
          for (List<String> row : t.rows()) {
            body.append("<table:table-row>");
            for (String cell : row) {
              body.append("<table:table-cell>")
                  .append(pending)
                  .append(lines(cell))
                  .append("</table:table-cell>");
              pending = "";
            }
            body.append("</table:table-row>");
          }
          body.append("</table:table>");
        }
      }
      if (!sheet && !pending.isEmpty()) {
        body.append("<text:p>before ").append(pending).append(" after</text:p>");
        pending = "";
      }
    }
    if (!pending.isEmpty()) {
      body.append("<table:table table:name=\"Last\"><table:table-row><table:table-cell>")
          .append(pending)
          .append("</table:table-cell></table:table-row></table:table>");
    }
    String kind = sheet ? "spreadsheet" : "text";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument." + kind);
    parts.put(
        "content.xml",
        "<office:document-content "
            + ODF
            + "><office:body><office:"
            + kind
            + ">"
            + body
            + "</office:"
            + kind
            + "></office:body></office:document-content>");
    return zip(file, parts);
  }

  private static String lines(String text) {
    return "<text:p>" + escaped(text).replace("\n", "</text:p><text:p>") + "</text:p>";
  }

  static Path markdown(RandomPaper paper, Path file) {
    StringBuilder text = new StringBuilder();
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.Heading h ->
            text.append("#".repeat(h.level())).append(' ').append(flat(h.text())).append("\n\n");
        case Part.Prose p -> text.append(p.text()).append("\n\n");
        case Part.Comment c -> text.append("<!-- ").append(c.text()).append(" -->\n\n");
        case Part.Box b -> text.append("> ").append(flat(b.text())).append("\n\n");
        case Part.Table t -> {
          int wide = t.rows().stream().mapToInt(List::size).max().orElse(1);
          for (int r = 0; r < t.rows().size(); r++) {
            List<String> row = t.rows().get(r);
            text.append('|');
            for (int c = 0; c < wide; c++) {
              text.append(' ').append(c < row.size() ? flat(row.get(c)) : "").append(" |");
            }
            text.append('\n').append(r == 0 ? "|" + "---|".repeat(wide) + "\n" : "");
          }
          text.append('\n');
        }
      }
    }
    return text(file, text.toString());
  }

  private static String flat(String text) {
    return text.replace("\n", " ").replace("|", "\\|");
  }

  /** One table, whose file is named as it. */
  static Path csv(RandomPaper paper, Path folder) {
    Part.Table first =
        (Part.Table)
            paper.parts().stream().filter(Part.Table.class::isInstance).findFirst().orElseThrow();
    List<List<String>> rows = new ArrayList<>(first.rows());
    paper.parts().stream()
        .filter(Part.Table.class::isInstance)
        .skip(1)
        .forEach(t -> rows.addAll(((Part.Table) t).rows()));
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(
              String.join(",", row.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').toList()))
          .append('\n');
    }
    return text(folder.resolve("1-AuthMech.csv"), text.toString());
  }

  static Path json(RandomPaper paper, Path file) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.Table t -> {
          List<String> headings = t.rows().getFirst();
          List<Map<String, String>> rows = new ArrayList<>();
          for (List<String> row : t.rows().subList(1, t.rows().size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int c = 0; c < row.size(); c++) {
              String key = c < headings.size() ? headings.get(c) : "more";
              cells.put(cells.containsKey(key) ? key + " " + c : key, row.get(c));
            }
            rows.add(cells);
          }
          all.put(
              all.containsKey(t.title()) ? t.title() + " " + all.size() : t.title(),
              Map.of("rows", rows, "heads", headings).get(rows.isEmpty() ? "heads" : "rows"));
        }
        case Part.Heading h -> all.put("heading " + all.size(), h.text());
        case Part.Prose p -> all.put(p.text(), List.of(p.text(), Map.of("deep", p.text())));
        case Part.Comment c -> all.put("comment " + all.size(), c.text());
        case Part.Box b -> all.put("box " + all.size(), b.text());
      }
    }
    return text(file, JsonMapper.shared().writeValueAsString(all));
  }

  private static Path text(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path zip(Path file, Map<String, String> parts) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
