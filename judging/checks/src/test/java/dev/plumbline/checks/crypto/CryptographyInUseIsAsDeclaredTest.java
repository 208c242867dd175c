package dev.plumbline.checks.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CryptographyInUseIsAsDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new CryptographyInUseIsAsDeclared();
  }

  @Override
  protected Scene holding() {
    return TlsScenes.sound(
        Scene.current()
            .rows(
                "11-SecComMech",
                """
                - id: SecComMech-1
                  cryptographicDetails: TLS 1.2 and 1.3 alone.
                  algorithms: [TLSv1.3, TLSv1.2, ECDHE, ECDSA, AES-128-GCM, SHA-256]
                  endpoints: [tcp/443]
                """)
            .about("11-SecComMech/SecComMech-1"),
        443);
  }

  @Override
  protected Scene refuted() {
    return holding().seen("tls.versions", Scene.endpoint(443), "{accepted: [TLSv1.0, TLSv1.2]}");
  }

  @Override
  protected String refutedBy() {
    return "tls.versions";
  }

  @Override
  protected List<String> fields() {
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

  private static String certificate(String part, String instead) {
    assertThat(TlsScenes.CERTIFICATE).contains(part);
    return TlsScenes.CERTIFICATE.replace(part, instead);
  }

  private Scene algorithms(String names) {
    return holding()
        .rows(
            "11-SecComMech",
            "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: [" + names + "]}");
  }

  @Test
  void allDeviationsOfARowAreOneContradictionOfItsDetails() {
    Scene worse =
        refuted()
            .seen(
                "tls.certificate",
                Scene.endpoint(443),
                certificate("faults: []", "faults: [expired]"));
    assertThat(contradiction(worse))
        .startsWith("ixit/11-SecComMech.yaml:3:15: SecComMech-1 declares TLSv1.3");
    assertThat(violated(worse).reason()).contains("TLSv1.0", "expired");
  }

  private static Scene unprotected(String protocol) {
    return Scene.of(dev.plumbline.catalogue.EditionId.named("2.1.1"))
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
    undetermined(unprotected("{protocol: http, tls: true}"), "TLS is spoken");
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
            "- {id: SecComMech-2, endpoints: [udp/5684], algorithms: [DTLSv1.2,"
                + " TLS_PSK_WITH_AES_128_CCM_8, ECDHE, ECDSA, AES-128-GCM]}")
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
            "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: [TLSv1.3, TLSv1.2, ECDHE, RSA,"
                + " AES-128-GCM]}"));
    holds(
        rsa.rows(
            "11-SecComMech",
            "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: [TLSv1.3, TLSv1.2, static-RSA,"
                + " AES-128-GCM]}"));
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
        algorithms("AES-128-GCM").service(443, "{protocol: mqtt}"), "no probe compares mqtt");
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
        "{kex: [curve25519-sha256, ext-info-s], hostKey: [ssh-ed25519], ciphers: [aes128-ctr],"
            + " macs: [%s], ssh1: false}";
    Scene keys =
        ssh.seen(
            "ssh.host-keys",
            Scene.endpoint(443),
            "{keys: [{type: ssh-ed25519, bits: 256}]}",
            "{complete: true}");
    Scene whole = keys.seen("ssh.algorithms", Scene.endpoint(443), kex.formatted("hmac-sha2-256"));
    holds(whole);
    undetermined(whole.without("ssh.host-keys", Scene.endpoint(443)), "ssh.host-keys");
    violated(
        ssh.seen("ssh.algorithms", Scene.endpoint(443), kex.formatted("hmac-sha2-256, hmac-md5")));
    undetermined(ssh.seen("ssh.algorithms", Scene.endpoint(443), kex.formatted("")), "list macs");
    undetermined(
        ssh.line(
            "ssh.algorithms",
            Scene.endpoint(443),
            kex.formatted("hmac-sha2-256").replace(", ssh1: false", ", compression: []"),
            "{}"),
        "without 'ssh1'");
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
    assertThat(
            violated(
                    holding()
                        .seen(
                            "traffic.clear-text",
                            Scene.endpoint(443),
                            "{found: [{kind: marker, place: declared serial number}]}"))
                .reason())
        .contains("declared serial number");
  }
}
