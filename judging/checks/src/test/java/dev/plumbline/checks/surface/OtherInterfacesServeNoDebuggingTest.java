package dev.plumbline.checks.surface;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherInterfacesServeNoDebuggingTest extends CheckContract {
  @Override
  protected Check check() {
    return new OtherInterfacesServeNoDebugging();
  }

  @Override
  protected Scene holding() {
    return tried("{said: 0}");
  }

  @Override
  protected Scene refuted() {
    return tried("{said: 9, bootLoaderPrompt: true}");
  }

  @Override
  protected String refutedBy() {
    return "console.log";
  }

  @Override
  protected List<String> fields() {
    return List.of("15-Intf carries", "15-Intf pads");
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  private static final String ROWS =
      """
      - {id: Intf-2, status: enabled, debugInterface: false, carries: [power], pads: [TP1, TP2]}
      """;

  private static final String LOOKED =
      "{pads: [TP1, TP2, TP3], control: true, ended: true, powered: true, speeds: ['9600', '19200',"
          + " '38400', '57600', '115200', '230400', '460800', '921600']}";

  private static Scene tried(String console) {
    return Scene.of(EditionId.named("2.1.1"))
        .rows("15-Intf", ROWS)
        .about("15-Intf/Intf-2")
        .seen("console.log", "15-Intf/Intf-2", console, LOOKED)
        .seen("debug.port", "15-Intf/Intf-2", "{ports: [], silent: [jtag, swd]}", LOOKED);
  }

  private static Scene wifi() {
    return Scene.of(EditionId.named("2.1.1"))
        .rows(
            "15-Intf",
            "- {id: Intf-1, status: enabled, air: true, networkInterface: true, bands: [wifi-5], endpoints: [tcp/443]}")
        .about("15-Intf/Intf-1")
        .tcp("443")
        .udp()
        .service(443, "{protocol: http, tls: true}");
  }

  @Test
  void aSocketForDataNeedsItsOwnTools() {
    undetermined(
        holding()
            .rows(
                "15-Intf",
                "- {id: Intf-2, carries: [power, usb-data], pads: [TP1, TP2], debugInterface: false}"),
        "trial of the tools for usb-data");
  }

  @Test
  void aNetworkInterfaceIsSearchedForShells() {
    holds(wifi());
    undetermined(wifi().service(443, "{protocol: telnet}"), "speaks telnet");
    undetermined(wifi().without("service.identified", Scene.endpoint(443)), "speaks unknown");
    undetermined(wifi().without("udp.open-ports", "address/192.0.2.1"), "nothing looked");
  }

  @Test
  void aRadioThatIsNotWifiIsNotReached() {
    undetermined(
        wifi().rows("15-Intf", "- {id: Intf-1, status: enabled, air: true, bands: [bluetooth]}"),
        "trial of the tools for the bands");
  }
}
