package dev.plumbline.checks.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes, groups, signatures, weaknesses and certificates of endpoints, and what captures show. */
class CryptographyOfEndpointsTest {
  private static final String AT = Scene.endpoint(443);

  private static final String ALGORITHMS =
      "TLSv1.3, TLSv1.2, ECDHE, ECDSA, AES-128-GCM, X25519, P-256, SHA-256";

  private static Scene row(String algorithms, String details) {
    return TlsScenes.sound(
        Scene.current()
            .rows(
                "11-SecComMech",
                "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: ["
                    + algorithms
                    + "], cryptographicDetails: '"
                    + details
                    + "'}")
            .about("11-SecComMech/SecComMech-1"),
        443);
  }

  private static Scene sound() {
    return row(ALGORITHMS, "TLS.");
  }

  private static Finding finding(Scene scene) {
    return scene.judge(new CryptographyInUseIsAsDeclared()).finding();
  }

  private static String violated(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Violated.class);
    return finding.reason();
  }

  private static String undetermined(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Undetermined.class);
    return finding.reason();
  }

  private static void holds(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Holds.class);
  }

  private static Scene groups(Scene scene, String value) {
    return scene.seen("tls.groups", AT, value, "{complete: true}");
  }

  private static Scene certificate(Scene scene, String part, String instead) {
    assertThat(TlsScenes.CERTIFICATE).contains(part);
    return scene.seen("tls.certificate", AT, TlsScenes.CERTIFICATE.replace(part, instead));
  }

  @Test
  void theSentenceCountsWhatWasAsked() {
    Scene named =
        sound().seen("tls.versions", AT, "{accepted: [TLSv1.3]}", "{names: [gate.local]}");
    assertThat(finding(named).reason())
        .contains("370 cipher suites", "without a server name, as gate.local");
  }

  @Test
  void aGroupThatThePolicyRejectsRefutesWhetherOrNotTheRowNamesGroups() {
    assertThat(violated(groups(sound(), "{accepted: [x25519, secp192r1]}")))
        .contains("secp192r1", "crypto policy plumbline-2026-11");
    violated(
        groups(row("TLSv1.3, TLSv1.2, ECDHE, ECDSA, AES-128-GCM", ""), "{accepted: [secp192r1]}"));
    violated(groups(row(ALGORITHMS + ", secp192r1", ""), "{accepted: [secp192r1]}"));
  }

  @Test
  void aSoundGroupThatTheRowDoesNotListLeavesTheQuestionOpen() {
    assertThat(undetermined(groups(sound(), "{accepted: [x25519, secp384r1]}")))
        .contains("secp384r1", "not listed by SecComMech-1");
    holds(
        groups(
            row("TLSv1.3, TLSv1.2, ECDHE, ECDSA, AES-128-GCM", ""),
            "{accepted: [x25519, secp384r1]}"));
    holds(groups(row(ALGORITHMS, "Curves: X25519, P-256 or P-384."), "{accepted: [secp384r1]}"));
  }

  @ParameterizedTest
  @CsvSource({"1024, 'TLS.'", "2048, 'DHE with 3072 bits.'", "2048, 'Group ffdhe3072.'"})
  void aFieldBelowThePolicyOrTheDeclarationRefutes(int bits, String details) {
    Scene scene = row(ALGORITHMS + ", DHE", details);
    assertThat(violated(groups(scene, "{accepted: [x25519], dhBits: " + bits + "}")))
        .contains("Diffie-Hellman group of " + bits + " bits");
  }

  @Test
  void aFieldAsDeclaredHoldsAndAnUnknownOneLeavesTheQuestionOpen() {
    Scene scene =
        row(ALGORITHMS + ", DHE", "DHE with the group ffdhe2048.")
            .seen(
                "tls.suites",
                AT,
                "{accepted: [TLS_DHE_ECDSA_WITH_AES_128_GCM_SHA256]}",
                "{complete: true}");
    holds(groups(scene, "{accepted: [x25519], dhBits: 2048}"));
    assertThat(undetermined(groups(scene, "{accepted: [x25519]}"))).contains("size of the Diffie");
  }

  @Test
  void aSignatureThatThePolicyCallsBrokenRefutesAndAStrongerHashIsNoDeviation() {
    String value = "{accepted: [ecdsa_secp256r1_sha256, %s], implied: []}";
    violated(sound().seen("tls.signatures", AT, value.formatted("ecdsa_sha1"), "{complete: true}"));
    holds(
        sound()
            .seen(
                "tls.signatures",
                AT,
                value.formatted("ecdsa_secp384r1_sha384"),
                "{complete: true}"));
  }

  @Test
  void aWeaknessOfTheProtocolRefutesAndAnUndecidedOneLeavesTheQuestionOpen() {
    assertThat(
            violated(
                sound()
                    .seen(
                        "tls.weaknesses",
                        AT,
                        "{found: [compression], absent: [insecure-renegotiation]}")))
        .contains("weakness compression");
    assertThat(
            undetermined(sound().seen("tls.weaknesses", AT, "{found: [], absent: [compression]}")))
        .contains("insecure-renegotiation is not known");
    holds(
        sound()
            .seen(
                "tls.weaknesses",
                AT,
                "{found: [ticket-reuse], absent: [compression, insecure-renegotiation]}"));
  }

  @Test
  void whatIsBrokenCountsEvenWhereTheRowDeclaresIt() {
    Scene old =
        row(ALGORITHMS + ", TLSv1.0", "")
            .seen("tls.versions", AT, "{accepted: [TLSv1.0, TLSv1.2]}");
    assertThat(violated(old)).contains("TLSv1.0, rejected by the crypto policy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLS_SHA256_SHA256", "TLS_SHA384_SHA384"})
  void aSuiteThatOnlyProtectsIntegrityIsNoEncryption(String suite) {
    Scene scene = row(ALGORITHMS + ", SHA-384", "");
    assertThat(
            violated(
                scene.seen(
                    "tls.suites",
                    AT,
                    "{accepted: [TLS_AES_128_GCM_SHA256, " + suite + "]}",
                    "{complete: true}")))
        .contains(suite);
  }

  @Test
  void theKeyOfACertificateIsHeldAgainstRowAndPolicy() {
    String ec = "keyAlgorithm: EC, keyBits: 256";
    assertThat(violated(certificate(sound(), ec, "keyAlgorithm: RSA, keyBits: 2048")))
        .contains("RSA-2048, which SecComMech-1 does not list");
    Scene rsa = row("TLSv1.3, TLSv1.2, ECDHE, ECDSA, RSA, AES-128-GCM", "RSA 3072.");
    assertThat(violated(certificate(rsa, ec, "keyAlgorithm: RSA, keyBits: 2048")))
        .contains("declared are 3072 bits");
    holds(certificate(rsa, ec, "keyAlgorithm: RSA, keyBits: 3072"));
    violated(certificate(sound(), ec, "keyAlgorithm: EC, keyBits: 192"));
    undetermined(certificate(sound(), ec, "keyAlgorithm: EC"));
  }

  @Test
  void aSelfSignedCertificateIsHeldAgainstTheWordsOfTheRow() {
    String self = "selfSigned: true";
    assertThat(
            violated(
                certificate(
                    row(
                        ALGORITHMS,
                        "The certificate is issued by our device certification authority."),
                    "selfSigned: false",
                    self)))
        .contains("self-signed certificate (CN=device)", "issued by our device");
    holds(
        certificate(
            row(ALGORITHMS, "The app pins the certificate that it saw at set-up."),
            "selfSigned: false",
            self));
    assertThat(undetermined(certificate(sound(), "selfSigned: false", self)))
        .contains("does not say who issues it");
  }

  @Test
  void aCertificateThatLivesLongerThanDeclaredDeviates() {
    Scene scene = row(ALGORITHMS, "The certificate is valid for 330 days.");
    holds(scene);
    assertThat(violated(certificate(scene, "2026-11-27", "2046-11-27")))
        .contains("days, declared are 330");
  }

  @ParameterizedTest
  @CsvSource({
    "www.other.example, true",
    "device.local, false",
    "gate, false",
    "192.0.2.1, false",
    "'*.devices.example', false"
  })
  void aCertificateMadeOutToAForeignHostAloneDeviates(String name, boolean foreign) {
    Scene scene = row(ALGORITHMS, "The maker serves updates.devices.example.");
    Scene named = certificate(scene, "device.local", "\"" + name + "\"");
    if (foreign) {
      assertThat(violated(named)).contains("made out to " + name);
    } else {
      holds(named);
    }
  }

  @Test
  void aFurtherCertificateOfTheEndpointCountsAsWell() {
    String value = TlsScenes.CERTIFICATE;
    Scene two =
        sound()
            .seen(
                "tls.certificate",
                AT,
                value.substring(0, value.length() - 1)
                    + ", others: ["
                    + value.replace("keyBits: 256", "keyBits: 192")
                    + "]}");
    assertThat(violated(two)).contains("EC-192");
  }

  @Test
  void aSmallHostKeyRefutesWhateverTheListsSay() {
    Scene ssh =
        row("SSH-2, curve25519-sha256, rsa-sha2-512, RSA, aes128-ctr, hmac-sha2-256", "RSA 3072.")
            .service(443, "{protocol: ssh}")
            .seen(
                "ssh.algorithms",
                AT,
                "{kex: [curve25519-sha256], hostKey: [rsa-sha2-512], ciphers: [aes128-ctr], macs: [hmac-sha2-256], ssh1: false}");
    String keys = "{keys: [{type: ssh-rsa, bits: %d}]}";
    holds(ssh.seen("ssh.host-keys", AT, keys.formatted(3072), "{complete: true}"));
    assertThat(violated(ssh.seen("ssh.host-keys", AT, keys.formatted(1024), "{complete: true}")))
        .contains("host key ssh-rsa of 1024 bits");
    assertThat(violated(ssh.seen("ssh.host-keys", AT, keys.formatted(2048), "{complete: true}")))
        .contains("declared are 3072");
    undetermined(ssh.seen("ssh.host-keys", AT, keys.formatted(3072), "{complete: false}"));
    undetermined(ssh.seen("ssh.host-keys", AT, keys.formatted(0), "{complete: true}"));
  }

  @Test
  void aCapturedHandshakeThatDeviatesRefutes() {
    assertThat(
            violated(
                sound()
                    .seen(
                        "traffic.tls",
                        AT,
                        "{deviceIs: server, handshakes: [{version: TLSv1.0, suite: TLS_RSA_WITH_RC4_128_SHA}]}")))
        .contains("captured handshake", "TLSv1.0", "RC4");
    holds(
        sound()
            .seen(
                "traffic.tls",
                AT,
                "{deviceIs: server, handshakes: [{version: TLSv1.3, suite: TLS_AES_128_GCM_SHA256}]}"));
  }

  /** A row without an endpoint, whose interface names a contact. */
  private static Scene calling() {
    return Scene.current()
        .rows("28-LogIntf", "- {id: LogIntf-4, contacts: [cloud.example, updates.example]}")
        .rows(
            "11-SecComMech",
            "- {id: SecComMech-2, interface: [LogIntf-4], algorithms: [TLSv1.3, AES-128-GCM]}")
        .about("11-SecComMech/SecComMech-2");
  }

  private static final String CLOUD = "tcp/198.51.100.7/8090";

  @Test
  void aSecretOnTheWayToADeclaredContactRefutesTheRowOfItsInterface() {
    Scene seen =
        calling()
            .seen(
                "traffic.requests",
                CLOUD,
                "{deviceIs: client, requests: [{method: POST, host: cloud.example, path: /v1}]}")
            .seen(
                "traffic.clear-text",
                CLOUD,
                "{deviceIs: client, found: [{kind: marker, place: declared password of role owner}]}");
    assertThat(violated(seen))
        .contains("declared password of role owner", "requests in clear text");
    undetermined(calling());
  }

  /** The call of the row beside another one over the same interface, and what a capture shows. */
  private static Scene twoRows(String other, String suite) {
    return Scene.current()
        .rows("28-LogIntf", "- {id: LogIntf-4, contacts: [198.51.100.7]}")
        .rows(
            "11-SecComMech",
            "- {id: SecComMech-2, interface: [LogIntf-4], algorithms: [TLSv1.3, AES-128-GCM]}\n"
                + "- {id: SecComMech-3, interface: [LogIntf-4], algorithms: [TLSv1.3, "
                + other
                + "]}")
        .about("11-SecComMech/SecComMech-2")
        .seen("traffic.contacts", CLOUD, "{names: []}")
        .seen(
            "traffic.tls",
            CLOUD,
            "{deviceIs: client, handshakes: [{version: TLSv1.3, suite: " + suite + "}]}");
  }

  @Test
  void aHandshakeThatAnotherRowOfTheInterfaceAllowsRefutesNeither() {
    String suite = "TLS_AES_256_GCM_SHA384";
    assertThat(undetermined(twoRows("AES-256-GCM", suite)))
        .contains("which SecComMech-3 declares over the same interface");
    assertThat(violated(twoRows("AES-128-GCM", suite))).contains("AES_256_GCM");
  }

  @Test
  void aSecretOnTheWayToSomebodyElseIsNoMatterOfTheRow() {
    undetermined(
        calling()
            .seen("traffic.contacts", CLOUD, "{names: [elsewhere.example]}")
            .seen(
                "traffic.clear-text",
                CLOUD,
                "{deviceIs: client, found: [{kind: password, place: form field}]}"));
  }

  @Test
  void aSecretRefutesARowThatClaimsNoProtectionToo() {
    Scene plain =
        Scene.current()
            .rows("11-SecComMech", "- {id: SecComMech-4, protocol: none, endpoints: [tcp/80]}")
            .about("11-SecComMech/SecComMech-4")
            .service(80, "{protocol: http, tls: false}")
            .seen("login.mechanism", Scene.endpoint(80), "{kind: none, password: false}");
    holds(plain);
    violated(
        plain.seen(
            "traffic.clear-text",
            Scene.endpoint(80),
            "{deviceIs: server, found: [{kind: token, place: cookie}]}"));
    holds(
        plain.seen(
            "traffic.clear-text",
            Scene.endpoint(80),
            "{deviceIs: server, found: [{kind: marker, place: declared serial number}]}"));
  }

  @Test
  void dataOfFtpInTheClearBesideALoginInsideTlsDiffers() {
    assertThat(violated(files("clearData: true"))).contains("sends files in the clear", "PROT C");
  }

  @Test
  void aServerOfFtpThatKeepsDataInsideTlsDoesNotDiffer() {
    holds(files("clearData: false"));
  }

  @Test
  void aServerOfFtpOfWhoseDataNobodyKnowsIsLeftOpen() {
    assertThat(undetermined(files("listed: 2"))).contains("in the clear");
  }

  private static Scene files(String field) {
    return sound().seen("ftp.access", AT, "{anonymous: false, tls: true, " + field + "}");
  }
}
