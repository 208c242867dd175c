package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckSinceTest {
  @TempDir Path directory;
  private Path dossier;
  private Path decisions;
  private Path report;

  @BeforeEach
  void decidedAndReported() throws IOException {
    dossier = Copies.of("sound-camera", directory.resolve("camera"));
    decide("No connector is reachable.");
    decide("No connector is reachable, looked at twice.");
    decisions = dossier.resolve("record/decisions.jsonl");
    Ran.of("report", dossier.toString(), "--format", "json,html", "--out", directory.toString());
    report = directory.resolve("result.json");
  }

  @Test
  void a_record_that_only_grew_is_sound() {
    assertThat(since().code()).isZero();
    decide("Looked at a third time.");
    assertThat(since().code()).isZero();
  }

  @Test
  void report_page_and_status_hold_heads_and_lengths() throws IOException {
    assertThat(Files.readString(directory.resolve("report.html")))
        .contains("Journal record/decisions.jsonl", "2 lines");
    assertThat(Ran.of("status", dossier.toString()).out())
        .contains("record/decisions.jsonl: 2 lines");
  }

  @Test
  void the_last_line_edited_is_told_by_its_signature_and_by_the_report() throws IOException {
    Copies.edit(decisions, "looked at twice", "looked at never");

    assertThat(Ran.of("check", dossier.toString()).out()).contains("PLB-1075");
    told("PLB-1066");
  }

  @Test
  void the_tail_dropped_is_told_by_the_report_alone() throws IOException {
    Files.write(decisions, Files.readAllLines(decisions).subList(0, 1));

    assertThat(Ran.of("check", dossier.toString()).code()).isZero();
    told("PLB-1067");
  }

  @Test
  void the_journal_removed_is_told_by_the_report_alone() throws IOException {
    Files.delete(decisions);

    assertThat(Ran.of("check", dossier.toString()).code()).isZero();
    told("PLB-1068");
  }

  @Test
  void what_is_no_report_of_this_product_is_refused() throws IOException {
    Path other = Files.writeString(directory.resolve("other.json"), "{}");
    assertThat(Ran.of("check", dossier.toString(), "--since", other.toString()).code())
        .isEqualTo(2);

    List<String> lines = Files.readAllLines(report);
    lines.replaceAll(l -> l.contains("\"model\"") ? "\"model\" : \"another\"," : l);
    Files.write(report, lines);
    assertThat(since().code()).isEqualTo(2);
    assertThat(since().err()).contains("not of this product");
  }

  private void told(String id) {
    Ran ran = since();
    assertThat(ran.code()).isEqualTo(12);
    assertThat(ran.out()).contains(id, "record/decisions.jsonl");
  }

  private Ran since() {
    return Ran.of("check", dossier.toString(), "--since", report.toString());
  }

  private void decide(String because) {
    Ran decided =
        Ran.of(
            "decide",
            dossier.toString(),
            "5.6-3-2a@DUT",
            "--verdict",
            "FAIL",
            "--by",
            "A. Assessor",
            "--because",
            because);
    assertThat(decided.code()).as(decided.err()).isZero();
  }
}
