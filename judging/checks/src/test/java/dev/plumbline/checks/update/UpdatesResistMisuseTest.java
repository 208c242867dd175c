package dev.plumbline.checks.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Check;
import dev.plumbline.observation.trial.UpdateTrial;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UpdatesResistMisuseTest extends CheckContract {
  private static final List<String> ATTEMPTS =
      List.of(
          "tampered-early",
          "tampered-middle",
          "tampered-late",
          "cut",
          "other-model",
          "relabelled",
          "older");

  @Override
  protected Check check() {
    return new UpdatesResistMisuse();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows("7-UpdMech", ROW)
        .about("7-UpdMech/UpdMech-1")
        .seen(
            "tls.client", Scene.CLIENT, "{accepted: [trusted]}", "{control: true, complete: true}")
        .seen("update.trial", "DUT", trials("no"), COVERAGE);
  }

  @Override
  protected Scene refuted() {
    return holding().seen("update.trial", "DUT", trials("yes"), COVERAGE);
  }

  @Override
  protected String refutedBy() {
    return "update.trial";
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  private static final String ROW =
      "- {id: UpdMech-1, securityGuarantees: [integrity], networkBased: true, hosts:"
          + " [cloud.example]}";

  private static final String COVERAGE = "{control: true}";

  private static String trials(String ran) {
    return ATTEMPTS.stream()
        .map(a -> "{image: " + a + ", ran: \"" + ran + "\", before: 1.0.0, after: 1.1.0}")
        .collect(Collectors.joining(", ", "{genuine: {ran: \"yes\"}, trials: [", "]}"));
  }

  @Test
  void aWayThatNeedsNoLoginWasNotTried() {
    undetermined(
        holding()
            .seen(
                "http.surface",
                Scene.endpoint(443),
                "{open: [{path: /upload, kind: update}]}",
                "{unanswered: []}"),
        "/upload takes without a login");
  }

  @Test
  void aRefusalCountsOnlyWhereTheGenuineImageWasTaken() {
    undetermined(
        holding().seen("update.trial", "DUT", trials("no"), "{control: false}"), "nothing follows");
  }

  @Test
  void anAttemptThatIsMissingOrUnknownIsAGap() {
    undetermined(
        holding()
            .seen(
                "update.trial",
                "DUT",
                "{trials: [{image: tampered-early, ran: \"no\"}]}",
                COVERAGE),
        "was not seen");
    undetermined(holding().seen("update.trial", "DUT", trials("unknown"), COVERAGE), "not known");
  }

  @Test
  void aServerThatAnybodyCanBeIsAGap() {
    undetermined(
        holding()
            .seen(
                "tls.client",
                Scene.CLIENT,
                "{accepted: [trusted, expired]}",
                "{control: true, complete: true}"),
        "no other server");
  }

  private static final String ALONE = "{control: true, handsOver: false}";

  /** The device fetches its updates, and no driver hands any over. */
  private static Scene fetching(String ran, String coverage) {
    return Scene.current()
        .rows("7-UpdMech", ROW)
        .about("7-UpdMech/UpdMech-1")
        .seen(
            "tls.client", Scene.CLIENT, "{accepted: [trusted]}", "{control: true, complete: true}")
        .seen("update.fetch", Scene.CLIENT, trials(ran), coverage);
  }

  @Test
  void imagesThatWereServedCountAsThoseThatWereHandedOver() {
    holds(fetching("no", ALONE));
    assertThat(violated(fetching("yes", ALONE)).reason()).contains("runs the image 'older'");
    undetermined(fetching("unknown", ALONE), "not known");
    undetermined(fetching("no", "{control: false, handsOver: false}"), "nothing follows");
  }

  @Test
  void whereTheDriverHandsImagesOverBothWaysAreAsked() {
    undetermined(fetching("no", "{control: true, handsOver: true}"), "nobody offered");
    violated(
        fetching("no", "{control: true, handsOver: true}")
            .seen("update.trial", "DUT", trials("yes"), COVERAGE));
    violated(holding().seen("update.fetch", Scene.CLIENT, trials("yes"), ALONE));
  }

  @Test
  void aServerThatWasDeclaredAndNotServedIsAGap() {
    undetermined(holding().unanswered("update.fetch", Scene.CLIENT), "no answer came");
  }

  private static final String TWO_ROWS =
      ROW + "\n- {id: UpdMech-2, securityGuarantees: [integrity], networkBased: false}";

  private static Scene ofTwo(String row) {
    return Scene.current()
        .rows("7-UpdMech", TWO_ROWS)
        .about("7-UpdMech/" + row)
        .seen(
            "tls.client", Scene.CLIENT, "{accepted: [trusted]}", "{control: true, complete: true}");
  }

  @Test
  void ofSeveralMechanismsEachIsJudgedByWhatWasTriedThroughItAlone() {
    for (String row : List.of("UpdMech-1", "UpdMech-2")) {
      Scene flawedSecond =
          ofTwo(row)
              .seen("update.trial", "7-UpdMech/UpdMech-1", trials("no"), COVERAGE)
              .seen("update.trial", "7-UpdMech/UpdMech-2", trials("yes"), COVERAGE);
      if (row.equals("UpdMech-1")) {
        holds(flawedSecond);
      } else {
        violated(flawedSecond);
      }
    }
    undetermined(
        ofTwo("UpdMech-2").seen("update.trial", "7-UpdMech/UpdMech-1", trials("yes"), COVERAGE),
        "write 'mechanisms: {UpdMech-2: {offer-update: …}}' in driver.yaml");
  }

  @Test
  void aTrialThatNamesNoMechanismIsOfNoneOfSeveral() {
    for (String ran : List.of("no", "yes")) {
      undetermined(
          ofTwo("UpdMech-2").seen("update.trial", "DUT", trials(ran), COVERAGE),
          "which of 2 rows of 7-UpdMech");
    }
  }

  @Test
  void oneMechanismIsFoundWhetherItIsNamedOrNot() {
    holds(
        holding()
            .without("update.trial", "DUT")
            .seen("update.trial", "7-UpdMech/UpdMech-1", trials("no"), COVERAGE));
    violated(holding().seen("update.trial", "7-UpdMech/UpdMech-1", trials("yes"), COVERAGE));
  }

  @Test
  void aServerOfSeveralMechanismsDoesNotTellWhichOfThemFetched() {
    String both = "rows: [7-UpdMech/UpdMech-1, 7-UpdMech/UpdMech-2]";
    for (String ran : List.of("no", "yes")) {
      undetermined(
          ofTwo("UpdMech-1")
              .seen(
                  "update.fetch",
                  Scene.CLIENT,
                  trials(ran),
                  "{control: true, handsOver: false, " + both + "}"),
          "give each a server of its own");
    }
  }

  @Test
  void whatIsHandedOverByAnotherMechanismIsNoSecondWayOfThisOne() {
    holds(
        ofTwo("UpdMech-1")
            .seen("update.fetch", Scene.CLIENT, trials("no"), ALONE)
            .seen("update.trial", "7-UpdMech/UpdMech-2", trials("yes"), COVERAGE));
  }

  @Test
  void aGenuineImageThatMayNotHaveRunIsNoControl() {
    undetermined(
        holding()
            .seen(
                "update.trial",
                "DUT",
                trials("no").replace("genuine: {ran: \"yes\"}", "genuine: {ran: unknown}"),
                COVERAGE),
        "nothing follows");
  }

  @Test
  void aCallInClearTextBelievesAnybody() {
    undetermined(
        holding()
            .seen(
                "tls.client",
                Scene.CLIENT,
                "{accepted: [trusted], clearText: [{port: 80, protocol: http, calls: 1}]}",
                "{control: true, complete: true}"),
        "no other server");
  }

  @Test
  void aWebServiceThatWasNotReadMayTakeUpdates() {
    undetermined(holding().unanswered("http.surface", Scene.endpoint(443)), "no answer came");
  }

  @Test
  void anImageThatTheDossierLacksWasNotRefused() {
    String less =
        trials("no").replace("{image: cut, ran: \"no\", before: 1.0.0, after: 1.1.0}, ", "");
    undetermined(
        holding().seen("update.trial", "DUT", less, "{control: true, absent: [cut]}"),
        "refuses 'cut' was not seen");
  }

  /** The pages of a web service that takes no update are no fact about the row. */
  @Test
  void aWebServiceWithoutSuchAWayIsNothingToRestOn() {
    Scene scene =
        holding()
            .seen(
                "http.surface",
                Scene.endpoint(443),
                "{open: [{path: /, kind: page}]}",
                "{paths: 60, unanswered: []}");
    holds(scene);
    assertThat(scene.judge(check()).basis()).noneMatch(o -> o.key().equals("http.surface"));
  }

  @Test
  void whatIsHandedOverIsAskedOfADeviceThatAlsoFetches() {
    violated(fetching("no", ALONE).seen("update.trial", "DUT", trials("yes"), COVERAGE));
  }

  @Test
  void anotherServerThanThatOfTheRowShowsNothing() {
    Scene other = holding().rows("7-UpdMech", ROW.replace("cloud.example", "other.example"));
    undetermined(other, "no other server for other.example was not shown");
    assertThat(remedies(other)).anyMatch(r -> r.contains("other.example"));
    Scene unseen = holding().unanswered("tls.client", Scene.CLIENT);
    undetermined(unseen, "no other server for cloud.example was not shown");
    assertThat(remedies(unseen)).anyMatch(r -> r.contains("--only client-tls"));
  }

  private List<String> remedies(Scene scene) {
    return finding(scene) instanceof Finding.Undetermined u
        ? u.remedies().stream().map(Remedy::line).toList()
        : List.of();
  }

  @Test
  void whichFaultyServerWasBelievedIsTold() {
    String coverage = "{control: true, complete: true}";
    undetermined(
        holding().seen("tls.client", Scene.CLIENT, "{accepted: [trusted, expired]}", coverage),
        "it sent data to [trusted, expired]");
    holds(
        holding()
            .seen("tls.client", Scene.CLIENT, "{accepted: [trusted], clearText: []}", coverage));
  }

  @Test
  void aSearchForWaysWithoutALoginTellsItsPathsAndItsGaps() {
    Scene scene =
        holding()
            .seen(
                "http.surface",
                Scene.endpoint(443),
                "{open: [{path: /upload, kind: update}]}",
                "{paths: 60, unanswered: [/a, /b]}");
    assertThat(questionLog(scene).lookedAt()).contains("60 paths of tcp/192.0.2.1/443");
    assertThat(questionLog(scene).notLookedAt())
        .contains("2 paths of tcp/192.0.2.1/443 that gave no answer");
    assertThat(scene.judge(check()).basis()).anyMatch(o -> o.key().equals("http.surface"));
    assertThat(
            questionLog(
                    holding()
                        .seen(
                            "http.surface",
                            Scene.endpoint(443),
                            "{open: []}",
                            "{paths: 60, unanswered: []}"))
                .notLookedAt())
        .noneMatch(p -> p.contains("gave no answer"));
  }

  /** So that what a person confirms becomes stale when it changes. */
  @Test
  void aTrialOfWhichNobodyKnowsTheRowIsRestedOn() {
    Scene trial = ofTwo("UpdMech-2").seen("update.trial", "DUT", trials("no"), COVERAGE);
    assertThat(trial.judge(check()).basis()).anyMatch(o -> o.key().equals("update.trial"));
    String both = "rows: [7-UpdMech/UpdMech-1, 7-UpdMech/UpdMech-2]}";
    Scene fetch =
        ofTwo("UpdMech-1")
            .seen(
                "update.fetch",
                Scene.CLIENT,
                trials("no"),
                "{control: true, handsOver: false, " + both);
    assertThat(fetch.judge(check()).basis()).anyMatch(o -> o.key().equals("update.fetch"));
  }

  @Test
  void aTrialOfTheOneRowIsNoneOfAnother() {
    Scene scene = ofTwo("UpdMech-2");
    Ixit ixit = scene.facts().dossier().ixit();
    Questions questions = new Questions();
    OfMechanism trial = new OfMechanism(UpdateTrial.class, "DUT", "7-UpdMech/UpdMech-2");
    IxitEntry second = ixit.entry("7-UpdMech/UpdMech-2").orElseThrow();
    List<IxitEntry> first = List.of(ixit.entry("7-UpdMech/UpdMech-1").orElseThrow());

    assertThat(trial.of(scene.facts(), second, first, "offer-update: x", questions)).isEmpty();
    assertThat(questions.unseen()).isEqualTo("What was tried is of another row than UpdMech-2.");
    assertThat(trial.of(scene.facts(), second, List.of(second), "offer-update: x", questions))
        .contains("DUT");
  }
}
