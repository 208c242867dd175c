package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build held against a result of before, and what accepted risks change in it. */
class BaselineTest {
  /** A conceptual unit of the smart lock that a person decides. */
  private static final String ITEM = "5.3-8-1a@8-UpdProc/UpdProc-1";

  @TempDir private Path directory;

  private Path lock() throws IOException {
    return Repository.copyOfExample("smart-lock", directory.resolve("lock"));
  }

  private Path baseline(Path dossier) {
    Cli.run("report", dossier, "--only", "json", "--out", directory.resolve("before"));
    return directory.resolve("before/result.json");
  }

  private Cli assess(Path dossier, Object... more) {
    Object[] args = new Object[more.length + 5];
    args[0] = "assess";
    args[1] = dossier;
    args[2] = "--without-device";
    args[3] = "--out";
    args[4] = directory.resolve("now");
    System.arraycopy(more, 0, args, 5, more.length);
    return Cli.run(args);
  }

  private static void decide(Path dossier, String verdict) {
    Cli.run("decide", dossier, ITEM, "--verdict", verdict, "--by", "A. Maker", "--because", "seen")
        .ends(0);
  }

  private String written(String file) throws IOException {
    return Files.readString(directory.resolve("now").resolve(file));
  }

  @Test
  void whatIsAsBeforeEndsWith0AlthoughMuchIsOpen() throws IOException {
    Path dossier = lock();
    Cli same = assess(dossier, "--baseline", baseline(dossier)).ends(0);
    assertThat(same.out()).contains("INCONCLUSIVE", "Got worse: nothing.", "Got better: nothing.");
    assess(dossier).ends(11);
  }

  @Test
  void aNewFailEndsWith10AndADecisionTakenBackWith11() throws IOException {
    Path dossier = lock();
    decide(dossier, "PASS");
    Path before = baseline(dossier);
    decide(dossier, "INCONCLUSIVE");
    assertThat(assess(dossier, "--baseline", before).ends(11).out()).contains("Got worse: 1");
    decide(dossier, "FAIL");
    Cli failed = assess(dossier, "--baseline", before).ends(10);
    assertThat(failed.out()).contains(ITEM + "  Was PASS, is FAIL.");
  }

  @Test
  void anOldFailIsToldAndDoesNotCount() throws IOException {
    Path dossier = lock();
    decide(dossier, "FAIL");
    Cli same = assess(dossier, "--baseline", baseline(dossier)).ends(0);
    assertThat(same.out()).contains(": FAIL", "Got worse: nothing.");
    assess(dossier).ends(10);
  }

  @Test
  void anAcceptedRiskStaysAFailEverywhereAndCountsOnlyWhenAsked() throws IOException {
    Path dossier = lock();
    Path before = baseline(dossier);
    decide(dossier, "FAIL");
    Cli.run(
            "waive",
            dossier,
            ITEM,
            "--because",
            "Units in our halls.",
            "--until",
            "9999-12-31",
            "--by",
            "B. Owner")
        .ends(0);
    assess(dossier).ends(10);
    assess(dossier, "--baseline", before).ends(10);
    Cli honoured = assess(dossier, "--baseline", before, "--honour-waivers").ends(0);
    assertThat(honoured.out()).contains("does not count for the exit code", "Units in our halls.");
    assertThat(written("junit.xml")).contains("<failure").contains("accepted by B. Owner");
    assertThat(written("result.json")).contains("\"in-force\"").contains("\"FAIL\"");
    assertThat(written("report.html")).contains("Accepted risks", "accepted by B. Owner");
    assertThat(Cli.run("status", dossier).out()).contains(": FAIL", "Accepted risk " + ITEM);
    assertThat(Cli.run("explain", dossier, ITEM).out()).contains(": FAIL", "stays a FAIL");
  }

  @Test
  void onlyWhatFailsCanBeWaivedAndOnlyUntilADayToCome() throws IOException {
    Path dossier = lock();
    Object[] waive = {
      "waive", dossier, ITEM, "--because", "x", "--by", "B.", "--until", "9999-12-31"
    };
    assertThat(Cli.run(waive).ends(2).complainsInWords().err()).contains("does not FAIL");
    waive[8] = "2020-01-31";
    assertThat(Cli.run(waive).ends(2).complainsInWords().err()).contains("has passed");
    waive[8] = "soon";
    Cli.run(waive).ends(2).complainsInWords();
    assess(dossier, "--honour-waivers").ends(2).complainsInWords();
  }

  @Test
  void aBaselineThatFitsNotIsRefusedBeforeAnythingIsSent() throws IOException {
    Path dossier = lock();
    Path other = Repository.copyOfExample("sensor-tag", directory.resolve("tag"));
    Path old = Repository.copyOfExample("sensor-tag-2.1.1", directory.resolve("old"));
    assess(dossier, "--baseline", baseline(other)).ends(2).complainsInWords();
    assess(dossier, "--baseline", baseline(old)).ends(2).complainsInWords();
    assess(dossier, "--baseline", directory.resolve("none.json")).ends(2).complainsInWords();
    Path text = Files.writeString(directory.resolve("text.json"), "PASS");
    assess(dossier, "--baseline", text).ends(2).complainsInWords();
    assertThat(directory.resolve("now")).doesNotExist();
  }
}
