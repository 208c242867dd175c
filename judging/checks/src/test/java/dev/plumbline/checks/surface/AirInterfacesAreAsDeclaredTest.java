package dev.plumbline.checks.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class AirInterfacesAreAsDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new AirInterfacesAreAsDeclared();
  }

  @Override
  protected Scene holding() {
    return scanned("[]").about("15-Intf/Intf-2");
  }

  @Override
  protected Scene refuted() {
    return scanned("[{kind: BTLE, name: EC-200, address: a}]").about("15-Intf/Intf-2");
  }

  @Override
  protected String refutedBy() {
    return "radio.scan";
  }

  @Override
  protected List<String> fields() {
    return List.of("15-Intf bands", "15-Intf status");
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  private static final String ROWS =
      """
      - {id: Intf-1, status: enabled, air: true, bands: [wifi-2.4, wifi-5], radioRole: station}
      - {id: Intf-2, status: disabled, air: true, bands: [bluetooth]}
      - {id: Intf-9, status: disabled by default, air: true, bands: [wifi-2.4], radioRole: access-point, exposure: intermittent}
      """;

  private static Scene scanned(String bluetooth) {
    return Scene.of(EditionId.named("2.1.1"))
        .rows("15-Intf", ROWS)
        .seen("radio.scan", "radio/bluetooth", "{heard: " + bluetooth + "}", Scene.LISTENED);
  }

  private static Scene wifi(String kind) {
    return scanned("[]")
        .seen(
            "radio.scan",
            "radio/wifi-2.4",
            "{heard: [{kind: " + kind + ", address: a}]}",
            Scene.LISTENED);
  }

  @Test
  void anEnabledRadioThatIsHeardIsOn() {
    holds(wifi("Wi-Fi Client").about("15-Intf/Intf-1"));
    undetermined(scanned("[]").about("15-Intf/Intf-1"), "was not heard");
  }

  @Test
  void rolesTellRowsOfOneBandApart() {
    holds(wifi("Wi-Fi Client").about("15-Intf/Intf-9"));
    violated(wifi("Wi-Fi AP").about("15-Intf/Intf-9"));
    undetermined(wifi("Wi-Fi Device").about("15-Intf/Intf-9"), "can be Intf-9");
    undetermined(wifi("Wi-Fi Device").about("15-Intf/Intf-1"), "can be of another row");
  }

  private static Scene accessPoint(String heard, String looked) {
    return scanned("[]")
        .seen("radio.scan", "radio/wifi-2.4", "{heard: " + heard + "}", looked)
        .about("15-Intf/Intf-9");
  }

  @Test
  void aScanThatStoodStillOnOneChannelSaysNothingOfTheOthers() {
    holds(accessPoint("[]", Scene.LISTENED));
    undetermined(
        accessPoint("[]", "{present: 900, complete: true, channels: ['5', '6', '7']}"),
        "on the channels 10 to 14");
  }

  @Test
  void aRadioWhoseChannelIsNotToldCanBeAnyOfWifi() {
    undetermined(
        accessPoint("[]", Scene.LISTENED)
            .seen("radio.scan", "radio/wifi", "{heard: [{kind: Wi-Fi AP}]}", "{}"),
        "heard in wifi (Wi-Fi AP) can be Intf-9");
  }

  @Test
  void aRadioThatNoRowNamesCanBeTheOneThatIsSaidToBeOff() {
    Scene scene =
        Scene.of(EditionId.named("2.1.1"))
            .rows(
                "15-Intf",
                "- {id: Intf-9, status: disabled, air: true, bands: [wifi-2.4], radioRole: access-point, radioAddresses: ['02:00:00:00:00:09']}")
            .about("15-Intf/Intf-9");
    undetermined(
        scene.seen(
            "radio.scan",
            "radio/wifi-2.4",
            "{heard: [{kind: Wi-Fi AP, address: '02:00:00:00:00:01'}]}",
            Scene.LISTENED),
        "is of no row, and can be Intf-9");
  }

  @Test
  void aShortSilenceIsNone() {
    undetermined(
        holding()
            .seen(
                "radio.scan",
                "radio/bluetooth",
                "{heard: []}",
                "{seconds: 900, present: 60, complete: true}"),
        "60 of the 600 seconds");
  }

  @Test
  void aStatusThatIsNeitherOnNorOffIsNoneToCompareWith() {
    Scene scene =
        wifi("Wi-Fi Client")
            .rows("15-Intf", ROWS.replace("status: enabled", "status: depends"))
            .about("15-Intf/Intf-1");
    undetermined(scene, "neither enabled nor disabled");
  }

  /** What rests on an observation without an answer is not taken for a finding. */
  @Test
  void aBandInWhichNothingWasHeardIsNothingToRestOn() {
    Scene scene =
        wifi("Wi-Fi Client").unanswered("radio.scan", "radio/wifi-5").about("15-Intf/Intf-1");
    holds(scene);
    assertThat(scene.judge(check()).basis()).allMatch(Observation::seen);
  }

  private static Scene bluetooth(String rows, String heard) {
    return Scene.of(EditionId.named("2.1.1"))
        .rows("15-Intf", rows)
        .about("15-Intf/Intf-2")
        .seen("radio.scan", "radio/bluetooth", "{heard: [" + heard + "]}", Scene.LISTENED);
  }

  @Test
  void aRadioThatIsToBeOffIsKnownByItsAddress() {
    String off = "- {id: Intf-2, status: disabled, air: true, bands: [bluetooth]";
    String named = off + ", radioAddresses: ['02:00:00:00:00:0A']}";
    violated(bluetooth(named, "{kind: BTLE, address: '02:00:00:00:00:0a'}"));
    undetermined(bluetooth(named, "{kind: BTLE, address: '02:00:00:00:00:0b'}"), "is of no row");
    undetermined(bluetooth(named, "{kind: BTLE}"), "is of no row");
    violated(bluetooth(off + "}", "{kind: BTLE}"));
  }

  @Test
  void whatAnotherRowOfTheBandDeclaresCanBeThatOne() {
    String rows =
        "- {id: Intf-2, status: disabled, air: true, bands: [bluetooth]}\n"
            + "- {id: Intf-3, status: enabled, air: true, bands: [%s]%s}";
    String heard = "{kind: BTLE, address: '02:00:00:00:00:01'}";
    undetermined(bluetooth(rows.formatted("bluetooth", ""), heard), "can be Intf-2");
    violated(bluetooth(rows.formatted("wifi-5", ""), heard));
    violated(
        bluetooth(rows.formatted("bluetooth", ", radioAddresses: ['02:00:00:00:00:02']"), heard));
  }

  /** A radio of Wi-Fi whose channel is not told is none of Bluetooth. */
  @Test
  void aRadioOfWifiWithoutAChannelIsNoneOfAnotherKind() {
    Scene off = bluetooth("- {id: Intf-2, status: disabled, air: true, bands: [bluetooth]}", "");
    holds(off.seen("radio.scan", "radio/wifi", "{heard: [{kind: Wi-Fi AP}]}", "{}"));
  }

  @Test
  void aRadioThatIsHeardInOneOfItsBandsIsOn() {
    Scene scene =
        wifi("Wi-Fi AP")
            .seen(
                "radio.scan",
                "radio/wifi-5",
                "{heard: [{kind: Wi-Fi Client, name: home, address: a}]}",
                Scene.LISTENED)
            .about("15-Intf/Intf-1");
    holds(scene);
    assertThat(questionLog(scene).entries())
        .anyMatch(e -> e.answer().equals("it is heard in wifi-5 (Wi-Fi Client home)"));
  }
}
