package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemarksTest {
  private static final String ROW =
      "table: 6-SoftComp\nentries:\n  - id: C-1\n    updateMechanism: [U-1]\n";

  @TempDir private Path directory;

  private IxitEntry row(String text) {
    return DossierOnDisk.in(directory)
        .with("ixit/6-SoftComp.yaml", text)
        .dossier()
        .ixit()
        .entry("6-SoftComp/C-1")
        .orElseThrow();
  }

  @Test
  void whatStandsBesideACellIsARemarkAndNoCell() {
    IxitEntry row = row(ROW + "    remarks:\n      updateMechanism: U-1, at night.\n");
    assertThat(row.remark("updateMechanism")).isEqualTo("U-1, at night.");
    assertThat(row.cells()).containsOnlyKeys("id", "updateMechanism");
    assertThat(row.remark("description")).isEmpty();
  }

  @Test
  void aChangedRemarkChangesWhatTheRowSays() {
    IxitEntry bare = row(ROW);
    IxitEntry told = row(ROW + "    remarks:\n      id: Kernel\n");
    assertThat(told.digest()).isNotEqualTo(bare.digest());
    assertThat(row(ROW).digest()).isEqualTo(bare.digest());
  }

  @Test
  void remarksWithoutTheirColumnAreAProblem() {
    Problems problems = new Problems();
    DossierOnDisk.in(directory)
        .with("ixit/6-SoftComp.yaml", ROW + "    remarks: at night\n")
        .open(problems);
    assertThat(problems.sorted()).extracting(Problem::id).contains("PLB-1021");
  }
}
