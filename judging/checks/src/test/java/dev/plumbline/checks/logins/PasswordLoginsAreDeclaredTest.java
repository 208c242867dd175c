package dev.plumbline.checks.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordLoginsAreDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new PasswordLoginsAreDeclared();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "1-AuthMech",
            """
            - id: AuthMech-1
              description: Login to the web interface.
              factorKind: password-pre-installed
              endpoints: [tcp/443]
            """)
        .tcp("443")
        .udp()
        .service(443, "{protocol: http, tls: true}")
        .seen(
            "login.mechanism",
            Scene.endpoint(443),
            "{kind: http-form, password: true, clearText: false}",
            "{unanswered: []}")
        .rows("2-UserInfo", "changeMechanismsUrl: http://maker.example/manual")
        .seen(
            "page.fetched",
            "http://maker.example/manual",
            "{status: 200, words: 6, text: Log in and change the password.}");
  }

  @Override
  protected Scene refuted() {
    return holding()
        .tcp("443", "23")
        .service(23, "{protocol: telnet}")
        .seen(
            "login.mechanism",
            Scene.endpoint(23),
            "{kind: telnet, password: true, clearText: true}",
            "{unanswered: []}");
  }

  @Override
  protected String refutedBy() {
    return "login.mechanism";
  }

  @Override
  protected List<String> fields() {
    return List.of("1-AuthMech factorKind", "2-UserInfo changeMechanismsUrl");
  }

  @Test
  void aLoginThatNoRowNamesContradictsTheTable() {
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/1-AuthMech.yaml:1:3: 1-AuthMech lists every way of logging in.");
    assertThat(violated(refuted()).reason())
        .contains("a password login (telnet) at tcp/192.0.2.1/23");
  }

  @Test
  void aRowForAKeyDoesNotCoverAPasswordAtTheSamePort() {
    violated(
        holding()
            .rows(
                "1-AuthMech", "- {id: A-1, factorKind: key-or-certificate, endpoints: [tcp/443]}"));
  }

  @Test
  void aRowThatDoesNotSayItsFactorIsNoCover() {
    undetermined(
        holding().rows("1-AuthMech", "- {id: A-1, endpoints: [tcp/443]}"),
        "do not say that their factor");
  }

  @Test
  void moreLoginsAtAPortThanRowsAreAGap() {
    undetermined(
        holding()
            .seen(
                "login.mechanism",
                Scene.endpoint(443),
                "{kind: http-basic, password: true, mechanisms: [{kind: http-basic}, {kind: http-form}]}"),
        "2 logins were found at tcp/443, rows name 1");
  }

  @Test
  void aPortThatNobodyReadForALoginIsAGap() {
    undetermined(
        holding().tcp("443", "80").service(80, "{protocol: http}"),
        "nobody looked for a login at tcp/192.0.2.1/80");
    undetermined(holding().udp("161"), "nobody looked for a login at udp/192.0.2.1/161");
  }

  @Test
  void aPortThatSendsEverybodyElsewhereAsksForNoLogin() {
    holds(redirecting("https://192.0.2.1/", "[]", "[]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://192.0.2.1/other | []                         | []
          /login                 | []                         | []
          https://192.0.2.1/     | [{path: /x, kind: page}]   | []
          https://192.0.2.1/     | []                         | [/slow]
          """)
  void aPortThatServesAnythingItselfHasToBeRead(String to, String open, String unanswered) {
    undetermined(
        redirecting(to, open, unanswered), "nobody looked for a login at tcp/192.0.2.1/80");
  }

  private Scene redirecting(String to, String open, String unanswered) {
    return holding()
        .tcp("443", "80")
        .service(80, "{protocol: http}")
        .unanswered("login.mechanism", Scene.endpoint(80))
        .seen(
            "http.surface",
            Scene.endpoint(80),
            "{open: "
                + open
                + ", guarded: [], other: [], redirects: [{path: /, to: '"
                + to
                + "'}]}",
            "{unanswered: " + unanswered + "}");
  }

  @Test
  void aServiceThatNobodyRecognisedIsAGap() {
    undetermined(holding().service(443, "{protocol: unknown}"), "nobody recognised the service");
  }

  @Test
  void aRadioThatNobodyListenedToIsAGap() {
    undetermined(
        holding()
            .rows(
                "15-PhyIntf",
                "- {id: PhyIntf-2, description: Bluetooth, air: true, networkInterface: true, status: enabled}"),
        "logins over [PhyIntf-2] were not looked for");
  }

  @Test
  void aLoginThatOnlyTheManualMentionsIsAGap() {
    undetermined(
        holding()
            .seen(
                "page.fetched",
                "http://maker.example/manual",
                "{status: 200, words: 5, text: 'Use SSH with the password.'}"),
        "the manual mentions ssh");
  }

  @Test
  void aManualThatIsGoneWasNotRead() {
    undetermined(
        holding()
            .seen(
                "page.fetched",
                "http://maker.example/manual",
                "{status: 404, words: 4, text: 'There is no such page.'}"),
        "the manual's page on logins was not read");
  }

  @Test
  void theManualThatAnEarlierDossierNamedIsNotTheManual() {
    undetermined(
        holding().rows("2-UserInfo", "changeMechanismsUrl: http://maker.example/manual-2"),
        "the manual's page on logins was not read");
  }

  @Test
  void aWordWithinAnotherDescribesNoLogin() {
    undetermined(
        holding()
            .rows(
                "1-AuthMech",
                "- {id: A-1, description: Login to the shopping page., factorKind:"
                    + " password-pre-installed, endpoints: [tcp/443]}")
            .seen(
                "page.fetched",
                "http://maker.example/manual",
                "{status: 200, words: 5, text: 'Enter the PIN at the display.'}"),
        "the manual mentions pin");
  }

  @Test
  void aLoginThatNothingAsksForIsNotTheDeclaredOneBesideIt() {
    assertThat(violated(unasked()).reason()).contains("http-basic", "that nothing asks for");
  }

  @Test
  void aRowThatNamesTheLoginThatNothingAsksForIsNotContradicted() {
    undetermined(
        unasked()
            .rows(
                "1-AuthMech",
                """
                - id: AuthMech-1
                  description: Login to the web interface, by form or HTTP Basic.
                  factorKind: password-pre-installed
                  endpoints: [tcp/443]
                """),
        "2 logins were found");
  }

  private Scene unasked() {
    return holding()
        .seen(
            "login.mechanism",
            Scene.endpoint(443),
            "{kind: http-form, password: true, clearText: false, mechanisms: ["
                + "{kind: http-form, password: true, clearText: false},"
                + "{kind: http-basic, password: true, clearText: false, unasked: true}]}",
            "{unanswered: []}");
  }

  @Test
  void aRecoveryCodeThatNoRowNamesIsALoginOfItsOwn() {
    Scene scene =
        holding()
            .seen(
                "login.mechanism",
                Scene.endpoint(443),
                "{kind: http-form, password: true, clearText: false, mechanisms: ["
                    + "{kind: http-form, password: true, clearText: false},"
                    + "{kind: http-code, password: true, clearText: false}]}",
                "{unanswered: []}");
    assertThat(violated(scene).reason()).contains("a login by a recovery code");
  }
}
