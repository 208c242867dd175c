package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Verdict;
import dev.plumbline.exchange.source.StatedVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsTest {
  private static final Path ASSESSMENT = MakersPaperTest.PAPER.resolve("assessment");

  @TempDir private Path directory;
  private final Problems problems = new Problems();

  private List<StatedVerdict> csv(String text) throws IOException {
    return Verdicts.read(Files.writeString(directory.resolve("v.csv"), text), problems);
  }

  private List<String> told() {
    return problems.sorted().stream().map(Problem::id).toList();
  }

  private static String line(StatedVerdict v) {
    return v.unit() + " " + v.subjects() + " " + v.verdict();
  }

  @Test
  void documentsOfPeopleAreReadUnitByUnit() {
    List<StatedVerdict> all = Verdicts.read(ASSESSMENT, problems);
    assertThat(told()).isEmpty();
    assertThat(all)
        .extracting(VerdictsTest::line)
        .containsExactly(
            "5.1-1-1a [] PASS",
            "5.1-1-2a [] PASS",
            "5.1-1-2b [] PASS",
            "5.1-1-2c [] PASS",
            "5.1-5-1a [AuthMech-Web-Default] PASS",
            "5.1-5-1a [AuthMech-Web-Own] PASS",
            "5.1-5-1a [AuthMech-API-Read] PASS",
            "5.1-5-1a [AuthMech-API-Write] PASS",
            "5.1-5-2a [] INCONCLUSIVE",
            "5.1-5-2b [] INCONCLUSIVE",
            "5.5-1-1a [SecComMech-Cloud] PASS",
            "5.5-1-1a [SecComMech-Update, SecComMech-Package] PASS",
            "5.5-1-1a [SecComMech-LAN-API] FAIL",
            "5.5-1-1a [SecComMech-WiFi] PASS",
            "5.5-1-1b [SecComMech-Cloud, SecComMech-Update] PASS",
            "5.5-1-1c [SecComMech-Cloud, SecComMech-Update] PASS",
            "5.5-1-1d [SecComMech-Cloud, SecComMech-Update] PASS",
            "5.6-5-1a [] PASS",
            "5.7-1-1a [SecBoot-Main] PASS",
            "5.7-1-1a [SecBoot-Radio] PASS",
            "5.7-1-1a [SecBoot-Flash] PASS",
            "5.7-1-1b [SecBoot-Main] PASS",
            "5.7-1-2a [SecBoot-Main] PASS",
            "5.7-1-2a [SecBoot-Radio] NOT_APPLICABLE",
            "5.9-1-1a [] PASS");
  }

  @Test
  void personDayReasonAndEvidenceComeFromTheDocument() {
    List<StatedVerdict> all = Verdicts.read(ASSESSMENT, problems);
    StatedVerdict first = all.getFirst();
    assertThat(first.by()).contains("Robin Example");
    assertThat(first.on()).contains("2026-09-14");
    assertThat(first.reason()).contains("drawn by a hardware random generator");
    assertThat(all.get(1).reason()).contains("All ports asked, manual read.", "both in the table");
    assertThat(all.get(4).evidence()).containsExactly("notes N-12");
    assertThat(all.getLast().by()).isEmpty();
    assertThat(all)
        .filteredOn(v -> v.unit().equals("5.6-5-1a"))
        .singleElement()
        .satisfies(v -> assertThat(v.by()).contains("Kim Sample"));
  }

  @ParameterizedTest
  @EnumSource
  void documentsOfEveryFormSayTheSame(VerdictFiles.Form form) throws IOException {
    List<StatedVerdict> markdown = Verdicts.read(ASSESSMENT, problems);
    Path folder = VerdictFiles.converted(ASSESSMENT, directory.resolve("converted"), form);

    List<StatedVerdict> same = Verdicts.read(folder, problems);
    assertThat(told()).isEmpty();
    assertThat(same)
        .extracting(v -> line(v) + v.reason() + v.by() + v.on() + v.evidence())
        .isEqualTo(
            markdown.stream()
                .map(v -> line(v) + v.reason() + v.by() + v.on() + v.evidence())
                .toList());
    assertThat(same).hasSize(25).allMatch(v -> v.place().toString().contains("5."));
  }

  @Test
  void whatIsNoVerdictIsToldWithItsParagraph() throws IOException {
    Path document =
        VerdictFiles.docx(
            List.of(
                new VerdictFiles.Part("", "Test case 5.6-5-1 (conceptual)"),
                new VerdictFiles.Part("", "Test unit a"),
                new VerdictFiles.Part("", "Evaluation: Read, with care."),
                new VerdictFiles.Part("", "Verdict: mostly fine")),
            directory.resolve("v.docx"));
    assertThat(Verdicts.read(document, problems)).isEmpty();
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(p -> assertThat(p.toString()).contains("PLB-9551", "v.docx paragraph 4"));
  }

  @Test
  void aTableNamesItemsAsUnitAndSubjectOrAsOne() throws IOException {
    assertThat(
            csv(
                """
                Item;Verdict;Because;By
                5.1-1-1a@1-AuthMech/A-1;passed;"one; each";Me
                5.1-1-2a@DUT;n/a;none there;Me
                5.1-1-2b;;;
                """))
        .extracting(v -> line(v) + " " + v.reason())
        .containsExactly(
            "5.1-1-1a [1-AuthMech/A-1] PASS one; each", "5.1-1-2a [DUT] NOT_APPLICABLE none there");
  }

  @Test
  void aWordThatIsNoVerdictIsToldAndNotGuessed() throws IOException {
    assertThat(csv("Unit,Verdict,Reason\n5.1-1-1a,mostly pass,x\nfive,PASS,y\n")).isEmpty();
    assertThat(told()).containsExactly("PLB-9551", "PLB-9552");
  }

  @Test
  void aFileWithoutVerdictsIsRefused() throws IOException {
    assertThat(csv("Part,Price\nCase,3\n")).isEmpty();
    assertThat(told()).containsExactly("PLB-9550");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadBack(VerdictTable.Form form) throws IOException {
    VerdictTable.Line line =
        new VerdictTable.Line(
            "5.1-1-1a",
            "1-AuthMech/A-1",
            "FAIL",
            "=1+1, \"said\" | twice\nand more",
            "A. Assessor",
            "2026-11-24",
            "",
            "Mend it; soon",
            "INCONCLUSIVE: open");
    VerdictTable.Line open =
        new VerdictTable.Line("5.1-1-2a", "DUT", "", "", "", "", "", "", "PASS: x");
    Path file = directory.resolve("t." + form.name().toLowerCase(java.util.Locale.ROOT));
    Files.write(file, VerdictTable.write(List.of(line, open), form));
    assertThat(Verdicts.read(file, problems))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(line(v)).isEqualTo("5.1-1-1a [1-AuthMech/A-1] FAIL");
              assertThat(v.reason()).isEqualTo(line.reason());
              assertThat(v.remedy()).isEqualTo("Mend it; soon");
              assertThat(v.by()).contains("A. Assessor");
              assertThat(v.verdict()).isEqualTo(Verdict.FAIL);
            });
    assertThat(told()).isEmpty();
  }
}
