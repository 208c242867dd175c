package dev.plumbline.cli.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.Walk;
import dev.plumbline.app.walk.WalkRecorder;
import dev.plumbline.app.walk.WalkRoute;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.Copies;
import dev.plumbline.cli.Ran;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Decision;
import dev.plumbline.judging.WorkCard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkKeysTest {
  @TempDir private Path folder;
  private Path dossier = Path.of("");
  private List<WorkCard> cards = List.of();

  @BeforeEach
  void copy() throws IOException {
    dossier = Copies.of("sound-camera", folder.resolve("camera"));
    cards = cards();
  }

  private AssessedDossier assessed() {
    LocalDate day = LocalDate.of(2026, 11, 27);
    return AssessedDossier.of(Workspace.open(dossier, day), PolicyChoice.USUAL, day);
  }

  private List<WorkCard> cards() {
    AssessedDossier now = assessed();
    return Walk.of(now, false, Optional.empty()).cards();
  }

  private List<Decision> decisions() {
    return assessed().seen().decisions();
  }

  private String item(int card) {
    return cards.get(card).item().toString();
  }

  private Ran walk(String typed, String... more) {
    InputStream usual = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return Ran.of(
          Stream.concat(
                  Stream.of(
                      "walk",
                      dossier.toString(),
                      "--by",
                      "Ann",
                      "--keys",
                      folder.resolve("keys").toString()),
                  Stream.of(more))
              .toArray(String[]::new));
    } finally {
      System.setIn(usual);
    }
  }

  @Test
  void backJumpAndSearchShowTheCardThatIsWanted() {
    String last = item(cards.size() - 1);

    assertThat(walk("s\nb\nq\n").out()).containsSubsequence(item(0), item(1), item(0), "Stopped");
    assertThat(walk("b\nq\n").out()).contains("This is the first card.");
    assertThat(walk(cards.size() + "\nq\n").out()).containsSubsequence(item(0), last, "Stopped");
    assertThat(walk("j " + last + "\nq\n").out()).containsSubsequence(item(0), last, "Stopped");
    assertThat(walk("j 9.9\n9999\nq\n").out())
        .contains("There is no such card: 9.9", "There is no such card: 9999");
    assertThat(walk("/" + last + "\n/\nq\n").out()).containsSubsequence(item(0), last, "Stopped");
    assertThat(walk("/nobody wrote this\n/\nq\n").out())
        .contains("No card has this text: nobody wrote this");
    assertThat(decisions()).isEmpty();
  }

  @Test
  void undoTakesTheLastDecisionBackAndBothStayOnRecord() {
    Ran ran = walk("u\np\nSeen.\n-\nu\nf\nSeen again.\n-\nq\n");

    assertThat(ran.out())
        .containsSubsequence(
            "Nothing was recorded on this walk.", "Recorded.", "Taken back.", "Recorded.");
    assertThat(decisions())
        .extracting(d -> d.item().toString(), d -> d.finding().reason())
        .containsExactly(
            tuple(item(0), "Seen."),
            tuple(item(0), "Taken back by Ann."),
            tuple(item(0), "Seen again."));
  }

  @Test
  void aCardThatWasDecidedIsDecidedAnewAfterGoingBack() {
    Ran ran = walk("p\nSeen.\n-\nb\nf\nOn second thought.\n-\nq\n");

    assertThat(ran.out()).contains("You decided this item on this walk");
    List<Decision> decisions = decisions();
    assertThat(decisions).hasSize(2);
    assertThat(decisions.getFirst().isReplacedBy(decisions.getLast())).isTrue();
  }

  @Test
  void oneKeyAcceptsASuggestionWithItsReason() {
    int suggested =
        IntStream.range(0, cards.size())
            .filter(i -> WalkRecorder.suggested(cards.get(i)).isPresent())
            .findFirst()
            .orElseThrow();
    int silent =
        IntStream.range(0, cards.size())
            .filter(i -> cards.get(i).suggestion().isEmpty())
            .findFirst()
            .orElseThrow();

    Ran ran = walk((silent + 1) + "\ny\n" + (suggested + 1) + "\ny\nq\n");

    assertThat(ran.out()).contains("The card suggests nothing", "Recorded.");
    assertThat(decisions())
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.item().toString()).isEqualTo(item(suggested));
              assertThat(d.finding())
                  .isEqualTo(WalkRecorder.suggested(cards.get(suggested)).orElseThrow());
              assertThat(d.finding()).isInstanceOf(Finding.Holds.class);
              assertThat(d.finding().reason()).startsWith("As suggested: PASS");
            });
  }

  @Test
  void aStaleDecisionHoldsByOneKeyAndAReason() throws IOException {
    String stale = "5.1-1-1a@1-AuthMech/AuthMech-1";
    walk("j " + stale + "\np\n80 bits.\n-\nq\n");
    Path table = dossier.resolve("ixit/1-AuthMech.yaml");
    Files.writeString(
        table, Files.readString(table).replace("Four groups of four", "Four groups, of four"));

    Ran ran = walk("s\nh\nj " + stale + "\nh\nonly a comma came.\nq\n");

    assertThat(ran.out())
        .contains(
            "No decision on this item is stale.",
            "Decided before; h: it still holds.",
            "passwordGenerationMechanism was changed",
            "Recorded.");
    assertThat(decisions().getLast().finding().reason())
        .isEqualTo("80 bits. Still holds, because only a comma came.");
  }

  @Test
  void rowByRowBringsTheItemsOfARowTogether() {
    List<String> subjects =
        WalkRoute.byRow(cards).order().stream().map(i -> cards.get(i).item().subject()).toList();
    long changes =
        IntStream.range(1, subjects.size())
            .filter(i -> !subjects.get(i).equals(subjects.get(i - 1)))
            .count();
    assertThat(changes + 1).isEqualTo(subjects.stream().distinct().count());

    WorkCard second = cards.get(WalkRoute.byRow(cards).card(1));
    assertThat(walk("s\nq\n", "--order", "row").out())
        .containsSubsequence(item(0), second.item().toString(), "Stopped");
    assertThat(walk("g\ng\n?\nq\n").out())
        .contains("Row by row.", "Station by station.", "take the last decision of this walk back");
  }
}
