package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  private static final String ROW =
      """
      table: 28-LogIntf
      entries:
        - id: LogIntf-1
          protocol: https
          endpoints: [tcp/8443]
      """;
  private static final String ORIGIN =
      "    drafted: {endpoints: {value: [tcp/8443], from: tcp.open-ports of the device}}\n";

  @TempDir private Path directory;
  private final Problems problems = new Problems();

  private List<IxitEntry> rows(String text) {
    return DossierOnDisk.in(directory)
        .with("ixit/28-LogIntf.yaml", text)
        .folder()
        .open(problems)
        .orElseThrow()
        .ixit()
        .entries("28-LogIntf");
  }

  @Test
  void aProposedCellIsNoCellAndIsTold() {
    IxitEntry row = rows(ROW + "    proposed: [endpoints]\n").getFirst();
    assertThat(row.cells()).containsOnlyKeys("id", "protocol");
    assertThat(row.draft().proposed()).containsExactly("endpoints");
    assertThat(problems.sorted())
        .filteredOn(p -> p.id().equals("PLB-1035"))
        .extracting(Problem::what)
        .containsExactly(
            "28-LogIntf/LogIntf-1 has cells that are proposed and not declared: endpoints.");
  }

  @Test
  void aRowOfWhichAllIsProposedIsNoRow() {
    assertThat(rows(ROW + "    proposed: [endpoints, protocol]\n")).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::id).contains("PLB-1035");
  }

  @Test
  void aNameThatNoCellHasIsNotProposed() {
    IxitEntry row = rows(ROW + "    proposed: [paths]\n").getFirst();
    assertThat(row.cells()).containsKeys("endpoints", "protocol");
    assertThat(problems.sorted()).extracting(Problem::id).doesNotContain("PLB-1035");
  }

  @Test
  void aDraftedValueIsToldUntilItIsChanged() {
    assertThat(rows(ROW + ORIGIN).getFirst().drafted())
        .isEqualTo(Map.of("endpoints", "tcp.open-ports of the device"));
    assertThat(rows(ROW.replace("8443", "443") + ORIGIN).getFirst().drafted()).isEmpty();
    assertThat(rows(ROW).getFirst().drafted()).isEmpty();
  }

  @Test
  void whatWasDraftedChangesWhatDecisionsRestOn() {
    IxitEntry written = rows(ROW).getFirst();
    assertThat(rows(ROW + ORIGIN).getFirst().digest()).isNotEqualTo(written.digest());
  }
}
