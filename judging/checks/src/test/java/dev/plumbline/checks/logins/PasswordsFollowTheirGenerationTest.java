package dev.plumbline.checks.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsFollowTheirGenerationTest extends CheckContract {
  @Override
  protected Check check() {
    return new PasswordsFollowTheirGeneration();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "1-AuthMech",
            """
            - id: AuthMech-1
              passwordGenerationMechanism: Random in production.
              passwordPattern: '[0-9a-f]{12}'
              derivedFrom: [random]
              endpoints: [tcp/443]
            """)
        .about("1-AuthMech/AuthMech-1")
        .seen("password.samples", "1-AuthMech/AuthMech-1", SOUND, UNITS)
        .seen(
            "login.default-password",
            Scene.endpoint(443),
            "{accepted: []}",
            "{tried: 61, of: 61, untriedUsers: []}");
  }

  @Override
  protected Scene refuted() {
    return holding()
        .seen(
            "password.samples",
            "1-AuthMech/AuthMech-1",
            SOUND.replace("fromMac: 0", "fromMac: 3"),
            UNITS);
  }

  @Override
  protected String refutedBy() {
    return "password.samples";
  }

  @Override
  protected List<String> fields() {
    return List.of("1-AuthMech passwordPattern");
  }

  private static final String UNITS = "{units: 3}";

  private static final String SOUND =
      "{count: 3, entropyBits: 48, duplicates: 0, patternMisses: 0, common: 0, fromMac: 0, fromSerial: 0, fromUser:"
          + " 0, sequence: false, countsOn: false}";

  private Scene samples(String value) {
    return holding().seen("password.samples", "1-AuthMech/AuthMech-1", value, UNITS);
  }

  @Test
  void everySignTogetherIsOneContradictionOfTheGeneration() {
    Scene all =
        samples(
            "{count: 3, duplicates: 1, patternMisses: 2, common: 1, fromMac: 0, fromSerial: 3,"
                + " fromUser: 1, sequence: true, countsOn: true}");
    assertThat(contradiction(all))
        .isEqualTo("ixit/1-AuthMech.yaml:2:32: AuthMech-1: Random in production.");
    assertThat(violated(all).reason())
        .contains("share", "pattern", "common", "serial", "user", "count up");
  }

  @Test
  void aDeclaredDerivationIsNoContradiction() {
    Scene mac =
        refuted()
            .rows(
                "1-AuthMech",
                "- {id: AuthMech-1, passwordPattern: x, derivedFrom: [mac-address], endpoints:"
                    + " [tcp/443]}");
    holds(mac);
  }

  @ParameterizedTest
  @ValueSource(strings = {"count: 2", "count: 0"})
  void twoUnitsAreTooFew(String count) {
    undetermined(samples(SOUND.replace("count: 3", count)), "sampled units");
  }

  @Test
  void aPatternThatWasNotComparedIsAGap() {
    assertThat(finding(samples(SOUND.replace("patternMisses: 0, ", ""))))
        .isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  void samplesOfAnotherMechanismSayNothing() {
    undetermined(
        holding()
            .without("password.samples", "1-AuthMech/AuthMech-1")
            .seen("password.samples", "1-AuthMech/AuthMech-2", SOUND, UNITS),
        "no sample passwords of AuthMech-1");
  }

  @Test
  void aKnownDefaultThatWorksContradictsTheGeneration() {
    Scene opened =
        holding()
            .seen(
                "login.default-password",
                Scene.endpoint(443),
                "{accepted: [{user: support}]}",
                "{tried: 26}");
    assertThat(violated(opened).reason()).contains("ublicly known default password is accepted");
  }

  private Scene accepted(String login) {
    return holding()
        .seen(
            "login.default-password",
            Scene.endpoint(443),
            "{accepted: [" + login + "]}",
            "{tried: 1, of: 61, untriedUsers: []}");
  }

  @Test
  void anInventedOrEmptyPasswordThatOpensTheLoginRefutes() {
    assertThat(violated(accepted("{user: root, list: x, what: any, after: 20}")).reason())
        .contains("invented passwords are accepted", "for root after 20 wrong logins");
    assertThat(violated(accepted("{user: owner, list: x, what: empty, after: 1}")).reason())
        .contains("an empty password is accepted");
    assertThat(violated(accepted("{user: owner, list: x, what: other-end, after: 1}")).reason())
        .contains("another end");
  }

  @Test
  void anotherCaseCountsOnlyWhereThePatternHasBoth() {
    Scene bent = accepted("{user: owner, list: x, what: other-case, after: 1}");
    assertThat(finding(bent)).isNotInstanceOf(Finding.Violated.class);
    assertThat(
            violated(
                    bent.rows(
                        "1-AuthMech",
                        "- {id: AuthMech-1, passwordPattern: '[A-Za-z]{16}', endpoints:"
                            + " [tcp/443]}"))
                .reason())
        .contains("other case");
  }

  @Test
  void aListThatEndedEarlyLeavesItOpenWithItsNumbers() {
    assertThat(
            finding(
                holding()
                    .seen(
                        "login.default-password",
                        Scene.endpoint(443),
                        "{accepted: []}",
                        "{tried: 24, of: 67, untriedUsers: [], stopped: locked}")))
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Undetermined.class))
        .satisfies(
            u -> {
              assertThat(u.reason()).containsIgnoringCase("only 24 of 67 known passwords");
              assertThat(u.remedies()).isNotEmpty();
            });
  }

  @Test
  void samplesThatLeaveLessStrengthThanDeclaredRefute() {
    Scene declared =
        holding()
            .rows(
                "1-AuthMech",
                """
                - id: AuthMech-1
                  passwordGenerationMechanism: Sixteen characters, 80 bits of the random generator.
                  passwordPattern: '[0-9a-z]{6,16}'
                  endpoints: [tcp/443]
                """);
    String value = SOUND.replace("entropyBits: 48", "entropyBits: %s");
    assertThat(
            violated(
                    declared.seen(
                        "password.samples", "1-AuthMech/AuthMech-1", value.formatted("20"), UNITS))
                .reason())
        .contains("at most 20 bits", "declares 80");
    assertThat(
            finding(
                declared.seen(
                    "password.samples", "1-AuthMech/AuthMech-1", value.formatted("83"), UNITS)))
        .isInstanceOf(Finding.Holds.class);
  }

  @Test
  void aListOfWhichNothingWasTriedShowsNothing() {
    undetermined(
        holding()
            .seen("login.default-password", Scene.endpoint(443), "{accepted: []}", "{tried: 0}"),
        "is not known");
  }

  @Test
  void aUserOfTheListWhoWasNotTriedLeavesItOpen() {
    undetermined(
        holding()
            .seen(
                "login.default-password",
                Scene.endpoint(443),
                "{accepted: []}",
                "{tried: 9, of: 61, untriedUsers: [support]}"),
        "[support]");
    undetermined(
        holding()
            .seen("login.default-password", Scene.endpoint(443), "{accepted: []}", "{tried: 9}"),
        "for which users");
  }

  private Scene shipping(String account) {
    return holding().seen("firmware.accounts", "DUT", "{accounts: [" + account + "]}");
  }

  @Test
  void anAccountOfTheImageWithAKnownPasswordIsLeftToAPerson() {
    undetermined(
        shipping("{name: root, password: hash, known: mirai-2016, login: 'yes'}"),
        "ships the account root with a password of the list mirai-2016");
    undetermined(
        shipping("{name: service, password: empty, login: 'yes'}"), "service without a password");
  }

  @Test
  void anAccountThatNobodyCanUseOrGuessChangesNothing() {
    holds(shipping("{name: root, password: hash, known: none, login: 'yes'}"));
    holds(shipping("{name: root, password: hash, known: mirai-2016, login: 'no'}"));
  }

  @Test
  void aWellKnownCommunityOfSnmpRefutesTheDeclaredGeneration() {
    Scene snmp =
        holding()
            .rows(
                "1-AuthMech",
                "- {id: AuthMech-1, passwordPattern: x, derivedFrom: [random], endpoints:"
                    + " [udp/161]}");
    String at = "udp/192.0.2.1/161";
    String open = "{present: true, communities: [{community: public}]}";
    assertThat(violated(snmp.seen("snmp.access", at, open)).reason())
        .contains("a well-known SNMP community works at " + at);
    String shut = "{present: true, communities: [], users: []}";
    holds(snmp.seen("snmp.access", at, shut, "{heard: true, communities: 20}"));
    undetermined(snmp.seen("snmp.access", at, shut, "{heard: false}"), "is not known");
    undetermined(snmp.seen("snmp.access", at, shut), "heard the well-known SNMP communities");
    undetermined(
        snmp.seen(
            "snmp.access",
            at,
            "{present: true, communities: [], users: [initial]}",
            "{heard: true, communities: 20}"),
        "the SNMP users [initial] read at " + at);
    undetermined(
        snmp.unanswered("snmp.access", at), "no publicly known default was tried at " + at);
  }

  @Test
  void severalPasswordsOfOneUnitAreNotThoseOfSeveral() {
    undetermined(
        holding().seen("password.samples", "1-AuthMech/AuthMech-1", SOUND, "{units: 1}"),
        "only 1 sampled units");
  }

  @Test
  void aRowWithoutAnEndpointWasNotTried() {
    Scene none = holding().withoutCell("1-AuthMech", "endpoints");
    undetermined(none, "names no endpoint");
    holds(
        none.rows(
            "1-AuthMech",
            "- {id: AuthMech-1, passwordPattern: x, derivedFrom: [random], networkReachable: false}"));
  }

  @Test
  void anAgentThatReadsForAnybodyFollowsNoGeneration() {
    violated(
        holding()
            .rows(
                "1-AuthMech",
                "- {id: AuthMech-1, passwordPattern: x, derivedFrom: [random], endpoints:"
                    + " [udp/161]}")
            .seen(
                "snmp.access",
                "udp/192.0.2.1/161",
                "{present: true, communities: [], anybody: true}",
                "{heard: true, communities: 20}"));
  }

  @Test
  void fourDigitsAreForAPersonToJudge() {
    undetermined(samples(SOUND.replace("entropyBits: 48", "entropyBits: 13")), "at most 13 bits");
  }

  @Test
  void waysThatLeadToThePasswordsAreNamed() {
    String ways = SOUND.replace("{count", "{fromMacBy: [hex, sha1], fromSerialBy: [], count");
    assertThat(
            violated(
                    samples(ways.replace("fromMac: 0, fromSerial: 0", "fromMac: 3, fromSerial: 3")))
                .reason())
        .isEqualTo(
            "passwords follow from the MAC address (hex; sha1); passwords follow from the serial"
                + " number.");
  }

  private Scene promising(String mechanism, int entropyBits) {
    return samples(SOUND.replace("entropyBits: 48", "entropyBits: " + entropyBits))
        .rows(
            "1-AuthMech",
            "- {id: AuthMech-1, passwordGenerationMechanism: '"
                + mechanism
                + "', passwordPattern: '[0-9a-z]{6,16}', endpoints: [tcp/443]}");
  }

  @Test
  void theLeastStrengthThatTheRowPromisesCounts() {
    holds(promising("80 bits", 60));
    violated(promising("80 bits", 59));
    holds(promising("From 16 bits to 80 bits", 16));
    violated(promising("80 bits, 15 bits of which are a check sum", 16));
  }

  @Test
  void anAccountOfTheImageWhosePasswordWasNotTriedIsToldAsNotLookedAt() {
    String untried = "the password of the account root of the image";
    for (String known : List.of("", "known: untried, ")) {
      Scene image = shipping("{name: root, password: hash, " + known + "login: unknown}");
      holds(image);
      assertThat(questionLog(image).notLookedAt()).contains(untried);
      assertThat(questionLog(image).entries())
          .anyMatch(e -> e.answer().startsWith("the passwords of 0 accounts"));
    }
    Scene tried = shipping("{name: root, password: hash, known: none, login: 'yes'}");
    assertThat(questionLog(tried).notLookedAt()).doesNotContain(untried);
    assertThat(questionLog(tried).entries())
        .anyMatch(e -> e.answer().startsWith("the passwords of 1 accounts"));
  }

  @Test
  void partsOfTheImageThatWereNotOpenedAreToldAsNotLookedAt() {
    String parts = "accounts in parts of the firmware image that were not opened";
    Scene part = holding().seen("firmware.accounts", "DUT", "{accounts: []}", "{complete: false}");
    Scene whole = holding().seen("firmware.accounts", "DUT", "{accounts: []}", "{complete: true}");
    assertThat(questionLog(part).notLookedAt()).contains(parts);
    assertThat(questionLog(whole).notLookedAt())
        .doesNotContain(parts, "accounts of a firmware image");
  }

  @Test
  void aSearchTellsWhichCommunitiesAndPasswordsItTried() {
    Scene snmp =
        holding()
            .rows(
                "1-AuthMech",
                "- {id: AuthMech-1, passwordPattern: x, derivedFrom: [random], endpoints:"
                    + " [udp/161]}");
    String at = "udp/192.0.2.1/161";
    assertThat(
            questionLog(
                    snmp.seen(
                        "snmp.access",
                        at,
                        "{present: true, communities: [], users: []}",
                        "{heard: true, communities: 20}"))
                .lookedAt())
        .contains("20 well-known SNMP communities at " + at);
    undetermined(
        snmp.seen("snmp.access", at, "{present: false}"), "no publicly known default was tried");
    assertThat(
            questionLog(
                    holding()
                        .rows(
                            "1-AuthMech",
                            "- {id: AuthMech-1, passwordPattern: x, networkReachable: false}"))
                .notLookedAt())
        .contains("known passwords of AuthMech-1, which no network reaches");
  }
}
