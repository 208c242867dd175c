package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.exchange.write.XlsxSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Only what differs is changed, comments stay, and what the file leaves empty stays and is told.
 */
class DossierUpdateTest {
  private static final String TABLE =
      """
      # our updates
      table: 7-UpdMech
      entries:
        - id: Air # the usual way
          description: over the air
          securityGuarantees: [integrity, authenticity]
        - id: Card
          description: from a card
          securityGuarantees:
            - integrity # signed
            - authenticity
      """;

  @TempDir private Path directory;
  private ExampleDossier dossier = new ExampleDossier(Path.of(""));

  @BeforeEach
  void dossier() {
    dossier =
        ExampleDossier.blank(directory.resolve("dossier"), EditionId.named("3.1.3"))
            .with("ixit/7-UpdMech.yaml", TABLE)
            .with(
                "ics.yaml",
                "edition: 3.1.3\nanswers:\n  5.1-1: {support: Y, detail: unique} # yes\n");
  }

  /** The dossier as Markdown with some words changed, brought back. */
  private List<Problem> changed(String... words) throws IOException {
    Path file = dossier.exported(ExchangeFormat.MD, directory);
    String text = Files.readString(file);
    for (int i = 0; i < words.length; i += 2) {
      assertThat(text).contains(words[i]);
      text = text.replace(words[i], words[i + 1]);
    }
    Files.writeString(file, text);
    return dossier.takes(file);
  }

  @Test
  void aChangedCellIsTheOnlyChange() throws IOException {
    assertThat(changed("over the air", "over the wire")).isEmpty();
    assertThat(dossier.text("ixit/7-UpdMech.yaml"))
        .isEqualTo(TABLE.replace("over the air", "over the wire"));
  }

  @Test
  void anAnswerChangesInItsLine() throws IOException {
    assertThat(changed("| Y | unique |", "| No | not yet |")).isEmpty();
    assertThat(dossier.text("ics.yaml")).contains("5.1-1: {support: N, detail: not yet} # yes");
  }

  @Test
  void aListGrowsAndShrinks() throws IOException {
    changed("integrity\\\nauthenticity\n\n### ID: Card", "integrity\n\n### ID: Card");
    assertThat(dossier.text("ixit/7-UpdMech.yaml"))
        .contains("securityGuarantees: [\"integrity\"]\n  - id: Card");
    changed("integrity\n\n### ID: Card", "integrity; confidentiality\n\n### ID: Card");
    assertThat(
            dossier.open().ixit().entry("7-UpdMech/Air").orElseThrow().texts("securityGuarantees"))
        .containsExactly("integrity", "confidentiality");
  }

  @Test
  void aListWithCommentsIsNotMadeShorter() throws IOException {
    Path file = dossier.exported(ExchangeFormat.MD, directory);
    String text = Files.readString(file);
    int card = text.indexOf("### ID: Card");
    Files.writeString(
        file,
        text.substring(0, card)
            + text.substring(card).replace("integrity\\\nauthenticity", "integrity"));
    assertThat(dossier.takes(file)).extracting(Problem::id).containsExactly("PLB-9542");
    assertThat(dossier.text("ixit/7-UpdMech.yaml")).isEqualTo(TABLE);
  }

  @Test
  void whatTheFileLeavesEmptyStaysAndIsTold() throws IOException {
    assertThat(changed("| Y | unique |", "| Y |  |", "from a card", ""))
        .extracting(Problem::id)
        .containsExactlyInAnyOrder("PLB-9540", "PLB-9540");
    assertThat(dossier.text("ixit/7-UpdMech.yaml")).isEqualTo(TABLE);
  }

  @Test
  void anEntryThatTheFileLacksStaysAndIsTold() throws IOException {
    Path file = dossier.exported(ExchangeFormat.MD, directory);
    String text = Files.readString(file);
    int card = text.indexOf("### ID: Card");
    int next = text.indexOf("\n## ", card);
    Files.writeString(file, text.substring(0, card) + text.substring(next));
    assertThat(dossier.takes(file)).extracting(Problem::id).containsExactly("PLB-9540");
    assertThat(dossier.text("ixit/7-UpdMech.yaml")).isEqualTo(TABLE);
  }

  @Test
  void aFreshEntryIsAddedBehindTheOthers() throws IOException {
    assertThat(
            changed(
                "### ID: Card", "### ID: Cable\n\n#### Description\n\nby cable\n\n### ID: Card"))
        .isEmpty();
    assertThat(dossier.text("ixit/7-UpdMech.yaml")).startsWith(TABLE).contains("id: Cable");
  }

  @Test
  void anEntryRenamedInAWorkbookIsRenamed() throws IOException {
    Path file = dossier.exported(ExchangeFormat.XLSX, directory);
    Path edited = directory.resolve("edited.xlsx");
    try (var in = Files.newInputStream(file);
        var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(in);
        var out = Files.newOutputStream(edited)) {
      var sheet = book.getSheet("7-UpdMech");
      sheet.getRow(XlsxSheet.HEADING_ROW + 1).getCell(1).setCellValue("Radio");
      book.write(out);
    }
    assertThat(dossier.takes(edited)).extracting(Problem::id).containsExactly("PLB-9533");
    assertThat(dossier.text("ixit/7-UpdMech.yaml"))
        .isEqualTo(TABLE.replace("id: Air #", "id: Radio #"));
  }
}
