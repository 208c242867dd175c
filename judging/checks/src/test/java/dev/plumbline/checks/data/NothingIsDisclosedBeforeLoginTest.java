package dev.plumbline.checks.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingIsDisclosedBeforeLoginTest extends CheckContract {
  @Override
  protected Check check() {
    return new NothingIsDisclosedBeforeLogin();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "28-LogIntf",
            """
            - id: LogIntf-1
              disclosedInformation: [Model EC-100, Firmware 2.1.7]
              endpoints: [tcp/443]
            """)
        .about("28-LogIntf/LogIntf-1")
        .service(443, "{protocol: http}")
        .seen(
            "service.disclosed",
            Scene.endpoint(443),
            "{facts: [{kind: firmware, text: '2.1.7.', relevant: true}, {kind: serial, text: S1,"
                + " relevant: false}]}",
            "{looked: [headers, page]}");
  }

  @Override
  protected Scene refuted() {
    return facts("{kind: version, text: httpd 1.4.2, relevant: true}");
  }

  @Override
  protected String refutedBy() {
    return "service.disclosed";
  }

  @Override
  protected List<String> fields() {
    return List.of("28-LogIntf endpoints");
  }

  private Scene facts(String facts) {
    return holding()
        .seen(
            "service.disclosed",
            Scene.endpoint(443),
            "{facts: [" + facts + "]}",
            "{looked: [headers, page]}");
  }

  /** Service identification speaks TCP alone. */
  private Scene announcing(String... keys) {
    Scene scene =
        holding()
            .rows(
                "28-LogIntf",
                """
                - id: LogIntf-1
                  disclosedInformation: [Ports]
                  endpoints: [udp/5353]
                """)
            .seen("service.disclosed", "udp/192.0.2.1/5353", "{facts: []}", "{looked: [services]}");
    for (String key : keys) {
      scene = scene.seen(key, "udp/192.0.2.1/5353", "{present: true}", "{}");
    }
    return scene;
  }

  @Test
  void aServiceOverUdpIsRecognisedByItsAnswer() {
    holds(announcing("mdns.services"));
    undetermined(announcing(), "nobody recognised the service at udp/192.0.2.1/5353");
  }

  @Test
  void insideDtlsAndOfASecondProtocolNothingIsRead() {
    undetermined(announcing("dtls.endpoint"), "inside DTLS was not read");
    undetermined(announcing("mdns.services", "coap.resources"), "nobody recognised the service");
  }

  @Test
  void whatGaveNoAnswerIsAGap() {
    undetermined(
        holding()
            .seen(
                "service.disclosed",
                Scene.endpoint(443),
                "{facts: []}",
                "{looked: [headers, page], unanswered: [config.txt]}"),
        "tcp/192.0.2.1/443 gave no answer about [config.txt]");
  }

  private Scene answering(String hints) {
    return holding()
        .seen(
            "login.brute-force",
            Scene.endpoint(443),
            "{attempts: 6, delaysMs: [], locked: true, lockedAfter: 6, sign: status 429, slowed:"
                + " false, accountUsable: 'no', mechanism: http-form, hints: ["
                + hints
                + "]}",
            "{budget: 30, seconds: 4, mechanisms: 1}");
  }

  @Test
  void anAnswerToAWrongLoginThatHoldsAPartOfThePasswordRefutes() {
    assertThat(violated(answering("beginning")).reason())
        .contains("an answer of tcp/192.0.2.1/443 to a wrong login holds the beginning of");
    holds(answering(""));
  }

  @Test
  void theContradictionStandsAtTheColumn() {
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/28-LogIntf.yaml:2:25: LogIntf-1 discloses: Model EC-100, Firmware 2.1.7.");
  }

  @Test
  void theSameFactCountsOnceWhateverItsPunctuationAndCompany() {
    assertThat(
            violated(
                    facts(
                        "{kind: version, text: 1.4.2, relevant: true}, {kind: version, text:"
                            + " '1.4.2.', relevant: true}, {kind: version, text: 'httpd 1.4.2',"
                            + " relevant: true}"))
                .reason())
        .endsWith("tcp/192.0.2.1/443: version \"httpd 1.4.2\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.1", "1.7", "''", "'00'", "2.1.7.1"})
  void aPieceOfADeclaredFactIsNotDeclared(String text) {
    violated(facts("{kind: version, text: " + text + ", relevant: true}"));
  }

  @Test
  void pagesThatNobodyReadAreAGap() {
    undetermined(
        holding()
            .seen("service.disclosed", Scene.endpoint(443), "{facts: []}", "{looked: [banner]}"),
        "were not read");
    holds(
        holding()
            .service(443, "{protocol: ssh}")
            .seen("service.disclosed", Scene.endpoint(443), "{facts: []}", "{looked: [banner]}"));
  }

  private Scene listing(String disclosed, String fact) {
    return facts(fact)
        .rows(
            "28-LogIntf",
            "- {id: LogIntf-1, endpoints: [tcp/443], disclosedInformation: ['" + disclosed + "']}");
  }

  @Test
  void aRowMayListAFactInWords() {
    holds(listing("MAC address (security-relevant)", "{kind: mac, text: '02:4c:48:a1:7e:31'}"));
    holds(listing("Seriennummer der Einheit", "{kind: serial, text: G7-400917}"));
    holds(listing("Name and version of OpenSSH", "{kind: version, text: OpenSSH 10.0p2}"));
  }

  @Test
  void wordsThatDenyAFactListNothing() {
    violated(
        listing("Login form, no serial number", "{kind: serial, text: G7-400917, relevant: true}"));
    violated(
        listing("nginx, without version", "{kind: version, text: nginx 1.18, relevant: true}"));
    violated(listing("Version of OpenSSH", "{kind: version, text: jQuery 1.7.2, relevant: true}"));
    violated(
        listing("Secrets", "{kind: secret, text: password in the clear at /x, relevant: true}"));
  }

  @Test
  void aCertificateThatNamesTheFirmwareGivesItAway() {
    Scene shown =
        holding()
            .seen(
                "tls.certificate",
                Scene.endpoint(443),
                "{subject: 'CN=hub, O=Maker', names: [a.example]}");
    holds(shown);
    assertThat(
            violated(
                    shown.seen(
                        "tls.certificate",
                        Scene.endpoint(443),
                        "{subject: CN=hub firmware 1.0, names: []}"))
                .reason())
        .contains("the certificate of tcp/192.0.2.1/443: version \"1.0\"");
    assertThat(
            violated(
                    shown.seen(
                        "tls.certificate",
                        Scene.endpoint(443),
                        "{subject: CN=hub, names: [hub-1.0]}"))
                .reason())
        .contains("version");
    holds(
        shown.seen(
            "tls.certificate", Scene.endpoint(443), "{subject: CN=hub 11.0, names: [1.0.2]}"));
  }

  @Test
  void aCertificateThatNobodyReadIsToldAsNotLookedAt() {
    Scene secured = holding().service(443, "{protocol: http, tls: true}");
    assertThat(secured.judge(check()).questionLog().notLookedAt())
        .anyMatch(p -> p.contains("certificate of tcp/192.0.2.1/443"));
  }
}
