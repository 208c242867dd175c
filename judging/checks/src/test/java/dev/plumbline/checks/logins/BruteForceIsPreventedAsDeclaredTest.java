package dev.plumbline.checks.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BruteForceIsPreventedAsDeclaredTest extends CheckContract {
  private static final String ONE = "{mechanisms: 1}";

  @Override
  protected Check check() {
    return new BruteForceIsPreventedAsDeclared();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "1-AuthMech",
            """
            - id: AuthMech-1
              factorKind: password-pre-installed
              attemptsBeforeDelay: 5
              bruteForcePrevention: Locks after 5 wrong attempts.
              endpoints: [tcp/443]
            """)
        .about("1-AuthMech/AuthMech-1")
        .seen(
            "login.brute-force",
            Scene.endpoint(443),
            "{attempts: 6, locked: true, lockedAfter: 6, slowed: false, accountUsable: 'no'}",
            ONE);
  }

  /** The device that holds, with another answer of the probe. */
  private Scene seenInstead(String value) {
    return holding().seen("login.brute-force", Scene.endpoint(443), value, ONE);
  }

  @Override
  protected Scene refuted() {
    return seenInstead("{attempts: 11, locked: false, slowed: false, accountUsable: 'yes'}");
  }

  @Override
  protected String refutedBy() {
    return "login.brute-force";
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "1-AuthMech factorKind", "1-AuthMech attemptsBeforeDelay", "1-AuthMech endpoints");
  }

  private Finding tried(String value) {
    return finding(holding().seen("login.brute-force", Scene.endpoint(443), value, ONE));
  }

  @Test
  void aHeaderThatNamesAnotherClientMustNotEscape() {
    assertThat(
            tried(
                "{attempts: 8, locked: false, slowed: true, slowedAfter: 5, evadedBy: [source-header]}"))
        .isInstanceOf(Finding.Violated.class);
  }

  @Test
  void theRightLoginMustNotPassALockInAnotherSpelling() {
    assertThat(
            tried(
                "{attempts: 6, locked: true, lockedAfter: 5, accountUsable: 'no', evadedBy: [user-blank]}"))
        .isInstanceOf(Finding.Violated.class);
  }

  @Test
  void inventedPasswordsAreNeverAccepted() {
    assertThat(tried("{attempts: 8, locked: false, slowed: false, opensAfter: 8}"))
        .isInstanceOf(Finding.Violated.class);
    assertThat(
            finding(
                holding()
                    .seen(
                        "login.default-password",
                        Scene.endpoint(443),
                        "{accepted: [{user: root, list: x, what: any, after: 20}]}",
                        "{tried: 61, of: 61, untriedUsers: []}")))
        .isInstanceOf(Finding.Violated.class);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 20, 1000, Violated",
    "20, 12, 1000, Holds",
    "8, 8, 400, Holds",
    "20, 20, 4000, Violated",
    "20, 20, 20000, Holds"
  })
  void manyAtOnceMustNotAllBeJudged(long sent, long judged, long took, String finding) {
    assertThat(
            tried(
                "{attempts: 9, locked: false, slowed: true, slowedAfter: 5, burst: {sent: %d, judged: %d, locked: %d, milliseconds: %d}}"
                    .formatted(sent, judged, sent - judged, took)))
        .extracting(f -> f.getClass().getSimpleName())
        .isEqualTo(finding);
  }

  @Test
  void aWayAroundTheLockThatTheCheckDoesNotKnowRefutesToo() {
    assertThat(
            tried(
                "{attempts: 6, locked: true, lockedAfter: 5, accountUsable: 'no', evadedBy: [new-way]}"))
        .isInstanceOf(Finding.Violated.class);
  }

  @ParameterizedTest
  @CsvSource({"1000, Undetermined", "700, Undetermined", "600, Violated"})
  void aDelayFromTheFirstAttemptOnIsForAPersonToJudge(long delay, String finding) {
    assertThat(
            tried(
                "{attempts: 9, locked: false, slowed: false, accountUsable: 'yes', delaysMs: [%1$d, %1$d, %1$d, 20, %1$d]}"
                    .formatted(delay)))
        .extracting(f -> f.getClass().getSimpleName())
        .isEqualTo(finding);
  }

  @Test
  void noReactionContradictsThePrevention() {
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/1-AuthMech.yaml:4:25: AuthMech-1: Locks after 5 wrong attempts.");
  }

  @ParameterizedTest
  @CsvSource({"5, Holds", "6, Holds", "7, Holds", "8, Violated", "40, Violated"})
  void theTrialLoginAndTheLockedAnswerAreTolerated(long lockedAfter, String finding) {
    assertThat(
            tried(
                    "{attempts: "
                        + lockedAfter
                        + ", locked: true, accountUsable: 'no', lockedAfter: "
                        + lockedAfter
                        + "}")
                .getClass()
                .getSimpleName())
        .isEqualTo(finding);
  }

  @Test
  void aLateLockContradictsTheNumber() {
    Scene late = seenInstead("{attempts: 9, locked: true, lockedAfter: 9}");
    assertThat(contradiction(late))
        .isEqualTo("ixit/1-AuthMech.yaml:3:24: AuthMech-1 reacts after 5 wrong logins.");
  }

  @Test
  void tooFewAttemptsShowNothing() {
    assertThat(tried("{attempts: 7, locked: false, slowed: false}").reason())
        .contains("nly 7 wrong logins");
    assertThat(tried("{attempts: 7, locked: false, slowed: false}"))
        .isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  void aDelayThatBeginsInTimeHolds() {
    assertThat(tried("{attempts: 9, slowed: true, slowedAfter: 5}"))
        .isInstanceOf(Finding.Holds.class);
  }

  @Test
  void aDelayThatBeginsLateIsComparedByAPerson() {
    assertThat(tried("{attempts: 10, slowed: true, slowedAfter: 8}"))
        .isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  void aLockThatLetsTheRightPasswordInIsNoProof() {
    assertThat(tried("{attempts: 6, locked: true, lockedAfter: 6, accountUsable: 'yes'}"))
        .isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  void aLockThatTheRightPasswordPassesAtOnceStopsNobodyWhoGuesses() {
    Finding passed =
        tried(
            "{attempts: 6, locked: true, lockedAfter: 6, accountUsable: 'yes', evadedBy:"
                + " [right-password]}");
    assertThat(passed).isInstanceOf(Finding.Violated.class);
    assertThat(passed.reason())
        .contains("the right login" + AT + " opens while wrong ones meet the lock");
  }

  @Test
  void aLockOfUnknownTimeIsNoProof() {
    assertThat(tried("{attempts: 6, locked: true}")).isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  void everyEndpointOfTheRowHasToResist() {
    undetermined(
        holding()
            .rows(
                "1-AuthMech",
                "- {id: AuthMech-1, factorKind: password-pre-installed, attemptsBeforeDelay: 5,"
                    + " endpoints: [tcp/443, tcp/22]}"),
        "no wrong login was sent to tcp/192.0.2.1/22");
  }

  @Test
  void loginsThatNobodyCountedMayNotAllResist() {
    undetermined(
        holding()
            .seen(
                "login.brute-force",
                Scene.endpoint(443),
                "{attempts: 6, locked: true, lockedAfter: 6, accountUsable: 'no'}"),
        "how many logins were tried");
  }

  @Test
  void aLoginThatWasFoundAndNotTriedMayNotResist() {
    undetermined(
        holding()
            .seen(
                "login.mechanism",
                Scene.endpoint(443),
                "{kind: http-form, password: true, mechanisms: [{kind: http-form, password: true},"
                    + " {kind: http-basic, password: true}]}"),
        "only 1 of the 2 logins");
  }

  @Test
  void whatIsSeenRefutesWhereTheRowSaysNoNumber() {
    Scene silent = holding().withoutCell("1-AuthMech", "attemptsBeforeDelay");
    undetermined(silent, "after how many attempts");
    violated(
        silent.seen(
            "login.brute-force",
            Scene.endpoint(443),
            "{attempts: 8, slowed: true, slowedAfter: 5, evadedBy: [source-header]}",
            ONE));
  }

  @Test
  void noLoginThatWasTriedShowsNothing() {
    undetermined(
        holding()
            .seen(
                "login.brute-force",
                Scene.endpoint(443),
                "{attempts: 6, locked: true, lockedAfter: 6, accountUsable: 'no'}",
                "{mechanisms: 0}"),
        "how many logins were tried");
  }

  private Scene trial(String value, String coverage) {
    return holding().seen("login.brute-force", Scene.endpoint(443), value, coverage);
  }

  private static final String AT = " at tcp/192.0.2.1/443";
  private static final String LOCKED =
      "{attempts: 6, locked: true, lockedAfter: 6, accountUsable: 'no', mechanism: %s}";

  @Test
  void aSearchTellsWhichWaysAroundTheLockItTried() {
    QuestionLog tried =
        questionLog(
            trial(
                LOCKED.formatted("http-form"),
                "{mechanisms: 1, ways: [source-header, user-blank]}"));
    assertThat(tried.lookedAt())
        .containsExactly(
            "6 wrong logins in a row" + AT,
            "wrong logins" + AT + " that name another client in a header",
            "the right login with a blank behind the user name" + AT + ", while it was locked");
    assertThat(tried.notLookedAt())
        .containsExactly(
            "the right login sent in the address" + AT + ", while it was locked",
            "the right login with the user name in capitals" + AT + ", while it was locked");
  }

  @Test
  void waysAroundALockAreAskedOfALockOfAWebLoginAlone() {
    assertThat(questionLog(trial(LOCKED.formatted("ssh"), ONE)).notLookedAt())
        .containsExactly("wrong logins" + AT + " that name another client in a header");
    assertThat(
            questionLog(
                    trial(
                        "{attempts: 9, locked: false, slowed: true, slowedAfter: 5, mechanism:"
                            + " http-form, burst: {sent: 20, judged: 12, locked: 8, milliseconds:"
                            + " 2500}}",
                        ONE))
                .notLookedAt())
        .containsExactly("wrong logins" + AT + " that name another client in a header");
  }

  @Test
  void aSearchTellsWhatManyLoginsAtOnceMet() {
    assertThat(
            questionLog(
                    trial(
                        "{attempts: 9, locked: false, slowed: true, slowedAfter: 5, burst: {sent:"
                            + " 20, judged: 12, locked: 8, milliseconds: 2500}}",
                        ONE))
                .lookedAt())
        .contains("20 wrong logins at once" + AT + ": 12 judged within 2 s, 8 locked");
  }

  @Test
  void theAnswerSaysHowItReactedAndWhatThatLeaves() {
    assertThat(
            questionLog(
                    trial("{attempts: 9, slowed: true, slowedAfter: 7, guessesPerDay: 900}", ONE))
                .entries())
        .extracting(QuestionLog.Entry::answer)
        .contains(
            "tcp/192.0.2.1/443 became slower after 7 wrong logins, which leaves about 900 guesses a"
                + " day");
  }

  @Test
  void aDelayThatBeginsAtTheLastToleratedAttemptHolds() {
    holds(trial("{attempts: 9, slowed: true, slowedAfter: 7}", ONE));
  }

  @Test
  void ofTwoTimesInTheMiddleTheLowerIsTheUsualOne() {
    violated(trial("{attempts: 9, accountUsable: 'yes', delaysMs: [1000, 20, 600, 1000]}", ONE));
    undetermined(
        trial("{attempts: 9, accountUsable: 'yes', delaysMs: [1000, 20, 700, 1000]}", ONE),
        "about 700 ms");
  }

  @Test
  void aRowWithoutANumberIsNotRefutedBySilence() {
    undetermined(
        trial("{attempts: 40}", ONE).withoutCell("1-AuthMech", "attemptsBeforeDelay"),
        "only 40 wrong logins were allowed");
  }

  @Test
  void aHeaderThatEscapesIsToldOnce() {
    assertThat(
            violated(
                    trial(
                        "{attempts: 8, slowed: true, slowedAfter: 5, evadedBy: [source-header,"
                            + " in-address]}",
                        ONE))
                .reason())
        .isEqualTo(
            "wrong logins"
                + AT
                + " that name another client in a header (X-Forwarded-For and its like) are judged"
                + " without delay or lock; the right login sent in the address"
                + AT
                + " opens, and wrong ones sent so meet no delay while the usual ones do.");
  }

  @Test
  void aKnownDefaultIsNotThatAnyPasswordOpens() {
    holds(
        holding()
            .seen(
                "login.default-password",
                Scene.endpoint(443),
                "{accepted: [{user: root, list: x}]}",
                "{tried: 61, of: 61, untriedUsers: []}"));
  }

  @Test
  void asManyTrialsAsLoginsAreEnough() {
    holds(
        holding()
            .seen(
                "login.mechanism",
                Scene.endpoint(443),
                "{kind: http-form, password: true, mechanisms: [{kind: http-form, password: true},"
                    + " {kind: button, password: false}]}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", accountUsable: 'no'", ", accountUsable: unknown"})
  void withoutARightLoginALockThatAnswersAsAWrongPasswordDoesCannotBeTold(String usable) {
    assertThat(tried("{attempts: 11, locked: false, slowed: false" + usable + "}").reason())
        .contains("No right login was seen to open");
  }
}
