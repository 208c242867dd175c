package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm are told about or read as text; nothing is run, followed or blown up. */
class HostileFilesTest {
  @TempDir private Path directory;

  private List<Problem> told(Path file) {
    Problems problems = new Problems();
    Delivery.read(file, Optional.empty(), problems);
    return problems.sorted();
  }

  private List<String> ids(Path file) {
    return told(file).stream().map(Problem::id).distinct().toList();
  }

  private Path sound() {
    return Workbooks.write(
        directory.resolve("sound.xlsx"),
        b -> {
          XSSFSheet s = b.createSheet("ICS");
          Workbooks.row(s, 0, 0, "Provision", "Support", "Detail");
          Workbooks.row(s, 1, 0, "5.1-2A", "Y", "one");
        });
  }

  /** The package with some of its parts replaced, or new ones. */
  private Path with(String name, Map<String, String> parts) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(sound()))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        all.put(e.getName(), in.readAllBytes());
      }
    }
    parts.forEach(
        (part, text) -> {
          String old = new String(all.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
          all.put(part, text.replace("OLD", old).getBytes(StandardCharsets.UTF_8));
        });
    Path file = directory.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> part : all.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    }
    return file;
  }

  private static String text(Path file, String part) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (e.getName().equals(part)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError(part);
  }

  @Test
  void theSoundWorkbookIsReadWithoutAWord() {
    assertThat(ids(sound())).containsExactly("PLB-9532");
  }

  @Test
  void macrosAreToldAndNotRun() throws IOException {
    String types = text(sound(), "[Content_Types].xml");
    Path file =
        with(
            "macros.xlsm",
            Map.of(
                "[Content_Types].xml",
                types
                    .replace(
                        "spreadsheetml.sheet.main+xml", "spreadsheetml.sheet.macroEnabled.main+xml")
                    .replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.macroEnabled",
                        "application/vnd.ms-excel.sheet.macroEnabled")));
    assertThat(ids(file)).containsAnyOf("PLB-9512", "PLB-9510");
  }

  @Test
  void aFormulaIsNotComputedAndToldWithItsPlaceAndWhatItShowed() {
    Path file =
        Workbooks.write(
            directory.resolve("formula.xlsx"),
            b -> {
              XSSFSheet s = b.createSheet("ICS");
              Workbooks.row(s, 0, 0, "Provision", "Support", "Detail");
              Workbooks.row(s, 1, 0, "5.1-2A", "Y");
              s.getRow(1)
                  .createCell(2)
                  .setCellFormula("HYPERLINK(\"http://127.0.0.1/\",\"click\")");
              s.getRow(1).getCell(2).setCellValue("click");
            });
    Problem told =
        told(file).stream().filter(p -> p.id().equals("PLB-9515")).findFirst().orElseThrow();
    assertThat(told.place()).hasToString("formula.xlsx!ICS:2:3");
    assertThat(told.what()).contains("C2", "HYPERLINK", "'click'");
  }

  @Test
  void linksToOtherFilesAreToldAndNotFollowed() throws IOException {
    Path file =
        with(
            "links.xlsx",
            Map.of(
                "xl/_rels/workbook.xml.rels",
                text(sound(), "xl/_rels/workbook.xml.rels")
                    .replace(
                        "</Relationships>",
                        "<Relationship Id=\"rIdX\" TargetMode=\"External\""
                            + " Target=\"file:///etc/x.xlsx\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath\"/></Relationships>")));
    assertThat(ids(file)).contains("PLB-9513");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"})
  void entitiesAreNotExpanded(String part) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "SECRET-5.1-1");
    String text = text(sound(), part);
    int end = text.indexOf("?>") + 2;
    String doctype =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\"><!ENTITY a \"aaaaaaaa\">]>";
    Path file =
        with(
            "xxe.xlsx",
            Map.of(
                part,
                text.substring(0, end) + doctype + text.substring(end).replace("one", "&e;")));
    List<Problem> told = told(file);
    assertThat(told.toString()).doesNotContain("SECRET");
    assertThat(told).extracting(Problem::id).containsAnyOf("PLB-9510", "PLB-9511");
  }

  @Test
  void aBombIsDefused() throws IOException {
    Path file = directory.resolve("bomb.xlsx");
    String sheet = text(sound(), "xl/worksheets/sheet1.xml");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(sound()));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(e.getName()));
        if (e.getName().equals("xl/worksheets/sheet1.xml")) {
          blow(out, sheet);
        } else {
          in.transferTo(out);
        }
      }
    }
    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThat(ids(file)).containsAnyOf("PLB-9510", "PLB-9511", "PLB-9514");
  }

  private static void blow(OutputStream out, String sheet) throws IOException {
    int at = sheet.indexOf("<sheetData>");
    out.write(sheet.substring(0, at).getBytes(StandardCharsets.UTF_8));
    byte[] blanks = new byte[1 << 20];
    Arrays.fill(blanks, (byte) ' ');
    for (int i = 0; i < 100; i++) {
      out.write(blanks);
    }
    out.write(sheet.substring(at).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSheetOfAMillionRowsIsReadUpToABoundAndThatIsTold() throws IOException {
    StringBuilder rows = new StringBuilder("<sheetData>");
    for (int i = 1; i <= 60_000; i++) {
      rows.append("<row r=\"").append(i).append("\"><c r=\"A").append(i);
      rows.append("\" t=\"inlineStr\"><is><t>").append(i * 7919L).append("</t></is></c></row>");
    }
    String sheet =
        text(sound(), "xl/worksheets/sheet1.xml")
            .replaceFirst("(?s)<sheetData>.*</sheetData>", rows + "</sheetData>");
    Path file = with("long.xlsx", Map.of("xl/worksheets/sheet1.xml", sheet));
    assertThat(told(file))
        .filteredOn(p -> p.id().equals("PLB-9514"))
        .singleElement()
        .satisfies(p -> assertThat(p.what()).contains("10000 rows", "row 10001"));
    assertThat(told(file)).hasSizeLessThan(3_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file.xlsx", "file.docx"})
  void aFileThatIsNoPackageIsSaidToBeNone(String name) throws IOException {
    for (String content :
        List.of("", "PK", "PK\3\4 broken", "Provision;Support\n", "\u00d0\u00cf")) {
      Path file =
          Files.write(directory.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(ids(file)).as(content).hasSize(1).containsAnyOf("PLB-9510", "PLB-9511");
    }
  }

  @Test
  void aWorkbookCalledDocumentIsSaidToBeNoDocument() throws IOException {
    Path file = Files.copy(sound(), directory.resolve("book.docx"));
    assertThat(told(file))
        .singleElement()
        .satisfies(p -> assertThat(p.what()).contains("no text document"));
  }

  @Test
  void theOldBinaryFormatIsSaidToBeOld() throws IOException {
    byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, 0};
    Path file = Files.write(directory.resolve("old.xlsx"), ole);
    assertThat(told(file))
        .singleElement()
        .satisfies(p -> assertThat(p.what()).contains("old binary format"));
  }

  @Test
  void textThatIsNoTextIsSaidToBeNone() throws IOException {
    Path file = Files.write(directory.resolve("x.md"), new byte[] {'#', ' ', 0, 1, 2});
    assertThat(ids(file)).containsExactly("PLB-9510");
    Path other = Files.write(directory.resolve("y.md"), new byte[] {'#', (byte) 0xff, (byte) 0xfe});
    assertThat(ids(other)).containsExactly("PLB-9510");
  }

  @Test
  void whatLooksLikeAFormulaStaysText() throws IOException {
    ExampleDossier dossier =
        ExampleDossier.blank(
                directory.resolve("dossier"), dev.plumbline.catalogue.EditionId.named("3.1.3"))
            .with(
                "ixit/7-UpdMech.yaml",
                "table: 7-UpdMech\nentries:\n  - {id: '=A1', description: '=HYPERLINK(1)'}\n");
    Path file = dossier.exported(ExchangeFormat.XLSX, directory);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .as(e.getName())
            .doesNotContain("<f>");
      }
    }
    assertThat(text(file, "xl/styles.xml")).contains("quotePrefix=\"true\"");
    assertThat(text(file, "xl/sharedStrings.xml")).contains("=HYPERLINK(1)");
  }

  @Test
  void aFileOfALaterPlumblineIsRefused() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("later.md"),
            "<!-- plumbline-exchange version 2 edition 3.1.3 -->\n# ICS\n");
    assertThat(told(file))
        .singleElement()
        .satisfies(p -> assertThat(p.what()).contains("later Plumbline"));
  }

  @Test
  void rowsAndLinksOfAnyLengthInMarkdownAreEndedOrRead() throws IOException {
    for (String attack :
        List.of("| a |\n|" + "-|".repeat(40_000) + "\n", "| a |\n" + "-".repeat(40_000) + "|x\n")) {
      Path file = Files.writeString(directory.resolve("rows.md"), "# ICS\n\n" + attack);
      assertThat(ids(file)).doesNotContain("PLB-9511");
    }
    for (String attack : List.of("[".repeat(60_000), "[x](".repeat(15_000), "`a".repeat(30_000))) {
      Path file = Files.writeString(directory.resolve("links.md"), "# ICS\n\n" + attack + "\n");
      assertThat(ids(file)).isNotEmpty();
    }
  }
}
