package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.Judged;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dossier that version 0.1 tested and people decided on (the demo of the sensor tag, a decision
 * and confirmations) is whole for every later version. It is never written anew: where this fails,
 * dossiers of users fail too.
 */
class UpgradeTest {
  private static final LocalDate DAY = LocalDate.parse("2026-12-01");
  private static final int OBSERVATIONS = 130;
  private static final int PIECES_OF_EVIDENCE = 35;
  private static final int DECISIONS = 30;

  @TempDir private Path directory;
  private Path copy = Path.of("");

  @BeforeEach
  void copy() throws Exception {
    Path old = Repository.at("verification/acceptance/src/test/resources/release/dossier-0.1");
    copy = Repository.copy(old, directory.resolve("old"));
  }

  private Workspace open() {
    Opened opened = Workspace.open(copy, DAY);
    assertThat(opened.problems()).noneMatch(p -> p.severity() == Severity.ERROR);
    return opened.workspace().orElseThrow();
  }

  @Test
  void itOpensWithItsWholeRecord() {
    Dossier dossier = open().dossier();

    assertThat(dossier.observations()).hasSize(OBSERVATIONS);
    assertThat(dossier.evidence()).hasSize(PIECES_OF_EVIDENCE);
    assertThat(dossier.decisions()).hasSize(DECISIONS);
    assertThat(dossier.unbacked()).isEmpty();
  }

  @Test
  void whatPeopleDecidedCounts() {
    Workspace workspace = open();
    List<Judged> decided =
        new Assessor(workspace.catalogue())
            .judge(workspace.dossier(), CryptoPolicies.load(), DAY)
            .items()
            .filter(item -> item.by() == DecidedBy.ASSESSOR)
            .toList();

    assertThat(decided).anyMatch(item -> item.item().id().toString().equals("5.8-3-1a@DUT"));
  }

  @Test
  void itIsContinuedAsItIs() {
    Cli.run(
            "decide",
            copy,
            "5.8-3-1a@DUT",
            "--verdict",
            "PASS",
            "--by",
            "B. Assessor",
            "--because",
            "The manual was read again.")
        .ends(0);

    assertThat(open().dossier().decisions()).hasSize(DECISIONS + 1);
    assertThat(Cli.run("report", copy, "--out", directory.resolve("report")).code())
        .isIn(0, 10, 11);
  }
}
