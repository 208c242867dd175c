package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many verdicts of a person, out and in as a table. */
class VerdictTablesTest {
  private static final String BLANK = "\n5.6-3-2a,DUT,,,";
  private static final String FILLED = "\n5.6-3-2a,DUT,PASS,No connector shows.,A. Assessor";

  @TempDir private Path directory;
  private Path dossier = Path.of("");
  private Path table = Path.of("");

  @BeforeEach
  void exported() throws IOException {
    dossier = Repository.copyOfExample("smart-lock", directory.resolve("lock"));
    table = directory.resolve("verdicts.csv");
    assertThat(export().out()).containsPattern("Wrote \\d+ items to ");
  }

  private Cli export() {
    return Cli.run("export", dossier, "--verdicts", "-o", table).ends(0);
  }

  private void fill(String blank, String filled) throws IOException {
    String text = Files.readString(table);
    assertThat(text).contains(blank);
    Files.writeString(table, text.replace(blank, filled));
  }

  private Path journal() {
    return dossier.resolve("record/decisions.jsonl");
  }

  @Test
  void anExportedTableComesBackAsDecisions() throws IOException {
    fill(BLANK, FILLED);
    Cli dry = Cli.run("decide", dossier, "--from", table, "--dry-run").ends(0);
    assertThat(dry.out()).contains("Would record 1 decision of A. Assessor.");
    assertThat(journal()).doesNotExist();

    Cli decided = Cli.run("decide", dossier, "--from", table).ends(0);
    assertThat(decided.out()).contains("Recorded 1 decision of A. Assessor.");
    assertThat(Files.readString(journal())).contains("5.6-3-2a@DUT", "No connector shows.");

    export();
    assertThat(Files.readString(table)).contains(FILLED);
    Cli again = Cli.run("decide", dossier, "--from", table).ends(0);
    assertThat(again.out()).contains("1 stand on record already");
    assertThat(Files.readAllLines(journal())).hasSize(1);
  }

  @Test
  void oneRowThatCannotBeRecordedStopsAllUnlessAPartIsWanted() throws IOException {
    fill(BLANK, FILLED);
    fill("\n5.6-3-2b,DUT,,,", "\n5.6-3-2b,DUT,PASS,,A. Assessor");
    Cli all = Cli.run("decide", dossier, "--from", table).ends(12);
    assertThat(all.out()).contains("PLB-9555", "Nothing was recorded.");
    assertThat(journal()).doesNotExist();

    Cli part = Cli.run("decide", dossier, "--from", table, "--partial").ends(12);
    assertThat(part.out()).contains("Recorded 1 decision");
    assertThat(Files.readAllLines(journal())).hasSize(1);
  }

  @Test
  void aFailOfAPersonIsExplainedWithItsReason() throws IOException {
    fill(
        "\n5.6-3-1b,15-PhyIntf/PhyIntf-2,,,",
        "\n5.6-3-1b,15-PhyIntf/PhyIntf-2,FAIL,The port answers.,A. Assessor");
    assertThat(Cli.run("decide", dossier, "--from", table).ends(0).out())
        .contains("Recorded 1 decision");
    assertThat(Cli.run("explain", dossier, "5.6-3-1b@15-PhyIntf/PhyIntf-2").out())
        .contains("The port answers.", "A. Assessor");
  }

  @Test
  void whatFileAndDossierBothChangedIsTheFilesWithTakeFile() throws IOException {
    String told = "WPA2 or WPA3 of the owner's network";
    Path paper = directory.resolve("lock.md");
    Path mine = directory.resolve("mine");
    Cli.run("export", dossier, "--format", "md", "-o", paper).ends(0);
    Cli.run("import-dossier", paper, mine).ends(0);
    Path rows = mine.resolve("ixit/15-PhyIntf.yaml");
    Files.writeString(rows, Files.readString(rows).replace(told, "WPA3 alone, mended here"));
    Files.writeString(paper, Files.readString(paper).replace(told, "WPA2, changed there"));

    Cli refused = Cli.run("import-dossier", paper, mine).ends(12);
    assertThat(refused.out()).contains("WPA3 alone, mended here", "WPA2, changed there");
    assertThat(Files.readString(rows)).contains("mended here").doesNotContain("changed there");

    Cli.run("import-dossier", paper, mine, "--take-file").ends(0);
    assertThat(Files.readString(rows)).contains("changed there").doesNotContain("mended here");
  }
}
