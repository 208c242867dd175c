package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people work on one dossier, each with a key. */
class TeamCommandsTest {
  private static final String ITEM = "5.1-1-1a@1-AuthMech/AuthMech-1";

  @TempDir private Path directory;
  private Path dossier;

  @BeforeEach
  void aDossier() throws IOException {
    dossier = Copies.of("sound-camera", directory.resolve("sound-camera"));
  }

  private Ran show(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, dossier.toString()));
    words.addAll(List.of(more));
    return Ran.of(words.toArray(String[]::new));
  }

  private Ran say(String person, String command, String... more) {
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(
        List.of(
            "--by",
            person,
            "--because",
            "I looked at it.",
            "--keys",
            directory.resolve("keys of " + person).toString()));
    return show(command, words.toArray(String[]::new));
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private static void assertRecorded(Ran ran) {
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Recorded. Signed by ", " with key SHA256:");
  }

  @Test
  void aDecisionWaitsUntilAnotherPersonWithAnotherKeyAcceptsIt() throws IOException {
    Files.writeString(dossier.resolve("policy.yaml"), "review: [PASS]\n");
    assertThat(say("Ann", "decide", ITEM, "--verdict", "PASS").out())
        .contains("INCONCLUSIVE", "waits for a review by another person");
    String list = show("review").out();
    assertThat(list).contains(ITEM + "  decided by Ann", "I looked at it.");
    String decision = found("decision ([0-9a-f]{12})", list);

    Ran own = say("Ann", "review", ITEM, "--decision", decision, "--accept");
    assertThat(own.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(own.err()).contains("You cannot review this decision");
    assertThat(say("Bob", "review", ITEM, "--decision", "00000000", "--accept").err())
        .contains("No single decision");

    assertRecorded(say("Bob", "review", ITEM, "--decision", decision, "--accept"));
    assertThat(show("review").out()).contains("No decision waits for a review.");
    assertThat(show("explain", ITEM).out()).contains("PASS").doesNotContain("waits for a review");
  }

  @Test
  void aBlindReviewShowsNoFinding() throws IOException {
    Files.writeString(dossier.resolve("policy.yaml"), "review: [PASS]\nblind: true\n");
    say("Ann", "decide", ITEM, "--verdict", "PASS");

    assertThat(show("review").out()).contains("decided by Ann").doesNotContain("I looked at it.");
  }

  @Test
  void aCommentAndAnAssignmentAreShownWithTheirAuthors() {
    assertRecorded(say("Ann", "comment", ITEM));
    assertRecorded(say("Ann", "assign", ITEM, "--to", "Bob"));

    assertThat(show("comment", ITEM).out()).contains(ITEM + "  Ann, ", "I looked at it.");
    assertThat(show("assign").out()).contains(ITEM + "  for Bob, Ann, ");
  }

  @Test
  void aQuestionIsShownWithItsAnswer() {
    assertRecorded(say("Ann", "ask", "1-AuthMech/AuthMech-1", "description"));
    String question = found("Question ([0-9a-f]{12})", show("ask").out());
    assertRecorded(say("Bob", "ask", "--answer", question, "--value", "Port 8443."));

    assertThat(show("ask").out())
        .contains("at 1-AuthMech/AuthMech-1 description, Ann, ", "answer of Bob, ", ": Port 8443.");
  }

  @Test
  void aStateIsSignedOffOnceAndAmendedAfterAChange() {
    String first = found("in the state ([0-9a-f]{12})", show("signoff").out());
    assertRecorded(say("Ann", "signoff", "--state", first));
    assertThat(show("signoff").out()).contains("That is this state.");
    say("Bob", "decide", ITEM, "--verdict", "FAIL", "--remedy", "Give each unit its own.");

    assertThat(show("signoff").out()).contains("The dossier was changed since");
    assertThat(say("Ann", "signoff", "--state", first).err())
        .contains("No single current state begins with");
    assertRecorded(
        say(
            "Ann",
            "signoff",
            "--state",
            found("in the state ([0-9a-f]{12})", show("signoff").out())));
  }

  @Test
  void whatIsIncompleteIsNotRecorded() {
    assertThat(show("comment", ITEM, "--because", "Who says that?").err())
        .contains("To record it, give --by NAME.");
    assertThat(say("Ann", "assign", ITEM).err()).contains("To record it, give --to NAME.");
    assertThat(say("Ann", "review", ITEM).err()).contains("Give one of --accept and --return.");
    assertThat(dossier.resolve("record/team.jsonl")).doesNotExist();
  }

  @Test
  void explainAndTheReportsShowWhatWasReplacedAndSaid() throws IOException {
    say("Ann", "decide", ITEM, "--verdict", "PASS");
    say("Bob", "decide", ITEM, "--verdict", "FAIL");
    assertRecorded(say("Ann", "comment", ITEM));

    assertThat(show("explain", ITEM).out())
        .contains("Ann, decision (replaced): PASS", "Bob, decision (last): FAIL", "Ann, comment: ");
    Path out = directory.resolve("reports");
    assertThat(show("report", "--out", out.toString()).err()).isEmpty();
    assertThat(Files.readString(out.resolve("result.json")))
        .contains("\"history\"", "\"replaced\"", "\"comment\"");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("On record: ", "Ann, decision (replaced): PASS");
  }
}
