package dev.plumbline.checks.surface;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class RadiosAreDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new RadiosAreDeclared();
  }

  @Override
  protected Scene holding() {
    return heard("station", "station", "[]");
  }

  @Override
  protected Scene refuted() {
    return heard("station", "access point", "[]");
  }

  @Override
  protected String refutedBy() {
    return "radio.scan";
  }

  @Override
  protected List<String> fields() {
    return List.of("15-PhyIntf bands");
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  private static final String ROWS =
      """
      - {id: Intf-1, status: enabled, air: true, bands: [wifi-2.4], radioRole: station}
      """;

  private static final List<String> BANDS =
      List.of("wifi-2.4", "wifi-5", "bluetooth", "ieee-802.15.4");

  /** In its own band, in 5 GHz, and the other radios in Bluetooth. */
  private static Scene heard(String own, String other, String beside) {
    Scene scene = Scene.current().rows("15-PhyIntf", ROWS);
    for (String band : BANDS) {
      String kind = band.equals("wifi-2.4") ? "[{kind: " + own + "}, {kind: " + other + "}]" : "[]";
      boolean alone = beside.equals("[]") || !band.equals("bluetooth");
      scene =
          scene.seen(
              "radio.scan",
              "radio/" + band,
              "{heard: " + kind + ", beside: " + (alone ? 0 : 1) + "}",
              Scene.LISTENED);
      if (!alone) {
        scene =
            scene.seen(
                "radio.others", "radio/" + band, "{others: " + beside + "}", "{complete: true}");
      }
    }
    return scene;
  }

  @Test
  void aRadioInABandThatNoRowNamesRefutes() {
    violated(
        holding().seen("radio.scan", "radio/bluetooth", "{heard: [{kind: BTLE}]}", Scene.LISTENED));
  }

  @Test
  void othersHaveToBeThereWithoutTheDevice() {
    Scene beside = heard("station", "station", "[aa]");
    undetermined(beside, "while the device is off");
    Scene off =
        Scene.current()
            .seen("radio.others", "radio/bluetooth", "{others: [aa, bb]}", "{complete: true}")
            .seenIn("off");
    holds(beside.having(both(beside, off)));
    Scene others = heard("station", "station", "[cc]");
    undetermined(others.having(both(others, off)), "1 radios in bluetooth were not heard");
  }

  @Test
  void aScanInWhichTheDeviceIsHeardIsNotOfTheTimeWhileItIsOff() {
    Scene beside = heard("station", "station", "[aa]");
    Scene off =
        Scene.current()
            .seen("radio.others", "radio/bluetooth", "{others: [aa]}", "{complete: true}")
            .seen("radio.scan", "radio/wifi-2.4", "{heard: [{kind: station}]}", Scene.LISTENED)
            .seenIn("off");
    undetermined(beside.having(both(beside, off)), "the device was heard in a scan");
    undetermined(beside.state("off"), "the device was heard in a scan");
  }

  @Test
  void aScanOfAMomentFindsNoMissingRadio() {
    undetermined(
        holding()
            .seen(
                "radio.scan",
                "radio/wifi-5",
                "{heard: [], beside: 0}",
                "{present: 5, complete: true, channels: ['44', '100']}"),
        "5 of the 600 seconds");
  }

  private static List<dev.plumbline.dossier.Observation> both(Scene one, Scene two) {
    return java.util.stream.Stream.concat(one.observations().stream(), two.observations().stream())
        .toList();
  }

  @Test
  void othersBeyondThoseThatWereKeptAreUnknown() {
    Scene beside =
        heard("station", "station", "[aa]")
            .seen(
                "radio.others", "radio/bluetooth", "{others: [aa], count: 3}", "{complete: true}");
    Scene off =
        Scene.current()
            .seen("radio.others", "radio/bluetooth", "{others: [aa]}", "{complete: true}")
            .seenIn("off");
    undetermined(beside.having(both(beside, off)), "2 radios in bluetooth were not heard");
  }

  private static final String UNTOLD = "radio/wifi";

  @Test
  void aRadioOfWifiWithoutAChannelIsThatOfARowForWifi() {
    String heard = "{heard: [{kind: %s}]}";
    holds(holding().seen("radio.scan", UNTOLD, heard.formatted("station"), "{}"));
    violated(holding().seen("radio.scan", UNTOLD, heard.formatted("access point"), "{}"));
    violated(
        holding()
            .rows("15-PhyIntf", "- {id: Intf-1, air: true, bands: [bluetooth]}")
            .without("radio.scan", "radio/wifi-2.4")
            .seen("radio.scan", UNTOLD, heard.formatted("station"), "{}"));
  }

  @Test
  void aRowWithoutBandsCanBeAnyRadio() {
    Scene scene =
        refuted().rows("15-PhyIntf", ROWS + "- {id: Intf-7, status: enabled, air: true}\n");
    undetermined(scene, "which can be a row without bands");
    violated(refuted().rows("15-PhyIntf", ROWS + "- {id: Intf-7, type: [physical port]}\n"));
    undetermined(
        refuted().rows("15-PhyIntf", ROWS + "- {id: Intf-7, type: [air interface]}\n"),
        "which can be a row without bands");
  }

  @Test
  void theBandsOfEachRadioHaveToBeKnownAndListenedTo() {
    undetermined(
        holding().rows("15-PhyIntf", ROWS + "- {id: Intf-7, status: enabled, air: true}\n"),
        "row Intf-7 does not say its bands");
    undetermined(
        holding().rows("15-PhyIntf", ROWS + "- {id: Intf-7, air: true, bands: [sub-ghz]}\n"),
        "a radio scan of sub-ghz");
  }
}
