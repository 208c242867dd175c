package dev.plumbline.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyNamesContactAndTimesTest extends PageContract {
  private static final String PROMISE =
      "Report a vulnerability to psirt@maker.example. We acknowledge it within 3 days. After that"
          + " you get a status update every 14 days until it is solved. ";

  @Override
  protected Check check() {
    return new PolicyNamesContactAndTimes();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "2-UserInfo",
            """
            publicationOfVulnerabilityDisclosurePolicy: On our site, http://maker.example/page.
            vulnerabilityPolicyUrl: http://maker.example/page
            """)
        .seen(
            "page.fetched",
            "http://maker.example/page",
            "{status: 200, final: 'http://maker.example/page', loginWall: false, language: en, words: 40, title: T, text: 'Report a vulnerability to psirt@maker.example. We acknowledge it within 3 days. After that you get a status update every 14 days until it is solved.'}");
  }

  @Override
  protected Scene refuted() {
    return text("Report a vulnerability to psirt@maker.example. We answer as soon as we can.");
  }

  @Override
  protected String refutedBy() {
    return "page.fetched";
  }

  @Override
  protected List<String> fields() {
    return List.of("2-UserInfo vulnerabilityPolicyUrl");
  }

  @Override
  String url() {
    return "http://maker.example/page";
  }

  private Scene text(String text) {
    return page("{status: 200, words: 40, language: en, emails: [], text: '" + text + "'}");
  }

  /** The finding on a policy where 3 and 14 days are declared. */
  Finding policy(String language, String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return finding(
        page("{status: 200, words: 40, language: "
                + language
                + ", emails: [], text: \""
                + escaped
                + "\"}")
            .rows(
                "2-UserInfo",
                """
                publicationOfVulnerabilityDisclosurePolicy: On our site, http://maker.example/page.
                vulnerabilityPolicyUrl: http://maker.example/page
                acknowledgementDays: 3
                statusUpdateDays: 14
                """));
  }

  private Scene german(String text) {
    return page("{status: 200, words: 40, language: de, emails: [], text: '" + text + "'}");
  }

  @Test
  void whatIsMissingIsNamedInOneContradiction() {
    assertThat(contradiction(refuted())).startsWith("ixit/2-UserInfo.yaml:1:45: ");
    assertThat(violated(refuted()).reason()).contains("acknowledged", "status updates");
    assertThat(violated(text("We care about security problems.")).reason()).contains("a contact");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We do not send status updates on single reports, whether or not the issue is resolved.",
        "After two months we do not send any, whether the vulnerability is resolved or not.",
        "Since 2025 we read reports as time permits and do not answer them."
      })
  void aSentenceThatRefusesOutweighsTheTimesBesideIt(String sentence) {
    assertThat(violated(text(PROMISE + sentence)).reason()).contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We do not send status updates on reports by phone.",
        "We do not send updates on reports before we have acknowledged them.",
        "We do not answer reports that were sent to the sales office.",
        "If you do not get updates on your report, write again."
      })
  void aSentenceThatLeavesAWayRefusesNothing(String sentence) {
    assertThat(finding(text(PROMISE + sentence)).reason()).doesNotContain(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Security: a@b.example. Your report is acknowledged in two business days. Progress is reported weekly until it is fixed.",
        "Vulnerability? Use the contact form. Within 48 hours you get a first response. Every 30 days we keep you informed until the issue is closed."
      })
  void otherWordsDoAsWell(String text) {
    holds(text(text));
  }

  @Test
  void germanIsRead() {
    holds(
        german(
            "Sicherheit: a@b.example. Wir bestätigen den Eingang innerhalb von drei Werktagen. Alle 14 Tage erhalten Sie einen Zwischenstand, bis der Fehler behoben ist."));
    violated(german("Sicherheit: a@b.example. Wir melden uns so bald wie möglich."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Security: a@b.example. We release fixes within 90 days until it is solved. We respond. We send a status.",
        "Security: a@b.example. We cannot acknowledge within 3 days. No status update every 14 days until it is solved.",
        "Security: a@b.example. Refunds take 30 days. We respond to all. Status updates until it is solved.",
        "Security: a@b.example. Security updates come every 30 days. We acknowledge within 2 days until it is solved."
      })
  void aDurationOfSomethingElseDoesNotCount(String text) {
    assertThat(finding(text(text))).isNotInstanceOf(Finding.Holds.class);
  }

  @Test
  void aTextThatNobodyCanReadIsNotRefuted() {
    undetermined(
        page("{status: 200, words: 40, language: pl, emails: [], text: 'Security: podatności'}"),
        "a person reads");
  }

  @Test
  void thatUpdatesGoOnUntilTheEndIsAskedSinceTheNewEdition() {
    String open =
        "Security: a@b.example. We acknowledge within 3 days. Status updates come every 14 days.";
    undetermined(text(open), "until the issue is resolved, a person reads");
    Scene old = text(open);
    holds(
        new Scene(
            EditionId.named("2.1.1"),
            old.tables(),
            old.observations(),
            old.addresses(),
            old.credentials(),
            old.state(),
            old.subject(),
            old.evidence()));
  }
}
