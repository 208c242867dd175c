package dev.plumbline.checks.surface;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterfacesAreOffWhileUnusedTest extends CheckContract {
  @Override
  protected Check check() {
    return new InterfacesAreOffWhileUnused();
  }

  @Override
  protected Scene holding() {
    return setUp("[{kind: station, address: a}]");
  }

  @Override
  protected Scene refuted() {
    return setUp("[{kind: access point, name: setup, address: a}]");
  }

  @Override
  protected String refutedBy() {
    return "radio.scan";
  }

  @Override
  protected List<String> fields() {
    return List.of("15-Intf bands");
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

  private static Scene setUp(String heard) {
    return Scene.of(EditionId.named("2.1.1"))
        .rows("15-Intf", ROWS + "- {id: Intf-4, exposure: intermittent, type: [physical port]}\n")
        .about("15-Intf/Intf-9")
        .seen("radio.scan", "radio/wifi-2.4", "{heard: " + heard + "}", Scene.LISTENED);
  }

  @Test
  void duringTheSetUpItMayBeOn() {
    undetermined(refuted().state("factory-default"), "may be in use");
  }

  @Test
  void aSlotIsForAPerson() {
    undetermined(holding().about("15-Intf/Intf-4"), "not tested; needed: the file of a tool");
  }

  @Test
  void aBandThatNobodyListenedToIsOpen() {
    undetermined(holding().without("radio.scan", "radio/wifi-2.4"), "nobody listened to wifi-2.4");
    undetermined(
        holding().unanswered("radio.scan", "radio/wifi-2.4"), "nobody listened to wifi-2.4");
  }

  private static Scene debugging(String console) {
    String pads =
        "{pads: [TP1, TP2], control: true, ended: true, powered: true, speeds: ['9600', '19200',"
            + " '38400', '57600', '115200', '230400', '460800', '921600']}";
    return Scene.of(EditionId.named("2.1.1"))
        .rows(
            "15-Intf", "- {id: Intf-3, debugInterface: true, debugPorts: [uart], pads: [TP1, TP2]}")
        .about("15-Intf/Intf-3")
        .seen("console.log", "15-Intf/Intf-3", console, pads);
  }

  @Test
  void contactsForDebuggingAreTried() {
    holds(debugging("{said: 0}"));
    violated(debugging("{said: 3, shellWithoutPassword: true}"));
    undetermined(debugging("{said: 0}").without("console.log", "15-Intf/Intf-3"), "logs of trials");
  }
}
