package dev.plumbline.app.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.folder.DossierWriter.ChangedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of a column give its typed fields, once a person accepts them. */
class ProseSourceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);

  @TempDir private Path directory;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(directory.resolve("ixit"));
    Files.writeString(directory.resolve("product.yaml"), "edition: 3.1.3\nproduct:\ntest:\n");
    Files.writeString(directory.resolve("ics.yaml"), "edition: 3.1.3\n");
    Files.writeString(
        directory.resolve("ixit/7-UpdMech.yaml"),
        """
        table: 7-UpdMech
        entries:
          - id: UpdMech-1
            updateChecking: The device asks its server every 24 hours.
            configuration: Users can postpone an update.
            userCanPostpone: false
          - id: UpdMech-2
            updateChecking: Every 6 hours, at night every 12 hours.
        """);
  }

  private Workspace workspace() {
    return Workspace.open(directory, TODAY).workspace().orElseThrow();
  }

  private IxitEntry row() {
    return workspace().dossier().ixit().entry("7-UpdMech/UpdMech-1").orElseThrow();
  }

  @Test
  void whatTheWordsSayOnceIsProposedWhereNobodyWroteIt() {
    assertThat(Drafting.proposals(workspace(), Optional.empty()))
        .containsExactly(
            new Proposal(
                "7-UpdMech",
                "UpdMech-1",
                false,
                "checkIntervalHours",
                24L,
                Certainty.LIKELY,
                "the words of 'updateChecking' in its row",
                false));
  }

  @Test
  void nothingIsWrittenWhereSomebodyChangedTheTableWhileAPersonChose() throws IOException {
    Drafting.Offer offer = Drafting.offer(workspace(), Optional.empty());
    Path table = directory.resolve("ixit/7-UpdMech.yaml");
    Files.writeString(table, Files.readString(table) + "# by a colleague\n");
    String theirs = Files.readString(table);
    assertThatThrownBy(() -> offer.accept(offer.proposals(), false))
        .isInstanceOf(ChangedFileException.class)
        .hasMessageContaining("ixit/7-UpdMech.yaml");
    assertThat(table).hasContent(theirs);
  }

  @Test
  void itIsDeclaredOnlyOnceAPersonConfirmsIt() throws IOException {
    List<Proposal> proposals = Drafting.proposals(workspace(), Optional.empty());
    assertThat(row().cell("checkIntervalHours")).isEmpty();
    Drafting.offer(workspace(), Optional.empty()).accept(proposals, true);
    assertThat(row().cell("checkIntervalHours")).isEmpty();
    assertThat(Drafting.confirm(workspace(), TODAY)).isEqualTo(1);
    assertThat(row().cell("checkIntervalHours").orElseThrow().number()).contains(24L);
  }
}
