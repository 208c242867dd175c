package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CryptographyInUseIsAsDeclaredTest extends CheckContract {
  @Override
  Check check() {
    return new CryptographyInUseIsAsDeclared();
  }

  @Override
  Scene holding() {
    return Scene.current()
        .rows(
            "11-SecComMech",
            """
            - id: SecComMech-1
              cryptographicDetails: TLS 1.2 and 1.3 alone.
              algorithms: [TLSv1.3, TLSv1.2, ECDHE, ECDSA, AES-128-GCM, SHA-256]
              endpoints: [tcp/443]
            """)
        .about("11-SecComMech/SecComMech-1")
        .service(443, "{protocol: http, tls: true}")
        .seen("tls.versions", Scene.endpoint(443), "{accepted: [TLSv1.2, TLSv1.3]}")
        .seen(
            "tls.suites",
            Scene.endpoint(443),
            "{accepted: [TLS_AES_128_GCM_SHA256, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]}",
            "{complete: true}")
        .seen("tls.certificate", Scene.endpoint(443), "{faults: [self-signed]}");
  }

  @Override
  Scene refuted() {
    return holding().seen("tls.versions", Scene.endpoint(443), "{accepted: [TLSv1.0, TLSv1.2]}");
  }

  @Override
  String refutedBy() {
    return "tls.versions";
  }

  @Override
  List<String> fields() {
    return List.of("11-SecComMech algorithms", "11-SecComMech endpoints");
  }

  private Scene suites(String... names) {
    return holding()
        .seen(
            "tls.suites",
            Scene.endpoint(443),
            "{accepted: [" + String.join(", ", names) + "]}",
            "{complete: true}");
  }

  private Scene algorithms(String names) {
    return holding()
        .rows(
            "11-SecComMech",
            "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: [" + names + "]}");
  }

  @Test
  void allDeviationsOfARowAreOneContradictionOfItsDetails() {
    Scene worse = refuted().seen("tls.certificate", Scene.endpoint(443), "{faults: [expired]}");
    assertThat(contradiction(worse))
        .startsWith("ixit/11-SecComMech.yaml:3:15: SecComMech-1 declares TLSv1.3");
    assertThat(violated(worse).reason()).contains("TLSv1.0", "expired");
  }

  private static Scene unprotected(String protocol) {
    return Scene.of(dev.plumbline.catalogue.EditionId.V2_1_1)
        .rows("11-ComMech", "- {id: ComMech-4, protocol: none, endpoints: [tcp/80]}")
        .about("11-ComMech/ComMech-4")
        .seen("login.mechanism", Scene.endpoint(80), "{kind: none, password: false}")
        .service(80, protocol);
  }

  @Test
  void aRowThatProtectsNothingHoldsWhereNothingIsProtectedAndNoPasswordCrosses() {
    Scene plain = unprotected("{protocol: http, tls: false}");
    holds(plain);
    undetermined(plain.without("service.identified", Scene.endpoint(80)), "not looked at");
    undetermined(plain.without("login.mechanism", Scene.endpoint(80)), "not looked at");
    undetermined(unprotected("{protocol: http, tls: true}"), "speaks TLS");
    undetermined(unprotected("{protocol: unknown, tls: false}"), "nobody recognised");
    violated(
        plain.seen(
            "login.mechanism",
            Scene.endpoint(80),
            "{kind: http-form, password: true, clearText: true}"));
  }

  private static final String DTLS = "udp/192.0.2.1/5684";

  /** A row about a service over UDP. */
  private static Scene datagrams(String versions, String suites) {
    return Scene.current()
        .rows(
            "11-SecComMech",
            "- {id: SecComMech-2, endpoints: [udp/5684], algorithms: [DTLSv1.2, TLS_PSK_WITH_AES_128_CCM_8, ECDHE, ECDSA, AES-128-GCM]}")
        .about("11-SecComMech/SecComMech-2")
        .seen("login.mechanism", DTLS, "{kind: none, password: false}")
        .seen("dtls.endpoint", DTLS, "{present: true}")
        .seen("tls.versions", DTLS, "{accepted: [" + versions + "]}")
        .seen("tls.suites", DTLS, "{accepted: [" + suites + "]}", "{complete: true}");
  }

  @Test
  void whatAServiceOverUdpTakesIsCompared() {
    Scene psk = datagrams("DTLSv1.2", "TLS_PSK_WITH_AES_128_CCM_8");
    holds(psk);
    violated(datagrams("DTLSv1.0, DTLSv1.2", "TLS_PSK_WITH_AES_128_CCM_8"));
    violated(datagrams("DTLSv1.2", "TLS_PSK_WITH_AES_128_CCM_8, TLS_PSK_WITH_RC4_128_SHA"));
    undetermined(psk.without("dtls.endpoint", DTLS), "nobody found DTLS at " + DTLS);
    undetermined(psk.without("tls.versions", DTLS), "not looked at");
    undetermined(
        datagrams("DTLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"), "tls.certificate");
  }

  @Test
  void aServiceOverUdpInClearTextIsNotProtected() {
    Scene clear =
        datagrams("DTLSv1.2", "TLS_PSK_WITH_AES_128_CCM_8")
            .seen("coap.resources", DTLS, "{present: true, open: []}");
    assertThat(violated(clear).reason()).contains("clear text");
  }

  @Test
  void whatAnswersInClearTextDoesNotHideBehindDtlsAtTheSamePort() {
    Scene both =
        datagrams("DTLSv1.2", "TLS_PSK_WITH_AES_128_CCM_8")
            .seen("snmp.access", DTLS, "{present: true, communities: []}");
    assertThat(violated(both).reason()).contains("clear text (snmp.access)");
  }

  private static final String WHOLE = "{control: true, versionsComplete: true, complete: true}";

  /** A row about a connection that the device opens. */
  private static Scene caller(String accepted, String versions, String coverage) {
    return Scene.current()
        .rows(
            "11-SecComMech",
            "- {id: SecComMech-2, algorithms: [TLSv1.3, AES-128-GCM, ECDSA-P256, X25519, SHA-256]}")
        .about("11-SecComMech/SecComMech-2")
        .seen(
            "tls.client",
            Scene.CLIENT,
            "{accepted: ["
                + accepted
                + "], undecided: [], versions: ["
                + versions
                + "], suites: [TLS_AES_128_GCM_SHA256], groups: [x25519],"
                + " signatures: [ecdsa_secp256r1_sha256], ownKey: EC-256}",
            coverage);
  }

  @Test
  void callsThatOfferWhatIsDeclaredAndRefuseEachFaultHold() {
    holds(caller("trusted", "TLSv1.3", WHOLE));
  }

  @Test
  void aRowWithoutEndpointAndStandInNamesTheMissingMeans() {
    undetermined(
        caller("trusted", "TLSv1.3", WHOLE).without("tls.client", Scene.CLIENT), "test.clients");
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired", "self-signed", "wrong-name", "unknown-root", "weak-key"})
  void callsThatAcceptAFaultyServerDeviate(String face) {
    assertThat(violated(caller("trusted, " + face, "TLSv1.3", WHOLE)).reason())
        .contains("calls for cloud.example accept a server", face);
    assertThat(violated(caller(face, "TLSv1.3", "{control: false}")).reason()).contains(face);
  }

  /** A row about calls, of which it is known what they make of a withdrawn certificate. */
  private static Scene withdrawn(String promise, String outcome) {
    return caller("trusted", "TLSv1.3", WHOLE)
        .rows(
            "11-SecComMech",
            "- {id: SecComMech-2, algorithms: [TLSv1.3, AES-128-GCM, ECDSA-P256, X25519, SHA-256]"
                + promise
                + "}")
        .seen(
            "tls.client",
            Scene.CLIENT,
            "{accepted: [trusted], undecided: [], versions: [TLSv1.3], suites: [TLS_AES_128_GCM_SHA256],"
                + " groups: [x25519], signatures: [ecdsa_secp256r1_sha256], ownKey: EC-256"
                + outcome
                + ", reasons: {revoked: it does not ask}}",
            WHOLE);
  }

  @Test
  void aRevokedServerCountsAgainstTheRowThatPromisesToNoticeIt() {
    String promise = ", checksRevocation: true";
    assertThat(violated(withdrawn(promise, ", revoked: accepted")).reason()).contains("revoked");
    holds(withdrawn(promise, ", revoked: refused"));
    undetermined(withdrawn(promise, ", revoked: undecided"), "it does not ask");
    undetermined(withdrawn(promise, ""), "certificate is revoked is not known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", checksRevocation: false"})
  void aRevokedServerFailsNoRowThatPromisesNothingAndIsTold(String promise) {
    holds(withdrawn(promise, ", revoked: accepted"));
    assertThat(finding(withdrawn(promise, ", revoked: accepted")).reason())
        .contains("also accept a server whose certificate is revoked");
    for (String outcome : List.of(", revoked: refused", ", revoked: undecided", "")) {
      holds(withdrawn(promise, outcome));
      assertThat(finding(withdrawn(promise, outcome)).reason()).doesNotContain("revoked");
    }
  }

  @Test
  void callsThatOfferMoreThanIsDeclaredDeviate() {
    assertThat(violated(caller("trusted", "TLSv1.3, TLSv1.2", WHOLE)).reason())
        .contains("offer TLSv1.2");
    Scene more = caller("trusted", "TLSv1.3", WHOLE);
    for (String offer :
        List.of(
            "suites: [TLS_AES_256_GCM_SHA384], groups: [x25519], signatures: [ecdsa_secp256r1_sha256]",
            "suites: [TLS_AES_128_GCM_SHA256], groups: [secp256r1], signatures: [ecdsa_secp256r1_sha256]",
            "suites: [TLS_AES_128_GCM_SHA256], groups: [x25519], signatures: [rsa_pkcs1_sha1]")) {
      violated(
          more.seen(
              "tls.client",
              Scene.CLIENT,
              "{accepted: [trusted], versions: [TLSv1.3], " + offer + "}",
              WHOLE));
    }
  }

  @Test
  void refusalsSayNothingWithoutAServerThatIsAccepted() {
    undetermined(
        caller("", "TLSv1.3", "{control: false, versionsComplete: true, complete: true}"),
        "a refusal says nothing");
  }

  @Test
  void aFaultThatWasNotShownIsAGap() {
    undetermined(
        caller("trusted", "TLSv1.3", "{control: true, versionsComplete: true, complete: false}"),
        "not every faulty certificate");
    undetermined(
        caller("trusted", "TLSv1.3", "{control: true, versionsComplete: false, complete: true}"),
        "older versions");
    undetermined(
        caller("trusted", "TLSv1.3", WHOLE).unanswered("tls.client", Scene.CLIENT),
        "no answer came");
  }

  @Test
  void aLoginOfTheDeviceHasToShowItsKey() {
    Scene login =
        caller("trusted", "TLSv1.3", WHOLE)
            .rows(
                "1-AuthMech",
                "- {id: AuthMech-2, algorithms: [TLSv1.3, AES-128-GCM, ECDSA-P256, X25519, SHA-256]}")
            .about("1-AuthMech/AuthMech-2");
    String rest =
        "accepted: [trusted], versions: [TLSv1.3], suites: [TLS_AES_128_GCM_SHA256],"
            + " groups: [x25519], signatures: [ecdsa_secp256r1_sha256]";
    holds(login);
    undetermined(login.seen("tls.client", Scene.CLIENT, "{" + rest + "}", WHOLE), "proved no key");
    violated(login.seen("tls.client", Scene.CLIENT, "{" + rest + ", ownKey: RSA-1024}", WHOLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDH_anon_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_ECDSA_WITH_NULL_SHA"
      })
  void aSuiteOfWhichAPartIsNotDeclaredDeviates(String suite) {
    assertThat(violated(suites("TLS_AES_128_GCM_SHA256", suite)).reason()).contains(suite);
  }

  @Test
  void rsaAsASignatureDoesNotDeclareRsaAsAKeyExchange() {
    Scene rsa = suites("TLS_RSA_WITH_AES_128_GCM_SHA256");
    violated(
        rsa.rows(
            "11-SecComMech",
            "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: [TLSv1.3, TLSv1.2, ECDHE, RSA, AES-128-GCM]}"));
    holds(
        rsa.rows(
            "11-SecComMech",
            "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: [TLSv1.3, TLSv1.2, static-RSA, AES-128-GCM]}"));
  }

  @Test
  void theHashOfASuiteInCbcModeHasToBeDeclared() {
    String names = "TLSv1.3, TLSv1.2, ECDHE, ECDSA, AES-128-CBC";
    Scene cbc = suites("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA");
    violated(
        cbc.rows(
            "11-SecComMech",
            "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: [" + names + "]}"));
    holds(
        cbc.rows(
            "11-SecComMech",
            "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: [" + names + ", SHA-1]}"));
  }

  @Test
  void anUndecidedVersionOrAnOpenListOfSuitesIsAGap() {
    undetermined(
        holding()
            .seen("tls.versions", Scene.endpoint(443), "{accepted: [TLSv1.3], undecided: [SSLv3]}"),
        "accepts [SSLv3] is not known");
    undetermined(
        holding()
            .seen(
                "tls.suites",
                Scene.endpoint(443),
                "{accepted: [TLS_AES_128_GCM_SHA256]}",
                "{complete: false}"),
        "has gaps");
    undetermined(
        holding().seen("tls.versions", Scene.endpoint(443), "{accepted: []}"), "no version of TLS");
  }

  @Test
  void aPasswordInClearTextDeviatesFromADeclaredTransport() {
    assertThat(
            violated(
                    holding()
                        .seen(
                            "login.mechanism",
                            Scene.endpoint(443),
                            "{kind: http-form, password: true, clearText: true}"))
                .reason())
        .contains("takes the password in clear text");
  }

  @Test
  void clearTextDeviatesFromADeclaredTransport() {
    violated(holding().service(443, "{protocol: http, tls: false}"));
  }

  @Test
  void aServiceThatNobodyRecognisedIsAGap() {
    undetermined(holding().service(443, "{protocol: unknown, tls: false}"), "nobody recognised");
    undetermined(
        holding()
            .line("service.identified", Scene.endpoint(443), "{protocol: http}", "{spoke: []}"),
        "without 'tls'");
    undetermined(holding().service(443, "{protocol: ftp, tls: false}"), "nobody tried whether");
  }

  @Test
  void aProtocolWithoutDeclaredTransportIsLeftToAPerson() {
    undetermined(
        algorithms("AES-128-GCM").service(443, "{protocol: mqtt}"), "which no probe compares");
  }

  @Test
  void startTlsMayBeLeftOut() {
    undetermined(
        holding().service(443, "{protocol: smtp, tls: false, starttls: true}"),
        "works without STARTTLS");
  }

  @Test
  void everyListOfSshIsCompared() {
    Scene ssh =
        algorithms("SSH-2, curve25519-sha256, ssh-ed25519, aes128-ctr, hmac-sha2-256")
            .service(443, "{protocol: ssh}");
    String kex =
        "{kex: [curve25519-sha256, ext-info-s], hostKey: [ssh-ed25519], ciphers: [aes128-ctr], macs: [%s], ssh1: false}";
    holds(ssh.seen("ssh.algorithms", Scene.endpoint(443), kex.formatted("hmac-sha2-256")));
    violated(
        ssh.seen("ssh.algorithms", Scene.endpoint(443), kex.formatted("hmac-sha2-256, hmac-md5")));
    undetermined(ssh.seen("ssh.algorithms", Scene.endpoint(443), kex.formatted("")), "list macs");
    undetermined(
        ssh.seen(
            "ssh.algorithms",
            Scene.endpoint(443),
            kex.formatted("hmac-sha2-256").replace(", ssh1: false", "")),
        "first protocol of SSH");
    undetermined(ssh, "ssh.algorithms");
  }

  @Test
  void aPasswordThatACaptureShowsReadableRefutes() {
    Scene seen =
        holding()
            .seen(
                "traffic.clear-text",
                Scene.endpoint(443),
                "{found: [{kind: password, place: 'form field password'}]}");
    assertThat(violated(seen).reason())
        .contains("a password crossed", "readable: form field password");
    holds(
        holding()
            .seen(
                "traffic.clear-text", Scene.endpoint(443), "{found: [{kind: marker, place: x}]}"));
  }
}
