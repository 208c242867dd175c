package dev.plumbline.app.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.app.SoundCamera;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.Signer;
import dev.plumbline.dossier.signed.TeamRecord.MakerAnswer;
import dev.plumbline.dossier.signed.TeamRecord.MakerQuestion;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import dev.plumbline.dossier.signed.TeamRecord.Signoff;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.history.RecordEntry;
import dev.plumbline.judging.history.RecordHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamRecorderTest {
  @TempDir private Path place;
  private SoundCamera camera = new SoundCamera(Path.of(""), Path.of(""));
  private ItemId item = ItemId.parse("5.1-1-1a@DUT");

  @BeforeEach
  void copyTheSoundCamera() throws IOException {
    camera = SoundCamera.in(place);
    item = camera.open(false).item().id();
  }

  private void policy(String text) throws IOException {
    Files.writeString(camera.dossier().resolve("policy.yaml"), text);
  }

  private Digest decide(String person) throws IOException {
    RecordingResult<Decision> result =
        camera
            .recorder(person)
            .decide(
                List.of(
                    new ProposedDecision(
                        item,
                        new Finding.Holds("It is."),
                        SeenState.of(camera.open().dossier(), camera.item(item)),
                        person,
                        List.of(),
                        false)),
                SoundCamera.NOW);
    assertThat(result).isInstanceOf(RecordingResult.Stored.class);
    return camera.open().dossier().decisions().getLast().digest();
  }

  private TeamRecorder team(String person) throws IOException {
    return TeamRecorder.of(camera.recorder(person));
  }

  private RecordingResult<Review> review(TeamRecorder who, Digest decision, boolean accepts)
      throws IOException {
    return who.review(item, decision, accepts, "I read it.", Optional.empty(), SoundCamera.NOW);
  }

  private static String why(RecordingResult<?> result) {
    return result instanceof RecordingResult.Refused<?> refused ? refused.why() : result.toString();
  }

  @Test
  void aVerdictThatNeedsAReviewWaitsForOneOfAnotherPerson() throws IOException {
    policy("review: [PASS]\n");
    Digest decision = decide("Ann");
    assertThat(camera.item(item).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(camera.item(item).finding().reason())
        .isEqualTo("The decision of Ann waits for a review by another person.");

    assertThat(review(team("Bob"), decision, true)).isInstanceOf(RecordingResult.Stored.class);
    assertThat(camera.item(item).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aReturnedDecisionSaysWhy() throws IOException {
    policy("review: [PASS]\n");
    review(team("Bob"), decide("Ann"), false);

    assertThat(camera.item(item).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(camera.item(item).finding().reason()).contains("was returned by Bob: I read it.");
  }

  @Test
  void theAuthorCannotReviewByNameNorByKey() throws IOException {
    policy("review: [PASS]\n");
    Digest decision = decide("Ann");
    TeamRecorder ann = team("Ann");
    assertThat(why(review(ann, decision, true))).contains("the key of the reviewer");

    TeamRecorder sameKey =
        new TeamRecorder(
            ann.folder(), ann.current(), ann.signer().inTheNameOf("Bob"), ann.patience());
    assertThat(why(review(sameKey, decision, true))).contains("the key of the reviewer");

    Signer otherKey = camera.recorder("Bob").signer().inTheNameOf(" ANN ");
    TeamRecorder sameName = new TeamRecorder(ann.folder(), ann.current(), otherKey, ann.patience());
    assertThat(why(review(sameName, decision, true))).contains("same person");
    assertThat(camera.open().dossier().team().records()).isEmpty();
  }

  @Test
  void aReviewOfTheAuthorThatWasWrittenByHandCountsForNothing() throws IOException {
    policy("review: [PASS]\n");
    Digest decision = decide("Ann");
    Signer ann = camera.recorder("Ann").signer();
    Signed signed =
        ann.sign(
            Review.TYPE,
            Review.content(item, decision, true, "Mine.", Optional.empty()),
            Saw.NOTHING,
            SoundCamera.NOW);
    try (DossierWriter writer = camera.open().folder().write()) {
      writer.appendTeam(
          List.of(new Review(signed, item, decision, true, "Mine.", Optional.empty())));
    }

    assertThat(camera.item(item).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Workspace.open(camera.dossier(), SoundCamera.TODAY).problems())
        .extracting(Problem::id)
        .contains("PLB-1076");
  }

  @Test
  void aReviewOfAnEarlierTextCountsForNothing() throws IOException {
    policy("review: [PASS]\n");
    Digest first = decide("Ann");
    review(team("Bob"), first, true);
    decide("Ann");

    assertThat(camera.item(item).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(why(review(team("Bob"), first, true))).contains("another decision", "It is.");
  }

  @Test
  void aBlindReviewWithAnotherVerdictReturnsTheDecision() throws IOException {
    policy("review: [PASS]\nblind: true\n");
    Digest decision = decide("Ann");
    assertThat(why(review(team("Bob"), decision, true))).contains("blind");

    RecordingResult<Review> result =
        team("Bob").review(item, decision, true, "No.", Optional.of(Verdict.FAIL), SoundCamera.NOW);
    assertThat(result).isInstanceOf(RecordingResult.Stored.class);
    assertThat(camera.item(item).finding().reason()).contains("was returned by Bob");
  }

  @Test
  void whomThePolicyDoesNotNameCannotReview() throws IOException {
    String ann = camera.recorder("Ann").signer().author().keyId();
    policy("review: [PASS]\npeople:\n  - {name: Ann, key: \"" + ann + "\"}\n");
    Digest decision = decide("Ann");

    assertThat(why(review(team("Bob"), decision, true))).contains("not named in policy.yaml");
  }

  @Test
  void aPolicyThatCannotBeReadMakesEveryVerdictNeedAReview() throws IOException {
    policy("review: [PASSED]\n");
    decide("Ann");

    assertThat(camera.item(item).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aSignOffFreezesAStateAndALaterOneNamesTheOneThatItReplaces() throws IOException {
    TeamRecorder ann = team("Ann");
    ann.signoff(ann.state(), "All is looked at.", SoundCamera.NOW);
    assertThat(SignoffStatus.of(camera.open()).orElseThrow().current()).isTrue();
    Signoff first = camera.open().dossier().team().signoff().orElseThrow();

    ann.comment(item, "Well done.", Optional.empty(), SoundCamera.NOW);
    assertThat(SignoffStatus.of(camera.open()).orElseThrow().current()).isTrue();
    decide("Bob");
    assertThat(SignoffStatus.of(camera.open()).orElseThrow().current()).isFalse();
    assertThat(camera.open().dossier().decisions().getLast().signed().orElseThrow().saw().records())
        .contains(first.signed().digest());

    assertThat(why(ann.signoff(first.state(), "Again.", SoundCamera.NOW))).contains("was changed");
    ann.signoff(ann.state(), "With Bob's decision.", SoundCamera.NOW);
    assertThat(camera.open().dossier().team().signoff().orElseThrow().replaces())
        .contains(first.signed().digest());
  }

  @Test
  void whomThePolicyDoesNotNameCannotSignOff() throws IOException {
    TeamRecorder bob = team("Bob");
    bob.signoff(bob.state(), "All is looked at.", SoundCamera.NOW);
    String ann = camera.recorder("Ann").signer().author().keyId();
    policy("people:\n  - {name: Ann, key: \"" + ann + "\"}\n");

    assertThat(camera.open().dossier().team().signoff()).isEmpty();
    assertThat(why(bob.signoff(bob.state(), "Again.", SoundCamera.NOW)))
        .contains("not named in policy.yaml");
  }

  @Test
  void aQuestionAtACellIsAnsweredWithWhatTheCellShouldSay() throws IOException {
    TeamRecorder ann = team("Ann");
    assertThat(why(ann.ask("1-AuthMech/None", "description", "Which?", SoundCamera.NOW)))
        .contains("no row");
    assertThat(why(ann.ask("1-AuthMech/AuthMech-1", "nothing", "Which?", SoundCamera.NOW)))
        .contains("has no nothing");
    ann.ask("1-AuthMech/AuthMech-1", "description", "Which port?", SoundCamera.NOW);
    Digest question =
        camera
            .open()
            .dossier()
            .team()
            .all(MakerQuestion.class)
            .findFirst()
            .orElseThrow()
            .signed()
            .digest();
    team("Bob").answer(question, "Port 8443.", "See the manual.", SoundCamera.NOW);

    assertThat(camera.open().dossier().team().all(MakerAnswer.class))
        .extracting(MakerAnswer::value)
        .containsExactly("Port 8443.");
  }

  @Test
  void anItemIsAssignedToAPerson() throws IOException {
    team("Ann").assign(item, "Bob", "You have the device.", SoundCamera.NOW);

    assertThat(camera.open().dossier().team().records()).hasSize(1);
  }

  private List<String> rulesTold() {
    Problems problems = new Problems();
    camera.open().folder().open(problems);
    return problems.sorted().stream()
        .filter(p -> p.id().equals("PLB-1079"))
        .map(Problem::toString)
        .toList();
  }

  @Test
  void aDeletedPolicyLiftsNoRule() throws IOException {
    policy("review: [FAIL, PASS]\n");
    decide("Ann");
    assertThat(rulesTold()).isEmpty();

    Files.delete(camera.dossier().resolve("policy.yaml"));

    assertThat(rulesTold()).singleElement().asString().contains("is gone", "Ann");
    assertThat(camera.item(item).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    TeamRecorder lead = team("Lead");
    assertThat(lead.signoff(lead.state(), "Seen.", SoundCamera.NOW.plusSeconds(1)))
        .isInstanceOf(RecordingResult.Stored.class);
    assertThat(rulesTold()).hasSize(1);
  }

  @Test
  void changedRulesAreToldUntilSomebodySignsThemOff() throws IOException {
    policy("review: [PASS]\n");
    decide("Ann");
    policy("review: []\n");

    assertThat(rulesTold()).singleElement().asString().contains("were changed since Ann");
    assertThat(camera.item(item).verdict()).isEqualTo(Verdict.PASS);
    TeamRecorder lead = team("Lead");
    lead.signoff(lead.state(), "We review no more.", SoundCamera.NOW.plusSeconds(1));
    assertThat(rulesTold()).isEmpty();
  }

  @Test
  void rulesThatCameLaterAreNoChangeToTell() throws IOException {
    decide("Ann");
    policy("review: [PASS]\n");

    assertThat(rulesTold()).isEmpty();
  }

  @Test
  void theHistoryOfAnItemHoldsAllThatWasRecorded() throws IOException {
    decide("Ann");
    Judged judged = camera.item(item);
    assertThat(RecordHistory.of(camera.open().dossier()).beyondTheDecision(judged)).isEmpty();

    Digest second = decide("Bob");
    team("Ann").comment(item, "Why again?", Optional.empty(), SoundCamera.NOW.plusSeconds(1));
    team("Ann").assign(item, "Carl", "He is here.", SoundCamera.NOW.plusSeconds(2));
    team("Ann").assign(item, "Bob", "He is back.", SoundCamera.NOW.plusSeconds(3));
    review(team("Ann"), second, false);
    TeamRecorder lead = team("Lead");
    lead.signoff(lead.state(), "Looked at.", SoundCamera.NOW.plusSeconds(5));

    RecordHistory history = RecordHistory.of(camera.open().dossier());
    assertThat(history.beyondTheDecision(judged))
        .extracting(e -> e.by() + ", " + e.kind() + " " + e.state() + ": " + e.text())
        .containsExactlyInAnyOrder(
            "Ann, decision replaced: PASS: It is.",
            "Bob, decision last: PASS: It is.",
            "Ann, review of decision " + second.shortForm() + " : returned: I read it.",
            "Ann, comment : Why again?",
            "Ann, assignment to Carl replaced: He is here.",
            "Ann, assignment to Bob : He is back.");
    assertThat(history.signoffs())
        .singleElement()
        .satisfies(s -> assertThat(s.line()).contains("Lead", "open: Looked at.", "(last)"));
  }

  @Test
  void questionsAndAnswersBelongToTheItemsOfTheirRow() throws IOException {
    ItemId ofRow = ItemId.parse("5.1-1-1a@1-AuthMech/AuthMech-1");
    team("Ann").ask("1-AuthMech/AuthMech-1", "description", "Which port?", SoundCamera.NOW);
    Digest question = team("Ann").questions().getFirst();
    team("Max").answer(question, "Port 8443.", "Manual.", SoundCamera.NOW.plusSeconds(1));

    assertThat(RecordHistory.of(camera.open().dossier()).beyondTheDecision(camera.item(ofRow)))
        .extracting(RecordEntry::kind, RecordEntry::text)
        .containsExactly(
            tuple("question at description", "Which port?"),
            tuple("answer at description", "Port 8443. (Manual.)"));
  }
}
