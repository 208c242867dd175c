package dev.plumbline.checks.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.LaterLook;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusIsAsDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new StatusIsAsDeclared();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows("15-PhyIntf", "- {id: PhyIntf-1, status: enabled}")
        .rows(
            "28-LogIntf",
            """
            - {id: LogIntf-1, status: enabled, access: [PhyIntf-1], endpoints: [tcp/443]}
            - {id: LogIntf-2, status: disabled, access: [PhyIntf-1], endpoints: [tcp/23]}
            """)
        .about("15-PhyIntf/PhyIntf-1")
        .service(443, "{protocol: http}")
        .tcp("443")
        .without("device.addresses", "address/192.0.2.1");
  }

  @Test
  void aPortThatTakesConnectionsAndSaysNothingShowsNothing() {
    undetermined(holding().unanswered("service.identified", Scene.endpoint(443)), "says nothing");
  }

  @Test
  void aDisabledServiceBehindANetworkInterfaceContradictsItsOwnStatus() {
    assertThat(contradiction(holding().tcp("443", "23")))
        .isEqualTo("ixit/28-LogIntf.yaml:2:27: [LogIntf-2] is declared disabled.");
  }

  @Override
  protected Scene refuted() {
    return off().tcp("23");
  }

  @Override
  protected String refutedBy() {
    return "tcp.open-ports";
  }

  @Override
  protected List<String> fields() {
    return List.of("28-LogIntf endpoints", "28-LogIntf access", "15-PhyIntf status");
  }

  /** V2.1.1 has rows with endpoints of their own. */
  private static Scene off() {
    return Scene.of(EditionId.named("2.1.1"))
        .rows(
            "15-Intf",
            """
            - id: Intf-1
              status: disabled by default
              endpoints: [tcp/23]
            """)
        .about("15-Intf/Intf-1")
        .tcp();
  }

  @Test
  void aDisabledInterfaceThatIsOpenContradictsItsStatus() {
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/15-Intf.yaml:2:11: Intf-1 is declared disabled by default.");
  }

  /** A port for debugging that opens after the first right login. */
  @Test
  void aDisabledInterfaceThatOpensLaterContradictsItsStatus() {
    Scene later = off().seen("tcp.later-ports", "address/192.0.2.1", "{open: [{port: 23}]}");
    assertThat(violated(later).reason()).contains("tcp/192.0.2.1/23 (found at the second look");
    assertThat(off().judge(check()).questionLog().notLookedAt()).contains(LaterLook.NOT_MADE);
    assertThat(
            off()
                .seen("tcp.later-ports", "address/192.0.2.1", "{open: []}")
                .judge(check())
                .questionLog()
                .notLookedAt())
        .isEmpty();
  }

  @Test
  void aDisabledInterfaceHoldsWhereEveryPortWasAsked() {
    holds(off());
    undetermined(off().without("tcp.open-ports", "address/192.0.2.1"), "nothing looked for");
    undetermined(
        off()
            .seen(
                "tcp.open-ports",
                "address/192.0.2.1",
                "{open: []}",
                "{ports: [1-65535], unanswered: 3, unansweredPorts: [7-9]}"),
        "3 gave no answer");
  }

  @Test
  void anEnabledInterfaceThatDoesNotAnswerIsNotRefuted() {
    undetermined(holding().tcp(), "no answer came from");
  }

  @Test
  void anEnabledInterfaceOfWhichAPartAnswersIsNotShown() {
    undetermined(holding().addresses("192.0.2.1", "192.0.2.2"), "tcp/192.0.2.2/443");
  }

  @Test
  void anInterfaceForTheFactoryDefaultStateAloneMustBeGoneLater() {
    Scene scene =
        off()
            .rows(
                "15-Intf",
                "- {id: Intf-1, status: enabled, factoryDefaultOnly: true, endpoints: [tcp/23]}")
            .tcp("23");
    assertThat(violated(scene).reason()).contains("factory default state alone");
    holds(scene.service(23, "{protocol: telnet}").state("factory-default"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'off'", "on demand", "not enabled", "''"})
  void aStatusThatIsNeitherIsNotJudged(String status) {
    undetermined(
        off()
            .rows("15-Intf", "- {id: Intf-1, status: " + status + ", endpoints: [tcp/23]}")
            .tcp("23"),
        "neither enabled nor disabled");
  }

  @Test
  void portsBehindTwoInterfacesShowNeither() {
    Scene two =
        holding()
            .rows(
                "15-PhyIntf",
                """
                - {id: PhyIntf-1, status: enabled}
                - {id: PhyIntf-2, status: enabled}
                """)
            .rows(
                "28-LogIntf",
                "- {id: L-1, status: enabled, access: [PhyIntf-1, PhyIntf-2], endpoints: [tcp/443]}");
    undetermined(two, "which one answered cannot be told");
  }

  @Test
  void aRadioWithoutEndpointsNeedsAScan() {
    undetermined(holding().rows("28-LogIntf", "[]"), "for a radio a scan would have to show it");
  }

  private static Scene caller(String status) {
    return Scene.of(EditionId.named("2.1.1"))
        .rows("15-Intf", "- {id: Intf-8, status: " + status + ", logical: true}")
        .about("15-Intf/Intf-8")
        .seen("tls.client", Scene.CLIENT, "{accepted: [], versions: [TLSv1.3]}");
  }

  @Test
  void aClientThatCallsIsEnabled() {
    holds(caller("enabled"));
    undetermined(caller("enabled").unanswered("tls.client", Scene.CLIENT), "no call for");
  }

  @Test
  void aClientThatIsDeclaredOffAndCallsContradictsItsStatus() {
    assertThat(contradiction(caller("disabled permanently")))
        .isEqualTo("ixit/15-Intf.yaml:1:24: Intf-8 is declared disabled permanently.");
    undetermined(caller("disabled").unanswered("tls.client", Scene.CLIENT), "no call for");
  }

  @Test
  void twoNetworkInterfacesThatNameTheSameServiceShowNeither() {
    Scene two =
        off()
            .rows(
                "15-Intf",
                """
                - {id: Intf-1, status: enabled, networkInterface: true, endpoints: [tcp/23]}
                - {id: Intf-2, status: enabled, networkInterface: true, endpoints: [tcp/23]}
                """)
            .tcp("23");
    undetermined(two, "which one answered cannot be told");
  }
}
