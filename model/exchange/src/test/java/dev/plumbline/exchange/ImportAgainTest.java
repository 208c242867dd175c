package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.folder.DossierWriter.ChangedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing again: what was corrected here stays, what the file changed comes. */
class ImportAgainTest {
  private static final String TABLE =
      """
      # IXIT 6-SoftComp: Software Components

      ## SoftComp-App: Application

      ### Description
      Own code.

      ### Update Mechanism
      `UpdMech-1`, each night

      ## SoftComp-Boot: Boot code

      ### Description
      Starts it.
      """;
  private static final String FILE = "ixit/6-SoftComp.yaml";

  @TempDir private Path directory;
  private ExampleDossier dossier = new ExampleDossier(Path.of(""));

  @BeforeEach
  void first() throws IOException {
    dossier =
        ExampleDossier.blank(directory.resolve("dossier"), EditionId.named("3.1.3"))
            .with("ixit/7-UpdMech.yaml", "table: 7-UpdMech\nentries:\n  - id: UpdMech-1\n");
    bring(TABLE, Conflict.Side.DOSSIER);
  }

  private DossierUpdate.Changes bring(String text, Conflict.Side side) throws IOException {
    return bring(text, CellMerge.Choice.usual(side));
  }

  private DossierUpdate.Changes bring(String text, CellMerge.Choice choice) throws IOException {
    DossierUpdate.Changes changes = changes(text, choice);
    changes.write(dossier.folder());
    return changes;
  }

  private DossierUpdate.Changes changes(String text, CellMerge.Choice choice) throws IOException {
    Path file = Files.writeString(directory.resolve("table.md"), text);
    Problems problems = new Problems();
    Delivery delivery =
        Delivery.read(
                file,
                Optional.of(EditionId.named("3.1.3")),
                java.util.Map.of("7-UpdMech", java.util.Set.of("UpdMech-1")),
                problems)
            .orElseThrow();
    return DossierUpdate.of(delivery, dossier.folder(), choice, problems);
  }

  private void corrected(String from, String to) {
    String text = dossier.text(FILE);
    assertThat(text).contains(from);
    dossier.with(FILE, text.replace(from, to));
  }

  private IxitEntry app() {
    return dossier.open().ixit().entry("6-SoftComp/SoftComp-App").orElseThrow();
  }

  @Test
  void whatAColleagueWroteWhileAFileWasReadIsNotOverwritten() throws IOException {
    DossierUpdate.Changes changes =
        changes(
            TABLE.replace("Own code.", "Our own code."),
            CellMerge.Choice.usual(Conflict.Side.FILE));
    assertThat(changes.files()).containsKey(FILE);
    corrected("Starts it.", "Starts and checks it.");
    String now = dossier.text(FILE);
    assertThatThrownBy(() -> changes.write(dossier.folder()))
        .isInstanceOf(ChangedFileException.class)
        .hasMessageContaining(FILE);
    assertThat(dossier.text(FILE)).isEqualTo(now);
  }

  @Test
  void theSameFileChangesNothing() throws IOException {
    DossierUpdate.Changes again = bring(TABLE, Conflict.Side.DOSSIER);
    assertThat(again.files()).isEmpty();
    assertThat(again.changes()).isEmpty();
    assertThat(app().texts("updateMechanism")).containsExactly("UpdMech-1");
    assertThat(app().remark("updateMechanism")).isEqualTo("UpdMech-1, each night");
  }

  @Test
  void whatWasCorrectedHereStays() throws IOException {
    corrected("Starts it.", "Starts and verifies it.");
    DossierUpdate.Changes again = bring(TABLE, Conflict.Side.DOSSIER);
    assertThat(again.changes()).isEmpty();
    assertThat(again.mended()).containsExactly("6-SoftComp SoftComp-Boot description");
    assertThat(dossier.text(FILE)).contains("Starts and verifies it.");
  }

  @Test
  void whatTheFileChangedComes() throws IOException {
    corrected("Starts it.", "Starts and verifies it.");
    DossierUpdate.Changes again =
        bring(TABLE.replace("Own code.", "Our code."), Conflict.Side.DOSSIER);
    assertThat(again.changes()).containsExactly("6-SoftComp SoftComp-App description");
    assertThat(app().text("description")).isEqualTo("Application\nOur code.");
    assertThat(dossier.text(FILE)).contains("Starts and verifies it.");
  }

  @Test
  void whatBothChangedIsShownSideBySideUntilOneIsTaken() throws IOException {
    corrected("Own code.", "Code of ours.");
    String theirs = TABLE.replace("Own code.", "Our code.");
    for (int i = 0; i < 2; i++) {
      assertThat(bring(theirs, Conflict.Side.DOSSIER).conflicts())
          .singleElement()
          .satisfies(
              c -> {
                assertThat(c.row() + " " + c.key()).isEqualTo("SoftComp-App description");
                assertThat(c.before()).isEqualTo("Application\nOwn code.");
                assertThat(c.mine()).isEqualTo("Application\nCode of ours.");
                assertThat(c.theirs()).isEqualTo("Application\nOur code.");
              });
    }
    assertThat(app().text("description")).contains("Code of ours.");
    assertThat(bring(theirs, Conflict.Side.FILE).conflicts()).isEmpty();
    assertThat(app().text("description")).contains("Our code.");
    assertThat(bring(theirs, Conflict.Side.DOSSIER).changes()).isEmpty();
  }

  @Test
  void aPersonChoosesForEachCellAndIsNotAskedAgain() throws IOException {
    corrected("Own code.", "Code of ours.");
    corrected("Starts it.", "Starts and verifies it.");
    String theirs = TABLE.replace("Own code.", "Our code.");
    DossierUpdate.Changes chosen =
        bring(
            theirs,
            cell ->
                switch (cell.standing()) {
                  case BOTH_CHANGED -> CellMerge.Taken.DOSSIER;
                  case DOSSIER_CHANGED -> CellMerge.Taken.FILE;
                  case FILE_CHANGED -> CellMerge.Taken.NEITHER;
                });
    assertThat(chosen.cells())
        .extracting(c -> c.row() + " " + c.standing() + ": " + c.before())
        .containsExactly(
            "SoftComp-App BOTH_CHANGED: Application\nOwn code.",
            "SoftComp-Boot DOSSIER_CHANGED: Boot code\nStarts it.");
    assertThat(chosen.conflicts()).isEmpty();
    assertThat(dossier.text(FILE)).contains("Code of ours.", "Starts it.");
    DossierUpdate.Changes again = bring(theirs, Conflict.Side.FILE);
    assertThat(again.changes()).isEmpty();
    assertThat(again.mended()).containsExactly("6-SoftComp SoftComp-App description");
  }

  @Test
  void aRowThatWasTakenOutHereStaysOut() throws IOException {
    String text = dossier.text(FILE);
    dossier.with(FILE, text.substring(0, text.indexOf("  - id: SoftComp-Boot")));
    DossierUpdate.Changes again = bring(TABLE, Conflict.Side.DOSSIER);
    assertThat(again.changes()).isEmpty();
    assertThat(again.mended()).containsExactly("6-SoftComp SoftComp-Boot");
  }
}
