package dev.plumbline.exchange;

import static dev.plumbline.exchange.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Support;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as makers have them are taken in; every cell left out is told with its place. */
class MakersWorkbookTest {
  @TempDir private Path directory;
  private ExampleDossier dossier = new ExampleDossier(Path.of(""));

  @BeforeEach
  void blank() {
    dossier = ExampleDossier.blank(directory.resolve("dossier"), EditionId.named("3.1.3"));
  }

  private List<String> takes(Consumer<XSSFWorkbook> content) {
    Path file = Workbooks.write(directory.resolve("own.xlsx"), content);
    return dossier.takes(file).stream().map(MakersWorkbookTest::told).toList();
  }

  private static String told(Problem p) {
    return p.id() + " " + p.place();
  }

  private List<String> answers() {
    return dossier.open().ics().answers().values().stream()
        .map(a -> a.provision() + " " + a.support().printed() + " " + a.detail())
        .toList();
  }

  @Test
  void aStatementBelowAndRightOfATitleIsRead() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("ICS");
              row(s, 2, 3, "Our statement");
              row(s, 6, 2, "Reference", "Status", "Supported", "Justification");
              row(s, 9, 2, "Provision 5.1-1", "", "Ja", "je Gerät eines");
              row(s, 11, 2, "5.2\u20111", "", "oui", "page publique");
              row(s, 12, 2, "Prov. 5.3-1:", "", "n.a.", "fixed");
              row(s, 13, 2, "6-3a", "", "はい", "told");
            });
    assertThat(answers())
        .containsExactly(
            "5.1-1 Y je Gerät eines", "5.2-1 Y page publique", "5.3-1 N/A fixed", "6-3A Y told");
    assertThat(told).containsExactly("PLB-9520 own.xlsx!ICS:3:4");
  }

  @Test
  void theNumbersOfProvisionsAreFoundWhateverStandsOverThem() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("ICS");
              row(s, 0, 0, "Clause", "Requirement", "Implemented?", "Remarks");
              row(s, 1, 0, "5.1-1", "Passwords", "yes", "one each");
              row(s, 2, 0, "Provision 5.2-1", "Policy", "no", "like 5.1-1");
              row(s, 3, 0, "5.2-2", "Times", "no", "5.1-1");
            });
    assertThat(answers())
        .containsExactly("5.1-1 Y one each", "5.2-1 N like 5.1-1", "5.2-2 N 5.1-1");
    assertThat(told)
        .containsExactlyInAnyOrder(
            "PLB-9530 own.xlsx!ICS:1:1",
            "PLB-9530 own.xlsx!ICS:1:3",
            "PLB-9520 own.xlsx!ICS:1:2",
            "PLB-9520 own.xlsx!ICS:2:2",
            "PLB-9520 own.xlsx!ICS:3:2",
            "PLB-9520 own.xlsx!ICS:4:2");
  }

  @Test
  void aHeadingInTwoLanguagesIsTheColumnThatOneOfThemNames() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("IXIT 1-AuthMech");
              row(
                  s,
                  0,
                  0,
                  "ID",
                  "Beschreibung / Description",
                  "Brute Force Prevention",
                  "Status / Type");
              row(s, 1, 0, "Web", "login page", "slow down", "on");
            });
    IxitEntry entry = dossier.open().ixit().entry("1-AuthMech/Web").orElseThrow();
    assertThat(entry.text("description")).isEqualTo("login page");
    assertThat(told)
        .containsExactlyInAnyOrder(
            "PLB-9530 own.xlsx!IXIT 1-AuthMech:1:2",
            "PLB-9520 own.xlsx!IXIT 1-AuthMech:1:4",
            "PLB-9520 own.xlsx!IXIT 1-AuthMech:2:4");
  }

  @Test
  void anAnswerInOtherWordsIsRefusedAndNotGuessed() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("ICS");
              row(s, 0, 0, "Provision", "Support", "Detail");
              row(s, 1, 0, "5.1-1", "partially", "some");
              row(s, 2, 0, "5.1-2", "Yes, mostly", "");
              row(s, 3, 0, "9.9-9", "Y", "no such");
              row(s, 4, 0, "5.1-3", "", "no answer");
            });
    assertThat(answers()).isEmpty();
    assertThat(told)
        .containsExactlyInAnyOrder(
            "PLB-9521 own.xlsx!ICS:2:2",
            "PLB-9521 own.xlsx!ICS:2:3",
            "PLB-9521 own.xlsx!ICS:3:2",
            "PLB-9521 own.xlsx!ICS:4:1",
            "PLB-9520 own.xlsx!ICS:4:2",
            "PLB-9520 own.xlsx!ICS:4:3",
            "PLB-9521 own.xlsx!ICS:5:3");
  }

  @Test
  void aRenamedHeadingIsAGuessThatIsTold() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("Table 1-AuthMech");
              row(s, 0, 0, "ID", "Descripton", "Auth. Factor", "Brute Force Prevention", "Owner");
              row(s, 1, 0, "Web", "login page", "token", "slow down", "me");
            });
    IxitEntry entry = dossier.open().ixit().entry("1-AuthMech/Web").orElseThrow();
    assertThat(entry.text("description")).isEqualTo("login page");
    assertThat(entry.text("bruteForcePrevention")).isEqualTo("slow down");
    assertThat(told)
        .contains("PLB-9530 own.xlsx!Table 1-AuthMech:1:2")
        .contains("PLB-9520 own.xlsx!Table 1-AuthMech:1:5")
        .contains("PLB-9520 own.xlsx!Table 1-AuthMech:2:5");
    if (entry.cell("authenticationFactor").isEmpty()) {
      assertThat(told).contains("PLB-9520 own.xlsx!Table 1-AuthMech:2:3");
    }
  }

  @Test
  void aTableIsKnownByItsHeadingsAndThatIsTold() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("Sheet1");
              row(s, 0, 0, "ID", "Description", "Type", "Status", "Debug Interface", "Protection");
              row(s, 1, 0, "USB", "power", "physical port", "Enabled", "nein", "none");
            });
    IxitEntry entry = dossier.open().ixit().entry("15-PhyIntf/USB").orElseThrow();
    assertThat(entry.flag("debugInterface")).contains(false);
    assertThat(entry.text("status")).isEqualTo("enabled");
    assertThat(told).containsExactly("PLB-9530 own.xlsx!Sheet1:1:1");
  }

  @Test
  void anEntryOverMergedRowsIsOneEntry() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("7-UpdMech");
              row(s, 0, 0, "ID", "Description");
              row(s, 1, 0, "Air", "over the air");
              row(s, 2, 0, "", "and by cable");
              row(s, 3, 0, "Card", "same");
              s.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            });
    assertThat(dossier.open().ixit().entries("7-UpdMech")).hasSize(2);
    assertThat(dossier.open().ixit().entry("7-UpdMech/Air").orElseThrow().text("description"))
        .isEqualTo("over the air\nand by cable");
    assertThat(told).containsExactly("PLB-9530 own.xlsx!7-UpdMech:3:2");
  }

  @Test
  void aValueOverMergedRowsHoldsForEachOfThem() {
    takes(
        b -> {
          XSSFSheet s = b.createSheet("7-UpdMech");
          row(s, 0, 0, "ID", "Description");
          row(s, 1, 0, "Air", "signed");
          row(s, 2, 0, "Card");
          s.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        });
    assertThat(dossier.open().ixit().entry("7-UpdMech/Card").orElseThrow().text("description"))
        .isEqualTo("signed");
  }

  @Test
  void rowsWithoutNameOrWithABadOneAreNamedAndTold() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("6-SoftComp");
              row(s, 0, 0, "ID", "Description", "Update Mechanism");
              row(s, 1, 0, "Boot loader", "starts", "Air, Card");
              row(s, 2, 0, "", "kernel", "Air");
            });
    assertThat(dossier.open().ixit().entries("6-SoftComp"))
        .extracting(IxitEntry::id)
        .containsExactly("Boot-loader", "SoftComp-row-2");
    assertThat(
            dossier
                .open()
                .ixit()
                .entry("6-SoftComp/Boot-loader")
                .orElseThrow()
                .texts("updateMechanism"))
        .containsExactly("Air", "Card");
    assertThat(told)
        .containsExactly("PLB-9530 own.xlsx!6-SoftComp:2:1", "PLB-9530 own.xlsx!6-SoftComp:3:2");
  }

  @Test
  void yesWithWordsBehindItIsReadAndTheWordsAreKept() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("15-PhyIntf");
              row(s, 0, 0, "ID", "Description", "Debug Interface");
              row(s, 1, 0, "SWD", "pads", "Yes (factory only)");
              row(s, 2, 0, "USB", "power", "perhaps");
            });
    assertThat(dossier.open().ixit().entry("15-PhyIntf/SWD").orElseThrow().flag("debugInterface"))
        .contains(true);
    assertThat(dossier.open().ixit().entry("15-PhyIntf/USB").orElseThrow().text("debugInterface"))
        .isEqualTo("perhaps");
    assertThat(told)
        .containsExactly("PLB-9534 own.xlsx!15-PhyIntf:2:3", "PLB-9530 own.xlsx!15-PhyIntf:3:3");
    assertThat(dossier.open().ixit().entry("15-PhyIntf/SWD").orElseThrow().remark("debugInterface"))
        .isEqualTo("Yes (factory only)");
  }

  @Test
  void aWorkbookThatIsNothingOfOursIsRefused() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("Prices");
              row(s, 0, 0, "Part", "Euro");
              row(s, 1, 0, "Case", "3");
            });
    assertThat(told).containsExactly("PLB-9510 own.xlsx");
  }

  @Test
  void oneStatementSaidTwiceInTwoWaysIsRefused() {
    List<String> told =
        takes(
            b -> {
              XSSFSheet s = b.createSheet("ICS");
              row(s, 0, 0, "Provision", "Support", "Detail");
              row(s, 1, 0, "5.1-1", "Y", "one");
              row(s, 2, 0, "5.1-1", "N", "one");
            });
    assertThat(dossier.open().ics().answers().values())
        .extracting(IcsAnswer::support)
        .containsExactly(Support.YES);
    assertThat(told).containsExactly("PLB-9521 own.xlsx!ICS:3:2");
  }
}
