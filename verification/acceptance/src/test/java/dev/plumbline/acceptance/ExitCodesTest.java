package dev.plumbline.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit code alone tells a pipeline where a product stands. */
class ExitCodesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void zeroIsForAProductOfWhichEveryItemPasses(@TempDir Path temporary) throws IOException {
    Path dossier = Repository.copyOfExample("sound-camera", temporary.resolve("camera"));
    decideWhatIsOpen(dossier, List.of());
    Cli judged = Cli.run("judge", dossier).ends(0);
    assertThat(judged.out()).contains("PASS").doesNotContain("INCONCLUSIVE");
  }

  @Test
  void elevenIsForOneOpenItemAmongHundredsThatPass(@TempDir Path temporary) throws IOException {
    Path dossier = Repository.copyOfExample("sound-camera", temporary.resolve("camera"));
    Judged spared = open(assess(dossier)).getFirst();
    decideWhatIsOpen(dossier, List.of(spared));
    assertThat(Cli.run("judge", dossier).ends(11).out()).contains("INCONCLUSIVE");
  }

  @Test
  void tenIsForOneItemThatFails(@TempDir Path temporary) throws IOException {
    Path dossier = Repository.copyOfExample("sound-camera", temporary.resolve("camera"));
    Judged failing = open(assess(dossier)).getFirst();
    decideWhatIsOpen(dossier, List.of(failing));
    Finding violated = new Finding.Violated("seen to fail", "mend it");
    decide(dossier, List.of(failing), violated);
    assertThat(Cli.run("judge", dossier).ends(10).out()).contains("FAIL");
  }

  private static void decideWhatIsOpen(Path dossier, List<Judged> spared) throws IOException {
    List<Judged> open =
        open(assess(dossier)).stream()
            .filter(i -> spared.stream().noneMatch(s -> s.item().id().equals(i.item().id())))
            .toList();
    decide(dossier, open, new Finding.Holds("seen to hold by hand"));
  }

  /** Decides with a piece of evidence; without one, no decision passes what a device does. */
  private static void decide(Path dossier, List<Judged> items, Finding finding) throws IOException {
    Workspace workspace = workspace(dossier);
    EvidenceNote note =
        new EvidenceNote(
            "What was seen by hand",
            "",
            "",
            "",
            "A. Assessor",
            NOW,
            workspace.dossier().product().softwareVersion());
    try (DossierWriter writer = workspace.folder().write()) {
      Digest evidence = writer.storeEvidence("notes".getBytes(UTF_8), note).sha256();
      writer.appendDecisions(
          items.stream()
              .map(
                  i ->
                      new Decision(
                          i.item().id(),
                          finding,
                          "A. Assessor",
                          NOW,
                          i.basisDigest(),
                          List.of(evidence)))
              .toList());
    }
  }

  private static List<Judged> open(Assessment assessment) {
    return assessment.items().filter(i -> i.verdict() == Verdict.INCONCLUSIVE).toList();
  }

  private static Assessment assess(Path dossier) {
    Workspace workspace = workspace(dossier);
    return new Assessor(workspace.catalogue())
        .judge(workspace.dossier(), CryptoPolicies.load(), DAY);
  }

  private static Workspace workspace(Path dossier) {
    return Workspace.open(dossier, DAY).workspace().orElseThrow();
  }
}
