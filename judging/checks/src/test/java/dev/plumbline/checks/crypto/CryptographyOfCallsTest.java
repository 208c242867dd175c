package dev.plumbline.checks.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows about connections that the device opens. */
class CryptographyOfCallsTest {
  private static Finding finding(Scene scene) {
    return scene.judge(new CryptographyInUseIsAsDeclared()).finding();
  }

  private static Finding.Violated violated(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Violated.class);
    return (Finding.Violated) finding;
  }

  private static void undetermined(Scene scene, String words) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Undetermined.class);
    assertThat(finding.reason()).containsIgnoringCase(words);
  }

  private static void holds(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Holds.class);
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
                + " signatures: [ecdsa_secp256r1_sha256], ownKey: EC-256, clearText: []}",
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
                + " groups: [x25519], signatures: [ecdsa_secp256r1_sha256], ownKey: EC-256, clearText: []"
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
  void groupsAndSignaturesThatTheRowDoesNotListLeaveTheQuestionOpen() {
    String offer =
        "{accepted: [trusted], versions: [TLSv1.3], suites: [TLS_AES_128_GCM_SHA256], clearText: [],"
            + " groups: [%s], signatures: [%s]}";
    Scene more = caller("trusted", "TLSv1.3", WHOLE);
    undetermined(
        more.seen(
            "tls.client",
            Scene.CLIENT,
            offer.formatted("x25519, secp256r1", "ecdsa_secp256r1_sha256"),
            WHOLE),
        "the groups secp256r1, not listed by SecComMech-2");
    undetermined(
        more.seen(
            "tls.client",
            Scene.CLIENT,
            offer.formatted("x25519", "ecdsa_secp256r1_sha256, ed25519"),
            WHOLE),
        "the signatures ed25519, not listed");
  }

  @Test
  void anOldSignatureThatALibraryOffersFailsNoRowThatListsNone() {
    Scene row =
        caller("trusted", "TLSv1.3", WHOLE)
            .rows("11-SecComMech", "- {id: SecComMech-2, algorithms: [TLSv1.3, AES-128-GCM]}");
    String offer =
        "{accepted: [trusted], versions: [TLSv1.3], suites: [TLS_AES_128_GCM_SHA256], clearText: [],"
            + " groups: [%s], signatures: [ecdsa_sha1]}";
    holds(row.seen("tls.client", Scene.CLIENT, offer.formatted("x25519"), WHOLE));
    violated(row.seen("tls.client", Scene.CLIENT, offer.formatted("secp192r1"), WHOLE));
  }

  @Test
  void callsInClearTextRefuseNothing() {
    String clear =
        "{accepted: [trusted], versions: [TLSv1.3], suites: [TLS_AES_128_GCM_SHA256], groups: [x25519],"
            + " signatures: [ecdsa_secp256r1_sha256], ownKey: EC-256%s}";
    Scene scene = caller("trusted", "TLSv1.3", WHOLE);
    assertThat(
            violated(
                    scene.seen(
                        "tls.client",
                        Scene.CLIENT,
                        clear.formatted(
                            ", clearText: [{port: 80, protocol: http, after: expired, secrets: [authorization], calls: 3}]"),
                        WHOLE))
                .reason())
        .contains("3 calls", "clear text (http at port 80)", "expired", "authorization");
    undetermined(
        scene.seen("tls.client", Scene.CLIENT, clear.formatted(""), WHOLE),
        "clear text was not recorded");
  }

  @Test
  void callsThatOfferMoreThanIsDeclaredDeviate() {
    assertThat(violated(caller("trusted", "TLSv1.3, TLSv1.2", WHOLE)).reason())
        .contains("offer TLSv1.2");
    Scene more = caller("trusted", "TLSv1.3", WHOLE);
    for (String offer :
        List.of(
            "suites: [TLS_AES_256_GCM_SHA384], groups: [x25519], signatures: [ecdsa_secp256r1_sha256]",
            "suites: [TLS_AES_128_GCM_SHA256], groups: [secp192r1], signatures: [ecdsa_secp256r1_sha256]",
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

  @Test
  void aSearchTellsHowManyCallsMetHowManyServers() {
    Scene scene =
        caller("trusted", "TLSv1.3", WHOLE)
            .seen(
                "tls.client",
                Scene.CLIENT,
                "{accepted: [trusted], refused: [expired, self-signed], undecided: [], versions:"
                    + " [TLSv1.3], suites: [TLS_AES_128_GCM_SHA256], groups: [x25519], signatures:"
                    + " [ecdsa_secp256r1_sha256], clearText: [], calls: 9}",
                WHOLE);
    QuestionLog questionLog = scene.judge(new CryptographyInUseIsAsDeclared()).questionLog();
    assertThat(questionLog.lookedAt()).contains("9 calls for cloud.example, which met 3 servers");
    assertThat(questionLog.notLookedAt())
        .contains("calls for cloud.example at other times and to other hosts");
  }

  @Test
  void callsForAnotherRowSayNothing() {
    String other =
        "{control: true, versionsComplete: true, complete: true, rows: [11-SecComMech/SecComMech-9]}";
    undetermined(caller("trusted", "TLSv1.3", other), "test.clients");
    undetermined(caller("trusted, expired", "TLSv1.3", other), "test.clients");
  }

  @Test
  void aBrokenVersionOrSuiteRefutesAlthoughItIsDeclared() {
    Scene row =
        caller("trusted", "TLSv1.3, SSLv3", WHOLE)
            .rows(
                "11-SecComMech",
                "- {id: SecComMech-2, algorithms: [TLSv1.3, SSLv3, AES-128-GCM, ECDSA-P256, X25519,"
                    + " SHA-256]}");
    assertThat(violated(row).reason())
        .contains("calls for cloud.example offer SSLv3, rejected by the crypto policy");
  }

  @Test
  void groupsThatAreNotKnownLeaveARowThatListsThemOpen() {
    Scene row = caller("trusted", "TLSv1.3", WHOLE);
    String offer =
        "{accepted: [trusted], versions: [TLSv1.3], suites: [TLS_AES_128_GCM_SHA256], clearText: [],"
            + " groups: [], signatures: [ecdsa_secp256r1_sha256]}";
    undetermined(row.seen("tls.client", Scene.CLIENT, offer, WHOLE), "which groups calls for");
    holds(
        row.rows("11-SecComMech", "- {id: SecComMech-2, algorithms: [TLSv1.3, AES-128-GCM]}")
            .seen("tls.client", Scene.CLIENT, offer, WHOLE));
  }

  @Test
  void aRowThatPromisesToNoticeRevocationIsNotSaidToPromiseNothing() {
    Scene promising = withdrawn(", checksRevocation: true", ", revoked: accepted");
    Facts facts = promising.facts();
    IxitEntry row = facts.dossier().ixit().entry(promising.subject()).orElseThrow();
    Callings callings = new Callings(facts, row, DeclaredAlgorithms.of(row), new Questions());
    assertThat(Callings.of(facts, row)).hasSize(1);
    assertThat(callings.remarks(Callings.of(facts, row).getFirst())).isEmpty();
  }
}
