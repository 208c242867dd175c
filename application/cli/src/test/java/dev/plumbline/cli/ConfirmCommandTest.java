package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.Judged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person confirms what was searched: one item or many, after seeing what was looked at. */
class ConfirmCommandTest {
  private static final String ONE = "5.7-1-1a@20-SecBoot/SecBoot-1";
  private static final String OTHER = "5.10-1-1a@DUT";
  private static final String NOT_SEARCHED = "5.1-1-1a@1-AuthMech/AuthMech-1";

  @TempDir private Path folder;
  private Path dossier = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    dossier = Copies.of("sound-camera", folder.resolve("camera"));
  }

  private Ran confirm(String typed, String... more) {
    InputStream usual = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return Ran.of(
          Stream.of(
                  Stream.of("confirm", dossier.toString()),
                  Stream.of(more),
                  Stream.of("--by", "A. Assessor", "--because", "I read the list."))
              .flatMap(s -> s)
              .toArray(String[]::new));
    } finally {
      System.setIn(usual);
    }
  }

  private Assessment judged() {
    LocalDate day = LocalDate.of(2026, 11, 27);
    return AssessedDossier.of(Workspace.open(dossier, day), PolicyChoice.USUAL, day).result();
  }

  private Judged judged(String item) {
    return judged()
        .items()
        .filter(i -> i.item().id().toString().equals(item))
        .findFirst()
        .orElseThrow();
  }

  private List<Judged> searched() {
    return judged().items().filter(i -> i.conclusion() == Conclusion.SEARCHED).toList();
  }

  @Test
  void oneItemIsConfirmedByTheNamedPersonForTheNamedReason() {
    int before = searched().size();
    Ran ran = confirm("", ONE, "--yes");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).endsWith("1 confirmed.\n");
    Judged item = judged(ONE);
    assertThat(item.verdict()).isEqualTo(Verdict.PASS);
    assertThat(item.conclusion()).isEqualTo(Conclusion.CONFIRMED);
    assertThat(item.decision().orElseThrow().by()).isEqualTo("A. Assessor");
    assertThat(item.finding().reason()).isEqualTo("I read the list.");
    assertThat(searched()).hasSize(before - 1);
  }

  @Test
  void manyAreConfirmedByOneCommandAndEachIsShownBefore() {
    List<Judged> before = searched();
    Ran ran = confirm("", "--all", "--yes");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines())
        .containsAll(
            before.stream().map(i -> i.item().id() + ": " + i.item().unit().check()).toList());
    assertThat(before).hasSizeGreaterThan(10);
    assertThat(searched()).isEmpty();
    assertThat(judged().counts().confirmed()).isEqualTo(before.size());
  }

  @Test
  void whatWasLookedAtAndWhatWasNotIsShownBeforeAnythingIsAsked() {
    Ran ran = confirm("n\n", ONE);

    assertThat(ran.out())
        .containsSubsequence(ONE + ":", "Looked at:", "Not looked at:", "Confirm it? [y/N]");
    assertThat(ran.out()).endsWith("0 confirmed, 1 left as searched, which is not a pass.\n");
    assertThat(ran.code()).isEqualTo(ExitCode.UNDECIDED.code());
    assertThat(judged(ONE).conclusion()).isEqualTo(Conclusion.SEARCHED);
  }

  @Test
  void oneAfterTheOtherEachCanBeConfirmedOrLeft() {
    List<Judged> before = searched();
    confirm("y\nn\nq\n");

    assertThat(judged(before.get(0).item().id().toString()).conclusion())
        .isEqualTo(Conclusion.CONFIRMED);
    assertThat(searched()).hasSize(before.size() - 1);
  }

  @Test
  void anItemThatWasNotSearchedIsRefusedAndNothingIsRecorded() {
    Ran ran = confirm("", ONE, NOT_SEARCHED, "--yes");

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ran.err()).contains(NOT_SEARCHED, "not searched", "plumbline decide");
    assertThat(judged(ONE).conclusion()).isEqualTo(Conclusion.SEARCHED);
  }

  @Test
  void anItemThatDoesNotExistIsRefused() {
    assertThat(confirm("", "5.7-1-1a@20-SecBoot/SecBoot-9", "--yes").code())
        .isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void withoutANameAReasonOrAnItemNothingIsConfirmedUnseen() {
    Ran yes = confirm("", "--yes");
    assertThat(yes.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(yes.err()).contains("--yes requires ITEMs or --all");
    Ran blank = Ran.of("confirm", dossier.toString(), "--all", "--by", " ", "--because", "x");
    assertThat(blank.err()).contains("a name and a reason");
    assertThat(Ran.of("confirm", dossier.toString(), "--all").code())
        .isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void aConfirmationIsStaleWhenWhatWasSearchedChanges() throws IOException {
    confirm("", ONE, OTHER, "--yes");
    Path table = dossier.resolve("ixit/20-SecBoot.yaml");
    Copies.edit(table, "hash tree over", "a hash tree over");

    assertThat(judged(ONE).stale()).isTrue();
    assertThat(judged(ONE).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judged(OTHER).conclusion()).isEqualTo(Conclusion.CONFIRMED);
  }

  @Test
  void whatIsConfirmedIsNotAskedForAgain() {
    confirm("", "--all", "--yes");
    assertThat(confirm("").out()).isEqualTo("No item waits for a confirmation.\n");
  }
}
