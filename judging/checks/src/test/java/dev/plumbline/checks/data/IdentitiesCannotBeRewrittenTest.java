package dev.plumbline.checks.data;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentitiesCannotBeRewrittenTest extends CheckContract {
  @Override
  protected Check check() {
    return new IdentitiesCannotBeRewritten();
  }

  @Override
  protected Scene holding() {
    return attempt("{result: refused, readOut: locked, answered: true}");
  }

  @Override
  protected Scene refuted() {
    return attempt("{result: accepted, readOut: locked, answered: true}");
  }

  @Override
  protected String refutedBy() {
    return "debug.write";
  }

  @Override
  protected List<String> fields() {
    return List.of("10-SecParam tamperProtection");
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  private static Scene attempt(String value) {
    return attempt("read-out-protection", value);
  }

  private static Scene attempt(String protection, String value) {
    return Scene.current()
        .rows(
            "10-SecParam",
            "- {id: SecParam-2, protectionScheme: Locked., tamperProtection: [" + protection + "]}")
        .rows(
            "15-PhyIntf",
            "- {id: Intf-3, debugInterface: true, debugPorts: [uart, swd], pads: [TP1, TP2]}")
        .about("10-SecParam/SecParam-2")
        .seen(
            "debug.write",
            "10-SecParam/SecParam-2",
            value,
            "{control: true, ended: true, pads: [TP1, TP2]}");
  }

  @Test
  void anUnlockedReadOutRefutes() {
    violated(attempt("{result: refused, readOut: open, answered: true}"));
    undetermined(attempt("{result: refused, answered: true}"), "does not tell the level");
  }

  @Test
  void aSilentPortIsDisabled() {
    holds(attempt("debug-disabled", "{result: refused, answered: false, silent: [swd]}"));
    violated(attempt("debug-disabled", "{result: refused, answered: true}"));
    undetermined(
        attempt("debug-disabled", "{result: refused, answered: false, silent: []}"), "was asked");
  }

  @Test
  void silenceOfOtherContactsOrAnotherTransportIsNone() {
    Scene silent = attempt("debug-disabled", "{result: refused, answered: false, silent: [jtag]}");
    undetermined(silent, "nobody asked Intf-3 with swd");
    undetermined(
        silent.rows(
            "15-PhyIntf",
            "- {id: Intf-3, debugInterface: true, debugPorts: [jtag], pads: [TP1, TP9]}"),
        "no pads of a debug interface");
  }

  @Test
  void silenceOfOneDebugInterfaceSaysNothingOfAnother() {
    Scene silent = attempt("debug-disabled", "{result: refused, answered: false, silent: [swd]}");
    String one = "- {id: Intf-3, debugInterface: true, debugPorts: [swd], pads: [TP1, TP2]}\n";
    undetermined(
        silent.rows(
            "15-PhyIntf",
            one + "- {id: Intf-4, debugInterface: true, debugPorts: [swd], pads: [TP9]}"),
        "contacts of Intf-4 were not tried");
    undetermined(
        silent.rows("15-PhyIntf", "- {id: Intf-3, debugInterface: true, pads: [TP1, TP2]}"),
        "what its contacts carry");
    holds(
        silent.rows(
            "15-PhyIntf",
            one + "- {id: Intf-4, debugInterface: true, debugPorts: [uart], pads: [TP9]}"));
  }

  @Test
  void aShellOverTheNetworkHasNoContacts() {
    Scene silent = attempt("debug-disabled", "{result: refused, answered: false, silent: [swd]}");
    String one = "- {id: Intf-3, debugInterface: true, debugPorts: [swd], pads: [TP1, TP2]}\n";
    holds(
        silent.rows(
            "15-PhyIntf",
            one + "- {id: Intf-5, debugInterface: true, logical: true, endpoints: [tcp/2222]}"));
    undetermined(
        silent.rows("15-PhyIntf", one + "- {id: Intf-5, debugInterface: true, logical: true}"),
        "what its contacts carry");
    undetermined(
        silent.rows("15-PhyIntf", one + "- {id: Intf-5, debugInterface: true}"),
        "what its contacts carry");
    undetermined(
        silent.rows(
            "15-PhyIntf",
            one + "- {id: Intf-5, debugInterface: true, logical: true, debugPorts: [swd]}"),
        "contacts of Intf-5 were not tried");
  }

  @Test
  void aSecureElementIsBeyondADebugger() {
    undetermined(
        attempt("secure-element", "{result: refused, answered: true}"), "by secure-element");
  }

  @Test
  void anAttemptWithoutAResultOrAnAdapterProvesNothing() {
    undetermined(attempt("{result: unknown, readOut: locked, answered: true}"), "is not told");
    undetermined(
        attempt("{result: refused}")
            .seen(
                "debug.write",
                "10-SecParam/SecParam-2",
                "{result: refused, readOut: locked, answered: true}",
                "{ended: true}"),
        "adapter worked");
  }

  @Test
  void aDebugInterfaceThatNamesNoContactsWasNotTried() {
    Scene silent = attempt("debug-disabled", "{result: refused, answered: false, silent: [swd]}");
    String one = "- {id: Intf-3, debugInterface: true, debugPorts: [swd], pads: [TP1, TP2]}\n";
    undetermined(
        silent.rows("15-PhyIntf", one + "- {id: Intf-4, debugInterface: true, debugPorts: [swd]}"),
        "contacts of Intf-4 were not tried");
    holds(
        silent.rows(
            "15-PhyIntf", one + "- {id: Intf-4, debugInterface: true, debugPorts: [uart]}"));
    holds(silent.rows("15-PhyIntf", one + "- {id: Intf-4, debugPorts: [swd], pads: [TP9]}"));
  }

  @Test
  void aWriteProtectionThatWasNotReachedRefusedNothing() {
    holds(attempt("write-protection", "{result: refused, answered: true}"));
    undetermined(
        attempt("write-protection", "{result: refused, answered: false}"), "was not reached");
  }
}
