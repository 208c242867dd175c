package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TouchedEvidenceTest {
  private static final String ITEM = "5.6-3-2a@DUT";

  @TempDir Path directory;
  private Path dossier;
  private Path file;

  @BeforeEach
  void decidedWithEvidence() throws IOException {
    dossier = Copies.of("sound-camera", directory.resolve("camera"));
    Path photo = Files.writeString(directory.resolve("look.txt"), "No connector outside.");
    Ran decided =
        Ran.of(
            "decide",
            dossier.toString(),
            ITEM,
            "--verdict",
            "PASS",
            "--by",
            "A. Assessor",
            "--because",
            "No connector is reachable.",
            "--evidence",
            photo.toString());
    assertThat(decided.out()).as(decided.err()).contains(ITEM + " is now PASS");
    try (Stream<Path> kept = Files.list(dossier.resolve("evidence"))) {
      file = kept.findFirst().orElseThrow();
    }
  }

  @Test
  void evidence_as_it_was_lets_the_decision_count() {
    assertThat(Ran.of("check", dossier.toString()).code()).isZero();
    assertThat(Ran.of("judge", dossier.toString()).code()).isEqualTo(11);
    assertThat(Ran.of("explain", dossier.toString(), ITEM).out()).contains("PASS");
  }

  @Test
  void a_changed_file_is_an_error_everywhere_and_its_decision_does_not_count() throws IOException {
    Files.writeString(file, "No connector outsidE.");

    toldEverywhere("PLB-1052", "was changed");
  }

  @Test
  void a_removed_file_is_an_error_everywhere_and_its_decision_does_not_count() throws IOException {
    Files.delete(file);

    toldEverywhere("PLB-1051", "is missing");
  }

  @Test
  void evidence_that_was_removed_with_its_entry_is_an_error_everywhere() throws IOException {
    Files.delete(file);
    Files.delete(dossier.resolve("evidence.yaml"));

    toldEverywhere("PLB-1065", "evidence.yaml does not list");
  }

  private void toldEverywhere(String id, String why) throws IOException {
    Path out = directory.resolve("out");
    List<Ran> all =
        List.of(
            Ran.of("check", dossier.toString()),
            Ran.of("judge", dossier.toString()),
            Ran.of("status", dossier.toString()),
            Ran.of("report", dossier.toString(), "--out", out.toString()),
            Ran.of("assess", dossier.toString(), "--without-device", "--out", out.toString()));
    assertThat(all).extracting(Ran::code).containsOnly(12);
    assertThat(all).allMatch(r -> (r.out() + r.err()).contains(id));
    assertThat(Ran.of("explain", dossier.toString(), ITEM).out())
        .contains("INCONCLUSIVE", "The decision of A. Assessor does not count", why);
    for (String page : List.of("report.html", "result.json", "summary.md")) {
      assertThat(Files.readString(out.resolve(page)))
          .contains("The record is not as it was written", why);
    }
  }
}
