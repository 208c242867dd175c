package dev.plumbline.checks.surface;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class DebugInterfacesAreClosedTest extends CheckContract {
  @Override
  protected Check check() {
    return new DebugInterfacesAreClosed();
  }

  @Override
  protected Scene holding() {
    return tried("{said: 0}", "[]");
  }

  @Override
  protected Scene refuted() {
    return tried("{said: 3, shellWithoutPassword: true}", "[]");
  }

  @Override
  protected String refutedBy() {
    return "console.log";
  }

  @Override
  protected List<String> fields() {
    return List.of("15-Intf debugPorts", "15-Intf pads");
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  private static final String ROWS =
      """
      - {id: Intf-3, status: disabled permanently, debugInterface: true, debugPorts: [uart, swd], pads: [TP1, TP2]}
      """;

  private static final String LOOKED =
      "{pads: [TP1, TP2, TP3], control: true, ended: true, powered: true, speeds: ['9600', '19200',"
          + " '38400', '57600', '115200', '230400', '460800', '921600']}";

  private static Scene tried(String console, String ports) {
    return Scene.of(EditionId.named("2.1.1"))
        .rows("15-Intf", ROWS)
        .about("15-Intf/Intf-3")
        .seen("console.log", "15-Intf/Intf-3", console, LOOKED)
        .seen("debug.port", "15-Intf/Intf-3", "{ports: " + ports + ", silent: [swd]}", LOOKED);
  }

  @Test
  void anAnsweringPortRefutes() {
    violated(tried("{said: 0}", "[{interface: swd, id: '0x2ba01477'}]"));
  }

  @Test
  void aLoginPromptRefutesInTheFirstEditionAlone() {
    violated(tried("{said: 3, loginPrompt: true}", "[]"));
    Scene current =
        Scene.current()
            .rows("15-PhyIntf", ROWS)
            .about("15-PhyIntf/Intf-3")
            .seen("console.log", "15-PhyIntf/Intf-3", "{said: 3, loginPrompt: true}", LOOKED)
            .seen("debug.port", "15-PhyIntf/Intf-3", "{ports: [], silent: [swd]}", LOOKED);
    undetermined(current, "whether that guards it well");
  }

  @Test
  void silenceCountsForTheConnectedContactsAlone() {
    undetermined(
        holding()
            .rows(
                "15-Intf",
                "- {id: Intf-3, debugInterface: true, debugPorts: [uart, swd], pads: [TP1, TP9]}"),
        "only [TP1, TP2, TP3] were connected");
  }

  @Test
  void silenceOfAnAdapterThatWasNotShownAtWorkIsNone() {
    undetermined(
        holding()
            .seen(
                "debug.port",
                "15-Intf/Intf-3",
                "{ports: [], silent: [swd]}",
                "{pads: [TP1, TP2], ended: true}"),
        "adapter worked");
    undetermined(
        holding()
            .seen(
                "console.log",
                "15-Intf/Intf-3",
                "{said: 0}",
                "{pads: [TP1, TP2], control: true, ended: true, powered: true, speeds: ['9600']}"),
        "not listened to at all");
  }

  @Test
  void bootMessagesAreForAPerson() {
    undetermined(tried("{said: 40}", "[]"), "says something");
  }

  @Test
  void aTransportThatNobodyAskedIsNoAnswer() {
    undetermined(
        holding().seen("debug.port", "15-Intf/Intf-3", "{ports: [], silent: [jtag]}", LOOKED),
        "nobody asked it with swd");
  }

  @Test
  void aLogThatNamesNoContactsRefutesNothingAndProvesNothing() {
    undetermined(
        holding().seen("console.log", "DUT", "{shellWithoutPassword: true}"), "it can be these");
  }
}
