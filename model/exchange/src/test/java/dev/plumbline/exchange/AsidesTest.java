package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.TableRemark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments, notes, text boxes, page headers and long results of formulas of office files. */
class AsidesTest {
  private static final EditionId EDITION = EditionId.named("3.1.3");
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String LOGINS = "IXIT 1-AuthMech: Authentication Mechanisms";

  @TempDir private Path directory;
  private ExampleDossier dossier = new ExampleDossier(Path.of(""));
  private List<Told> told = List.of();
  private List<Problem> problems = List.of();

  @BeforeEach
  void begin() {
    dossier = ExampleDossier.blank(directory.resolve("dossier"), EDITION);
  }

  private void imported(Path file) throws IOException {
    Problems found = new Problems();
    Delivery delivery = Delivery.read(file, Optional.of(EDITION), found).orElseThrow();
    DossierUpdate.of(delivery, dossier.folder(), found).write(dossier.folder());
    told = delivery.told();
    problems = found.sorted();
  }

  private List<String> remarks() {
    return dossier.open().ixit().remarks("1-AuthMech").stream().map(TableRemark::text).toList();
  }

  private List<String> left() {
    return told.stream().filter(Told::isLeft).map(t -> t.where() + ": " + t.text()).toList();
  }

  @Test
  void commentsAndNotesOfADocumentStandAtTheirTable() throws IOException {
    String word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
            + ".relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
            + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
            + "<Override PartName=\"/word/chart.xml\" ContentType=\"application/vnd."
            + "openxmlformats-officedocument.drawingml.chart+xml\"/></Types>");
    parts.put("_rels/.rels", relations(Map.of("officeDocument", "word/document.xml")));
    parts.put(
        "word/document.xml",
        "<w:document "
            + word
            + "><w:body><w:p><w:r><w:t>"
            + LOGINS
            + "</w:t></w:r></w:p><w:tbl>"
            + row("ID", "Description")
            + "<w:tr><w:tc><w:p><w:r><w:t>AuthMech-1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>"
            + "<w:t>Web login</w:t><w:commentReference w:id=\"7\"/>"
            + "<w:footnoteReference w:id=\"2\"/></w:r></w:p></w:tc></w:tr></w:tbl>"
            + "</w:body></w:document>");
    parts.put(
        "word/comments.xml",
        "<w:comments "
            + word
            + "><w:comment w:id=\"7\">"
            + said("Ask the app team")
            + "</w:comment>"
            + "</w:comments>");
    parts.put(
        "word/footnotes.xml",
        "<w:footnotes "
            + word
            + "><w:footnote w:id=\"2\">"
            + said("Since release 3")
            + "</w:footnote></w:footnotes>");
    parts.put("word/header1.xml", "<w:hdr " + word + ">" + said("Confidential draft") + "</w:hdr>");
    parts.put("word/chart.xml", "<chart/>");
    parts.put(
        "word/_rels/document.xml.rels",
        relations(
            Map.of(
                "comments",
                "comments.xml",
                "footnotes",
                "footnotes.xml",
                "header",
                "header1.xml")));
    imported(PaperFiles.zip(directory.resolve("paper.docx"), parts));
    assertThat(remarks())
        .containsExactlyInAnyOrder(
            "Comment at row 2, column 2: Ask the app team",
            "Footnote at row 2, column 2: Since release 3");
    assertThat(left()).containsExactly("page header: Confidential draft");
    assertThat(problems).extracting(Problem::id).contains("PLB-9538", "PLB-9520", "PLB-9537");
  }

  @Test
  void aThreadOfCommentsOfASheetStandsOnceAtItsTable() throws IOException {
    Path plain =
        Workbooks.write(
            directory.resolve("plain.xlsx"),
            book -> {
              XSSFSheet sheet = book.createSheet("1-AuthMech");
              Workbooks.row(sheet, 0, 0, "ID", "Description");
              Workbooks.row(sheet, 1, 0, "AuthMech-1", "Web login");
            });
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(plain.toFile())) {
      zip.stream().forEach(e -> parts.put(e.getName(), SourceWords.part(zip, e)));
    }
    String sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    parts.put(
        "xl/worksheets/_rels/sheet1.xml.rels",
        relations(Map.of("comments", "../comments1.xml", "threadedComment", "../threaded1.xml")));
    parts.put(
        "xl/comments1.xml",
        "<comments "
            + sheet
            + "><commentList><comment ref=\"B2\"><text><r><t>[Threaded comment] "
            + "Your version shows it so. Comment: Which page?</t></r></text></comment>"
            + "<comment ref=\"A2\"><text><t>Old name: Login</t></text></comment>"
            + "</commentList></comments>");
    parts.put(
        "xl/threaded1.xml",
        "<ThreadedComments><threadedComment ref=\"B2\"><text>Which page?</text></threadedComment>"
            + "<threadedComment ref=\"B2\"><text>All of them.</text></threadedComment>"
            + "</ThreadedComments>");
    imported(PaperFiles.zip(directory.resolve("paper.xlsx"), parts));
    assertThat(remarks())
        .containsExactlyInAnyOrder(
            "Comment at A2: Old name: Login",
            "Comment at B2: Which page?",
            "Comment at B2: All of them.");
    assertThat(left()).isEmpty();
  }

  @Test
  void whatALongFormulaShowedIsToldWhole() throws IOException {
    String shown = "word ".repeat(30).strip();
    Path file =
        Workbooks.write(
            directory.resolve("paper.xlsx"),
            book -> {
              XSSFSheet sheet = book.createSheet("1-AuthMech");
              Workbooks.row(sheet, 0, 0, "ID", "Description");
              Workbooks.row(sheet, 1, 0, "AuthMech-1", "Web login");
              sheet.getRow(1).createCell(2).setCellFormula("\"" + shown + "\"");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    imported(file);
    assertThat(left()).containsExactly("result of the formula in C2: " + shown);
    assertThat(problems).extracting(Problem::id).contains("PLB-9515");
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("<w:tr>");
    for (String cell : cells) {
      row.append("<w:tc>").append(said(cell)).append("</w:tc>");
    }
    return row.append("</w:tr>").toString();
  }

  private static String said(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String relations(Map<String, String> targets) {
    StringBuilder all = new StringBuilder();
    all.append(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    targets.forEach(
        (type, target) ->
            all.append("<Relationship Id=\"")
                .append(type)
                .append("\" Type=\"")
                .append(RELATION)
                .append(type)
                .append("\" Target=\"")
                .append(target)
                .append("\"/>"));
    return all.append("</Relationships>").toString();
  }
}
