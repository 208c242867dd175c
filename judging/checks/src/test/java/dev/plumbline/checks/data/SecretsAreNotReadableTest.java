package dev.plumbline.checks.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsAreNotReadableTest extends CheckContract {
  @Override
  protected Check check() {
    return new SecretsAreNotReadable();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows("10-SecParam", PARAMETERS)
        .about("10-SecParam/SecParam-2")
        .tcp("443")
        .seen("service.disclosed", Scene.endpoint(443), "{facts: []}", "{looked: [pages]}")
        .seen("firmware.secrets", "DUT", "{found: [], count: 0}", OPENED)
        .seen("firmware.markers", "DUT", "{found: [{kind: serial, place: etc/id}]}", OPENED);
  }

  private static final String OPENED =
      "{opened: {tar: 1}, bytes: 9, complete: true, markers: [password, serial]}";

  @Override
  protected Scene refuted() {
    return leak("private key at /backup");
  }

  @Override
  protected String refutedBy() {
    return "service.disclosed";
  }

  @Override
  protected List<String> fields() {
    return List.of("10-SecParam storageProtection");
  }

  private static final String PARAMETERS =
      """
      - {id: SecParam-1, type: critical, description: "Login password, kept as hash.", usedFor: [user-authentication], storageProtection: [hashed]}
      - {id: SecParam-2, type: critical, description: Private device key., protectionScheme: "No export, not even in backups.", storageProtection: [secure-element]}
      - {id: SecParam-3, type: critical, description: Private key of the web interface.}
      - {id: SecParam-4, type: public, description: Public key and private key of updates., storageProtection: [signed]}
      - {id: SecParam-5, type: critical, description: Wi-Fi passphrase.}
      """;

  private Scene leak(String text) {
    return holding()
        .seen(
            "service.disclosed",
            Scene.endpoint(443),
            "{facts: [{kind: secret, text: '" + text + "', relevant: true}]}");
  }

  private String counted(String text) {
    return List.of("SecParam-1", "SecParam-2", "SecParam-3", "SecParam-4", "SecParam-5").stream()
        .filter(p -> finding(leak(text).about("10-SecParam/" + p)) instanceof Finding.Violated)
        .toList()
        .toString();
  }

  private Scene printed(String key) {
    return holding()
        .seen("tls.certificate", Scene.endpoint(443), "{subject: CN=hub, keySha256: k1}")
        .seen(
            "page.fetched",
            "https://maker.example/manual",
            "{purpose: setupUrl, privateKeys: [{page: 'https://maker.example/manual/proxy',"
                + " keySha256: "
                + key
                + "}]}");
  }

  @Test
  void aPrivateKeyInUseThatThePagesOfTheMakerPrintIsALeak() {
    assertThat(violated(printed("k1").about("10-SecParam/SecParam-3")).reason())
        .contains(
            "private key of tcp/192.0.2.1/443 at https://maker.example/manual/proxy, a page that"
                + " everybody can read");
    undetermined(printed("k1"), "another parameter fits: private key of tcp/192.0.2.1/443");
    holds(printed("k2"));
  }

  @Test
  void theContradictionStandsAtTheProtectionScheme() {
    assertThat(contradiction(refuted()))
        .startsWith("ixit/10-SecParam.yaml:2:")
        .endsWith("SecParam-2: No export, not even in backups.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          private key at /backup                      | [SecParam-2]
          private key at /x.pem                       | [SecParam-2]
          password in the clear at /backup            | [SecParam-5]
          password hash of a user at /etc             | [SecParam-1]
          password filled into a form at /wifi        | [SecParam-5]
          access key or token at /config              | []
          a secret of 16 characters, not shown        | []
          """)
  void aLeakCountsOnceAtTheParameterThatItFitsBest(String text, String rows) {
    assertThat(counted(text)).isEqualTo(rows);
  }

  @Test
  void aLeakThatFitsSeveralSaysSo() {
    assertThat(violated(refuted()).reason()).contains("any of [SecParam-2, SecParam-3]");
    undetermined(refuted().about("10-SecParam/SecParam-3"), "it counts at SecParam-2");
  }

  @Test
  void aLeakOfAnotherParameterIsNamedAndNotUsed() {
    undetermined(
        refuted().about("10-SecParam/SecParam-5"),
        "another parameter fits: private key at /backup");
  }

  @Test
  void aLeakThatFitsNoParameterIsNamed() {
    undetermined(
        leak("access key or token at /config"), "no parameter is known to be this one: access key");
  }

  @Test
  void withoutAReadingOfTheStorageTheMissingMeansIsNamed() {
    undetermined(holding().without("firmware.secrets", "DUT"), "needed: a reading of the storage");
  }

  private Scene image(String found, String coverage) {
    return holding().seen("firmware.secrets", "DUT", "{found: [" + found + "]}", coverage);
  }

  @Test
  void aPrivateKeyInTheImageRefutes() {
    Scene scene =
        image("{kind: private-key, place: etc/device.key}", "{opened: {tar: 1}, bytes: 9}");
    assertThat(violated(scene).reason())
        .contains("private key at etc/device.key in the firmware image");
  }

  @Test
  void anEncryptedKeyInTheImageDoesNot() {
    holds(
        image(
            "{kind: private-key-encrypted, place: etc/device.key}",
            "{opened: {tar: 1}, bytes: 9, complete: true}"));
  }

  @Test
  void whatWasFoundInSourcesIsNotKnownToBeInTheDevice() {
    undetermined(
        image("{kind: private-key, place: test/device.key}", "{target: sources}"),
        "a reading of the storage");
  }

  @Test
  void anImageThatIsNotOfTheUnitIsNoReadingOfItsStorage() {
    undetermined(
        holding().seen("firmware.markers", "DUT", "{found: []}", OPENED), "inside the device");
  }

  @Test
  void thePasswordInUseInTheStorageRefutesItsParameterAlone() {
    Scene scene =
        holding()
            .seen(
                "firmware.markers",
                "DUT",
                "{found: [{kind: serial, place: a}, {kind: password, place: etc/wifi}]}",
                OPENED);
    assertThat(violated(scene.about("10-SecParam/SecParam-1")).reason())
        .contains("stands readable at etc/wifi");
    holds(scene);
  }

  @Test
  void anImageThatWasNotOpenedToItsEndProvesNothing() {
    undetermined(
        image(
            "",
            "{opened: {tar: 1}, bytes: 9, complete: false, unopened: [{place: x, reason: broken}]}"),
        "not opened to its end");
    undetermined(
        image(
            "",
            "{opened: {tar: 1}, bytes: 9, complete: false, unopened: [{place: x, reason: noise, disordered: true}]}"),
        "not opened to its end");
  }

  @Test
  void whatLooksEncryptedIsNoGapWhereThatIsDeclared() {
    holds(
        image(
                "",
                "{opened: {tar: 1}, bytes: 9, complete: false, unopened: [{place: x, reason: noise, disordered: true}]}")
            .rows(
                "10-SecParam",
                "- {id: SecParam-2, type: critical, storageProtection: [encrypted]}"));
  }

  @Test
  void encryptionHasToShow() {
    undetermined(
        holding()
            .rows(
                "10-SecParam",
                "- {id: SecParam-2, type: critical, storageProtection: [encrypted]}"),
        "no part of what was read looks encrypted");
  }

  @Test
  void aPublicValueHasToBeSigned() {
    Scene scene = holding().about("10-SecParam/SecParam-4");
    undetermined(scene, "carries a signature is not told");
    undetermined(
        scene.seen(
            "firmware.signature",
            "DUT",
            "{state: present, parts: [{format: file, state: present}]}",
            OPENED),
        "is called a signature");
    holds(
        scene.seen(
            "firmware.signature",
            "DUT",
            "{state: present, parts: [{format: fit, state: present}]}",
            OPENED));
    violated(scene.seen("firmware.signature", "DUT", "{state: absent}", OPENED));
  }

  @Test
  void aPortThatNobodyAskedProvesNothing() {
    undetermined(holding().tcp("443", "8080"), "8080 gives away without a login is not known");
  }

  @Test
  void oddInputThatGetsAtFilesIsForAPerson() {
    undetermined(
        holding().seen("input.validation", Scene.endpoint(443), "{findings: [{kind: traversal}]}"),
        "odd input gets at files");
  }

  /** Both rows speak of the owner; one alone speaks of Wi-Fi. */
  @Test
  void aWifiKeyCountsAtTheRowThatNamesIt() {
    Scene scene =
        leak("Wi-Fi key in the clear at /settings")
            .rows(
                "10-SecParam",
                """
                - {id: SecParam-1, type: critical, description: "Login passwords of owner and viewer.", storageProtection: [hashed]}
                - {id: SecParam-5, type: critical, description: Wi-Fi passphrase of the owner's network., storageProtection: [encrypted]}
                """);
    undetermined(scene.about("10-SecParam/SecParam-1"), "it counts at SecParam-5");
    assertThat(violated(scene.about("10-SecParam/SecParam-5")).reason()).contains("Wi-Fi key");
  }

  private static final String HIDDEN = "{place: x, reason: noise, disordered: true}";
  private static final String BROKEN = "{place: y, reason: broken}";

  /** A reading whose row declares encrypted storage; the values of the dossier were searched. */
  private Scene encrypted(String found, String coverage) {
    return holding()
        .rows("10-SecParam", "- {id: SecParam-2, type: critical, storageProtection: [encrypted]}")
        .seen("firmware.secrets", "DUT", found, coverage);
  }

  private static String partly(String unopened) {
    return "{opened: {tar: 1}, bytes: 9, complete: false, markers: [password, serial], unopened: ["
        + unopened
        + "]}";
  }

  @Test
  void onlyPartsThatAllLookEncryptedAreNoGap() {
    String none = "{found: [], count: 0}";
    holds(encrypted(none, partly(HIDDEN)));
    undetermined(
        encrypted(none, partly(HIDDEN + ", " + BROKEN)),
        "not opened to its end: [x (noise), y (broken)]");
    undetermined(encrypted(none, partly("")), "not opened to its end");
  }

  @Test
  void rowsThatWereNotKeptMayHoldIt() {
    undetermined(encrypted("{found: [], count: 1}", partly(HIDDEN)), "not opened to its end");
    String key = "{found: [{kind: private-key-encrypted, place: k}], count: %d}";
    holds(encrypted(key.formatted(1), partly(HIDDEN)));
    undetermined(encrypted(key.formatted(2), partly(HIDDEN)), "not opened to its end");
  }

  @Test
  void theSearchForValuesOfTheDossierHasToReachTheEndAsWell() {
    Scene whole = encrypted("{found: [], count: 0}", partly(HIDDEN));
    String serial = "{found: [{kind: %s, place: etc/id}], count: %d}";
    holds(whole.seen("firmware.markers", "DUT", serial.formatted("serial", 1), partly(HIDDEN)));
    holds(whole.seen("firmware.markers", "DUT", serial.formatted("mac", 1), partly(HIDDEN)));
    undetermined(
        whole.seen("firmware.markers", "DUT", serial.formatted("serial", 2), partly(HIDDEN)),
        "not opened to its end");
    undetermined(
        whole.seen(
            "firmware.markers",
            "DUT",
            serial.formatted("serial", 1),
            partly(HIDDEN + ", " + BROKEN)),
        "not opened to its end");
  }
}
