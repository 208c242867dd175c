package dev.plumbline.dossier.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.DossierOnDisk;
import dev.plumbline.dossier.JournalSamples;
import dev.plumbline.dossier.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedEvidenceTest {
  private static final String BOARD = Digest.of("board").hex();

  @TempDir Path directory;
  private DossierOnDisk disk;

  @BeforeEach
  void recorded() throws IOException {
    disk = DossierOnDisk.in(directory);
    try (DossierWriter writer = disk.folder().write()) {
      writer.appendObservations(
          List.of(JournalSamples.observation(1), JournalSamples.observation(2)));
      writer.appendDecisions(
          List.of(
              new Decision(
                  ItemId.parse("5.1-1-1a@A-1"),
                  new Finding.Holds("seen"),
                  "A. Tester",
                  Instant.EPOCH,
                  Digest.of("basis"),
                  List.of(Digest.of("board")))));
    }
  }

  @Test
  void what_is_as_it_was_counts() {
    assertThat(disk.problems()).isEmpty();
    assertThat(disk.dossier().unbacked()).isEmpty();
    assertThat(disk.dossier().observations()).allMatch(Observation::seen);
  }

  @Test
  void a_changed_file_is_told_and_answers_nothing() throws IOException {
    Files.writeString(directory.resolve("evidence/photo.txt"), "bored");

    assertThat(disk.problems()).containsExactly("PLB-1052 evidence.yaml:3:3");
    nothingRestsOnIt("its evidence evidence/photo.txt was changed");
  }

  @Test
  void a_missing_file_is_told_and_answers_nothing() throws IOException {
    Files.delete(directory.resolve("evidence/photo.txt"));

    assertThat(disk.problems()).contains("PLB-1051 evidence.yaml:3:3");
    nothingRestsOnIt("its evidence evidence/photo.txt is missing");
  }

  @Test
  void a_record_whose_evidence_is_not_listed_is_told_once_and_answers_nothing() throws IOException {
    Files.writeString(directory.resolve("evidence.yaml"), "files: []\n");

    assertThat(disk.problems())
        .contains("PLB-1065 record/observations.jsonl:1")
        .noneMatch(p -> p.contains("decisions.jsonl"));
    nothingRestsOnIt("evidence.yaml does not list its evidence evidence/" + BOARD);
  }

  @Test
  void evidence_of_the_same_length_with_one_other_bit_is_told() throws IOException {
    Files.writeString(directory.resolve("evidence/photo.txt"), "boare");

    assertThat(disk.problems()).containsExactly("PLB-1052 evidence.yaml:3:3");
  }

  private void nothingRestsOnIt(String why) {
    Dossier dossier = disk.open(new Problems()).orElseThrow();
    assertThat(dossier.unbacked()).containsExactly(java.util.Map.entry(BOARD, why));
    assertThat(dossier.evidence()).doesNotContainKey(BOARD);
    assertThat(dossier.observations()).hasSize(2).noneMatch(Observation::seen);
    assertThat(dossier.observations())
        .allMatch(o -> o.reason().startsWith(why) && o.evidence().isEmpty());
  }
}
