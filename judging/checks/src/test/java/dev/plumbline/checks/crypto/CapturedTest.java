package dev.plumbline.checks.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose connection a capture shows, and what of it counts against the row. */
class CapturedTest {
  private static final String CLOUD = "tcp/198.51.100.7/8090";
  private static final String AT = Scene.endpoint(443);
  private static final String READABLE = "found: [{kind: password, place: form field}]}";

  private static Finding finding(Scene scene) {
    return scene.judge(new CryptographyInUseIsAsDeclared()).finding();
  }

  private static String violated(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Violated.class);
    return finding.reason();
  }

  private static void open(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Undetermined.class);
  }

  private static void holds(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Holds.class);
  }

  /** A row without an endpoint, over an interface with this contact. */
  private static Scene calling(String contact) {
    return calling(contact, "interface: [LogIntf-4], algorithms: [TLSv1.3, AES-128-GCM]");
  }

  private static Scene calling(String contact, String cells) {
    return Scene.current()
        .rows(
            "28-LogIntf",
            "- {id: LogIntf-4, contacts: ['" + contact + "']}\n- {id: LogIntf-5, contacts: [b]}")
        .rows("11-SecComMech", "- {id: SecComMech-2, " + cells + "}")
        .about("11-SecComMech/SecComMech-2");
  }

  private static Scene password(Scene scene) {
    return scene.seen("traffic.clear-text", CLOUD, "{deviceIs: client, " + READABLE);
  }

  private static Scene handshake(Scene scene, String handshake) {
    return scene.seen(
        "traffic.tls", CLOUD, "{deviceIs: client, handshakes: [{" + handshake + "}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          198.51.100.7    | {names: []}
          cloud.example   | {names: [cloud.example]}
          CLOUD.example   | {names: [Cloud.Example]}
          cloud.example   | {details: {host: ['cloud.example:8090']}}
          cloud.example   | {details: {sni: [cloud.example]}}
          '*.example'     | {names: [cloud.example]}
          """)
  void aContactIsTheOneThatIsCalledByAddressOrName(String contact, String contacts) {
    Scene scene = calling(contact).seen("traffic.contacts", CLOUD, contacts);
    assertThat(violated(password(scene))).contains("a password crossed " + CLOUD + " readable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          198.51.100.8    | {names: []}
          cloud.example   | {names: [notcloud.example, cloud.example.net]}
          '*.example'     | {names: [example, cloud-example]}
          cloud.example   | {details: {server: [cloud.example]}}
          """)
  void anyOtherContactIsNot(String contact, String contacts) {
    open(password(calling(contact).seen("traffic.contacts", CLOUD, contacts)));
  }

  @Test
  void theInterfaceIsNamedByItsIdOrWithItsTable() {
    String cells = "algorithms: [TLSv1.3, AES-128-GCM], interface: ";
    violated(password(calling("198.51.100.7", cells + "['28-LogIntf/LogIntf-4']")));
    open(password(calling("198.51.100.7", cells + "[LogIntf-5]")));
  }

  @Test
  void whatOthersOpenedToAContactIsNoCallOfTheDevice() {
    Scene scene = calling("198.51.100.7");
    open(scene.seen("traffic.clear-text", CLOUD, "{deviceIs: server, " + READABLE));
    open(
        scene.seen(
            "traffic.tls",
            CLOUD,
            "{deviceIs: server, handshakes: [{version: TLSv1.0, suite: TLS_RSA_WITH_RC4_128_SHA}]}"));
    open(
        scene.seen(
            "traffic.requests", CLOUD, "{deviceIs: server, requests: [{method: GET, path: /}]}"));
  }

  /** The contacts of its interface are not those of a row that names its own endpoints. */
  @Test
  void aRowWithEndpointsIsNotJudgedByTheContactsOfItsInterface() {
    String cells =
        "interface: [LogIntf-4], endpoints: [tcp/443],"
            + " algorithms: [TLSv1.3, TLSv1.2, ECDHE, ECDSA, AES-128-GCM, SHA-256]";
    holds(password(TlsScenes.sound(calling("198.51.100.7", cells), 443)));
  }

  /** A stand-in names the server of the row. */
  @Test
  void aRowWithAServerOfItsOwnIsJudgedByThatOneAlone() {
    Scene scene =
        calling("198.51.100.8")
            .seen("tls.client", Scene.CLIENT, "{accepted: []}", "{control: true}")
            .seen("traffic.contacts", CLOUD, "{names: [cloud.example]}");
    assertThat(violated(password(scene))).contains("a password crossed " + CLOUD);
    open(
        password(
            calling("198.51.100.7")
                .seen("tls.client", Scene.CLIENT, "{accepted: []}", "{control: true}")));
  }

  @Test
  void anOlderVersionThatTheDeviceOffersCounts() {
    String sound = "version: TLSv1.3, suite: TLS_AES_128_GCM_SHA256";
    Scene scene = calling("198.51.100.7");
    assertThat(violated(handshake(scene, sound + ", offeredVersions: [TLSv1.3, TLSv1.0]")))
        .contains("a captured handshake of the device with " + CLOUD + " has TLSv1.0");
    open(handshake(scene, sound + ", offeredVersions: [TLSv1.3]"));
    open(handshake(scene, sound));
  }

  /** A hello without a list of versions has a number alone, which may be lower than the highest. */
  @Test
  void theOneVersionOfAnOldHelloCountsWhereItWasChosen() {
    Scene scene = calling("198.51.100.7");
    String suite = "suite: TLS_AES_128_GCM_SHA256, ";
    open(handshake(scene, suite + "version: TLSv1.3, offeredVersions: [TLSv1.0]"));
    open(handshake(scene, "offeredVersions: [TLSv1.0]"));
    violated(handshake(scene, "offeredVersions: [TLSv1.0, TLSv1.1]"));
    violated(handshake(scene, suite + "version: TLSv1.0, offeredVersions: [TLSv1.0]"));
  }

  @Test
  void whatAPeerOffersToTheDeviceDoesNotCount() {
    Scene sound =
        TlsScenes.sound(
            Scene.current()
                .rows(
                    "11-SecComMech",
                    "- {id: SecComMech-1, endpoints: [tcp/443], algorithms: [TLSv1.3, TLSv1.2,"
                        + " ECDHE, ECDSA, AES-128-GCM, SHA-256]}")
                .about("11-SecComMech/SecComMech-1"),
            443);
    String served = "{deviceIs: server, handshakes: [{%s}]}";
    holds(
        sound.seen(
            "traffic.tls",
            AT,
            served.formatted("version: TLSv1.3, offeredVersions: [TLSv1.0, TLSv1.3]")));
    holds(sound.seen("traffic.tls", AT, served.formatted("suite: GREASE")));
    assertThat(violated(sound.seen("traffic.tls", AT, served.formatted("version: TLSv1.1"))))
        .contains("a captured handshake at " + AT + " has TLSv1.1");
    assertThat(
            violated(
                sound.seen("traffic.tls", AT, served.formatted("suite: TLS_RSA_WITH_RC4_128_SHA"))))
        .contains("has TLS_RSA_WITH_RC4_128_SHA");
  }

  @Test
  void aRowThatClaimsNoTlsIsNotComparedByHandshakesAndRequests() {
    Scene plain = calling("198.51.100.7", "interface: [LogIntf-4], protocol: none");
    open(handshake(plain, "version: TLSv1.0, suite: TLS_RSA_WITH_RC4_128_SHA"));
    open(requests(plain, "{method: GET, path: /}"));
    assertThat(violated(password(plain))).contains("a password crossed");
  }

  private static Scene requests(Scene scene, String requests) {
    return scene.seen(
        "traffic.requests", CLOUD, "{deviceIs: client, requests: [" + requests + "]}");
  }

  @Test
  void requestsInClearTextCountWhereThereAreSome() {
    Scene scene = calling("198.51.100.7");
    open(requests(scene, ""));
    assertThat(violated(requests(scene, "{method: GET, path: /a}, {method: GET, path: /b}")))
        .contains("the device sent 2 requests in clear text to " + CLOUD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "token", "community"})
  void aSecretIsNamedByItsKindAndAValueOfTheDossierIsNot(String kind) {
    String found = "{deviceIs: client, found: [{kind: %s, place: %s}]}";
    Scene plain = calling("198.51.100.7", "interface: [LogIntf-4], protocol: none");
    assertThat(violated(plain.seen("traffic.clear-text", CLOUD, found.formatted(kind, "cookie"))))
        .contains("a " + kind + " crossed " + CLOUD + " readable: cookie");
    assertThat(
            violated(
                plain.seen(
                    "traffic.clear-text",
                    CLOUD,
                    found.formatted("marker", "declared password of role owner"))))
        .contains("a value of the dossier crossed");
    open(
        plain.seen(
            "traffic.clear-text", CLOUD, found.formatted("marker", "declared serial number")));
  }

  /** Two rows over one interface, of which the other may be the one that was seen. */
  private static Scene two(String second, String version) {
    return handshake(
        Scene.current()
            .rows("28-LogIntf", "- {id: LogIntf-4, contacts: [198.51.100.7]}")
            .rows(
                "11-SecComMech",
                "- {id: SecComMech-2, interface: [LogIntf-4], algorithms: [TLSv1.3, AES-128-GCM]}\n"
                    + "- {id: SecComMech-3, "
                    + second
                    + "}")
            .about("11-SecComMech/SecComMech-2"),
        "version: " + version);
  }

  @Test
  void onlyARowOfTheSameInterfaceThatAllowsItCanBeTheOneThatWasSeen() {
    String same = "interface: [LogIntf-4], algorithms: ";
    open(two(same + "[TLSv1.2, AES-128-GCM]", "TLSv1.2"));
    violated(two(same + "[TLSv1.2, AES-128-GCM]", "TLSv1.1"));
    violated(two("interface: [LogIntf-9], algorithms: [TLSv1.2]", "TLSv1.2"));
    violated(two(same + "[AES-128-GCM]", "TLSv1.2"));
    String suite = "TLSv1.3, suite: TLS_AES_256_GCM_SHA384";
    open(two(same + "[TLSv1.3, AES-256-GCM]", suite));
    violated(two(same + "[AES-256-GCM]", suite));
  }

  @Test
  void aRowWhoseServerIsNamedIsTheOneThatWasSeen() {
    violated(
        two("interface: [LogIntf-4], algorithms: [TLSv1.2, AES-128-GCM]", "TLSv1.2")
            .seen("tls.client", Scene.CLIENT, "{accepted: []}", "{control: true}")
            .seen("traffic.contacts", CLOUD, "{names: [cloud.example]}"));
  }
}
