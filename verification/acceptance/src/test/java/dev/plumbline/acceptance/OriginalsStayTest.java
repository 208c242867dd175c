package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wording of the standard from the user's own copy is shown on the terminal of this machine and
 * stands in nothing that leaves it.
 */
class OriginalsStayTest {
  private static final String WORD = "quixotangerine";
  private static final long MINUTES = 3;

  @TempDir private static Path folder;
  private static Path run = Path.of("");

  @BeforeAll
  static void commandsAreRun() throws Exception {
    run = Files.createDirectory(folder.resolve("run"));
    Path provisions =
        copy(
            "ETSI EN 303 645 V3.1.3 (2024-09)",
            "Provision 5.1-1 Every " + WORD + " shall be ripe.",
            "Provision 5.1-2 Every other " + WORD + " shall be ripe too.");
    Path tests =
        copy(
            "ETSI TS 103 701 V2.1.1 (2025-05)",
            "5.0.1.1 Test case 5.0-1-1 (conceptual)",
            "Test purpose",
            "The purpose is to look at the " + WORD + ".",
            "Test units",
            "a) The cook shall count each " + WORD + ".",
            "Assignment of verdict",
            "The verdict PASS is assigned if every " + WORD + " was counted.",
            "The verdict FAIL is assigned otherwise.");
    ProcessBuilder builder =
        new ProcessBuilder(
            PrivateNetwork.java(
                OriginalsRun.class,
                List.of(run.toString(), provisions.toString(), tests.toString())));
    builder.environment().put("PLUMBLINE_DATA", folder.resolve("data").toString());
    Path log = folder.resolve("log");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path copy(String... lines) throws IOException {
    Path file = folder.resolve(lines[0].replaceAll("[^A-Z0-9]", "") + ".pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream text = new PDPageContentStream(document, page)) {
        for (int i = 0; i < lines.length; i++) {
          text.beginText();
          text.setFont(new PDType1Font(FontName.TIMES_ROMAN), 10);
          text.newLineAtOffset(60, 700 - i * 24f);
          text.showText(lines[i]);
          text.endText();
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static String said(String name) throws IOException {
    return Files.readString(run.resolve(name));
  }

  @Test
  void aCopyIsReadAndComparedAndKeptForItsOwner() throws IOException {
    assertThat(said("annotate"))
        .startsWith("0\nRead ETSI EN 303 645 V3.1.3: 2 provisions.")
        .contains("In the catalogue, not found in the document", "5.4-1")
        .doesNotContain(WORD);
    assertThat(said("tests")).startsWith("0\n").contains("1 test case, 1 test unit");
    assertThat(said("refused")).startsWith("2\n").contains("product.yaml is not a PDF.");
    assertThat(folder.resolve("data/originals/ts103701-2.1.1.json")).content().contains(WORD);
  }

  @Test
  void whatIsKeptFollowsItsSchema() throws IOException {
    String schema = Files.readString(Repository.at("docs/schemas/original-1.schema.json"));
    for (String kept : List.of("kept", "kept without pages")) {
      String text =
          Files.readString(folder.resolve("data/originals/ts103701-2.1.1.json"))
              .replace(kept.equals("kept") ? "\n\n" : "\"pages\"", "\"leaves\"");
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(schema)
                  .validate(text, InputFormat.JSON)
                  .isEmpty())
          .as(kept)
          .isEqualTo(kept.equals("kept"));
    }
  }

  @Test
  void itsWordingStandsBesideOursOnTheTerminalAlone() throws IOException {
    assertThat(said("show"))
        .contains("Original wording  ETSI EN 303 645 V3.1.3, page 1 of your copy")
        .contains("Every " + WORD + " shall be ripe.");
    assertThat(said("case")).contains("look at the " + WORD, "Original assignment of verdict");
    assertThat(said("cards")).contains("The cook shall count each " + WORD + ".");
    assertThat(said("older")).startsWith("0\n").doesNotContain(WORD);
  }

  @Test
  void nothingThatIsWrittenHoldsIt() throws IOException {
    Path out = run.resolve("out");
    try (Stream<Path> written = Files.walk(out);
        Stream<Path> kept = Files.walk(run.resolve("dossier"))) {
      List<Path> all = Stream.concat(written, kept).filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(60);
      for (Path file : all) {
        assertThat(ShownTexts.of(file)).as("%s", file).doesNotContain(WORD);
        if (file.equals(out.resolve(file.getFileName()))) {
          assertThat(Files.size(file)).as("%s", file).isPositive();
        }
      }
    }
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(f -> !f.toString().contains(".")).toList()) {
        assertThat(Files.isDirectory(file) || !Files.readString(file).startsWith("2\n"))
            .as("%s was written", file)
            .isTrue();
      }
    }
  }

  @Test
  void whatIsKeptIsListedAndRemoved() throws IOException {
    assertThat(said("list")).contains("en303645-3.1.3", "ts103701-2.1.1");
    assertThat(said("removed")).isEqualTo("0\nRemoved en303645-3.1.3.\n");
    assertThat(said("none")).contains("ts103701-2.1.1").doesNotContain("en303645");
    assertThat(said("again")).startsWith("2\nPLB-C512: No copy of a standard has that name.");
  }
}
