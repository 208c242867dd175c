package dev.plumbline.checks.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkLoginsAreDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new NetworkLoginsAreDeclared();
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
            "{unanswered: []}");
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
    return List.of("1-AuthMech factorKind");
  }

  @Test
  void aLoginThatNoRowNamesContradictsTheTable() {
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/1-AuthMech.yaml:1:3: 1-AuthMech lists every way of logging in.");
    assertThat(violated(refuted()).reason())
        .contains("a password login (telnet) at tcp/192.0.2.1/23");
  }

  @Test
  void aKindOfLoginThatCouldNotBeToldIsAGap() {
    undetermined(
        holding()
            .seen(
                "login.mechanism",
                Scene.endpoint(443),
                "{kind: http-form, password: true, clearText: false}",
                "{unanswered: [onvif]}"),
        "has a login of [onvif] is not known");
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
  void aProtocolWithoutALoginSaysNothingOfAnotherAtTheSamePort() {
    String at = "udp/192.0.2.1/5684";
    Scene dtls = holding().udp("5684").seen("dtls.endpoint", at, "{present: true}");
    undetermined(
        dtls.seen("coap.resources", at, "{present: true}"), "nobody looked for a login at " + at);
    undetermined(
        dtls.seen("snmp.access", at, "{present: false}"), "nobody looked for a login at " + at);
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
  void aCommunityOfSnmpIsALoginAndSsdpHasNone() {
    String snmp = "udp/192.0.2.1/161";
    String takes = "{present: true, communities: [{community: public}]}";
    assertThat(violated(holding().seen("snmp.access", snmp, takes)).reason())
        .contains("a login by SNMP community at " + snmp);
    undetermined(
        holding().seen("snmp.access", snmp, "{present: true, communities: []}"),
        "may take a community or user of its own");
    holds(holding().seen("snmp.access", snmp, "{present: false}"));
    holds(holding().seen("upnp.surface", "udp/192.0.2.1/1900", "{present: true}"));
  }

  /** A token goes into the field of a protocol; a form beside it is filled in by a person. */
  @Test
  void aRowForATokenDoesNotCoverAFormBesideIt() {
    Scene tokens =
        holding()
            .rows(
                "1-AuthMech",
                """
                - {id: A-1, factorKind: token, endpoints: [tcp/443]}
                - {id: A-2, factorKind: token, endpoints: [tcp/443]}
                """);
    String basic = "{kind: http-basic, password: true}";
    holds(
        tokens.seen(
            "login.mechanism",
            Scene.endpoint(443),
            "{kind: http-basic, password: true, mechanisms: [" + basic + "]}",
            "{unanswered: []}"));
    Scene both =
        tokens.seen(
            "login.mechanism",
            Scene.endpoint(443),
            "{kind: http-basic, password: true, mechanisms: ["
                + basic
                + ", {kind: http-form, password: true}]}",
            "{unanswered: []}");
    assertThat(violated(both).reason()).contains("a password login (http-form)");
  }

  @Test
  void kindsOfLoginThatNobodyRecordedMayBeThere() {
    undetermined(
        holding()
            .seen(
                "login.mechanism",
                Scene.endpoint(443),
                "{kind: http-form, password: true, clearText: false}"),
        "is not recorded");
  }

  @Test
  void aLoginByKeyIsOneToo() {
    Scene keys =
        holding()
            .tcp("443", "22")
            .service(22, "{protocol: ssh}")
            .seen(
                "login.mechanism",
                Scene.endpoint(22),
                "{kind: none, password: false}",
                "{unanswered: []}")
            .seen("ssh.methods", Scene.endpoint(22), "{methods: [publickey]}");
    undetermined(keys, "offers [publickey], and no row names it");
  }
}
