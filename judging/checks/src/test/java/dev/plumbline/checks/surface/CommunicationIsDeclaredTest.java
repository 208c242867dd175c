package dev.plumbline.checks.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Check.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommunicationIsDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new CommunicationIsDeclared();
  }

  @Override
  protected Scene holding() {
    return Scene.of(EditionId.named("2.1.1"))
        .rows(
            "11-ComMech",
            """
            - {id: A-1, endpoints: [tcp/443]}
            - {id: A-2, endpoints: [udp/5353]}
            """)
        .tcp("443")
        .udp("5353")
        .service(443, "{protocol: http}");
  }

  @Override
  protected Scene refuted() {
    return holding().tcp("443", "9527");
  }

  @Override
  protected String refutedBy() {
    return "tcp.open-ports";
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Test
  void namesTheTableAndWhatIsOpen() {
    assertThat(violated(refuted()).reason()).contains("11-ComMech", "tcp/192.0.2.1/9527 is open");
    assertThat(contradiction(refuted()))
        .startsWith("ixit/11-ComMech.yaml:1:3: 11-ComMech lists every ");
  }

  @Test
  void aTableWithoutRowsIsContradictedAsAWhole() {
    assertThat(refuted().rows("11-ComMech", "[]").judge(check()).contradictions())
        .singleElement()
        .satisfies(c -> assertThat(c.place().file()).isEqualTo("ixit/11-ComMech.yaml"));
  }

  @Test
  void severalUndeclaredServicesAreOneContradiction() {
    Outcome outcome = holding().tcp("443", "9527", "2323").udp("5353", "161").judge(check());
    assertThat(outcome.contradictions()).hasSize(1);
    assertThat(outcome.contradictions().getFirst().observed()).contains("9527", "2323", "udp/");
  }

  @Test
  void anAnsweredUdpPortThatIsNotDeclaredRefutes() {
    assertThat(violated(holding().udp("5353", "161")).reason()).contains("udp/192.0.2.1/161");
  }

  private static final String CLOUD = "tcp/203.0.113.7/443";
  private static final String ONCE =
      "{connections: 1, refused: 0, unanswered: 0, openingNotSeen: 0, protocols: [tls],"
          + " names: [api.example.com]}";

  private Scene naming(String contact) {
    return holding()
        .rows(
            "11-ComMech",
            "- {id: A-1, endpoints: [tcp/443, udp/5353], contacts: ['" + contact + "']}")
        .seen("traffic.contacts", CLOUD, ONCE);
  }

  @Test
  void whomTheDeviceCallsIsDeclaredToo() {
    holds(naming("api.example.com"));
    holds(naming("*.example.com"));
    holds(naming("203.0.113.7"));
    assertThat(violated(naming("*.example.org")).reason())
        .contains("the device called " + CLOUD + " (api.example.com)");
    assertThat(violated(naming("local-network")).reason()).contains("the device called");
  }

  @Test
  void aTableWithoutContactsSaysNothingOfThem() {
    holds(holding().seen("traffic.contacts", CLOUD, ONCE));
  }

  @Test
  void namesAndAddressesAreTheNetworksMatter() {
    holds(
        naming("api.example.com")
            .seen("traffic.contacts", "udp/192.0.2.53/53", "{connections: 1, protocols: [dns]}"));
  }

  @Test
  void aPortThatSomebodyReachedInACaptureIsOpen() {
    String there = "tcp/192.0.2.1/9527";
    assertThat(violated(holding().seen("traffic.served", there, ONCE)).reason())
        .contains(there + " was reached in a capture");
    holds(holding().seen("traffic.served", "tcp/192.0.2.1/443", ONCE));
    holds(holding().seen("traffic.served", "tcp/192.0.2.77/9527", ONCE));
    holds(holding().seen("traffic.served", there, "{connections: 1, openingNotSeen: 1}"));
  }

  @Test
  void logicalInterfacesAreComparedInTheSecondEdition() {
    Scene scene =
        Scene.current()
            .rows("28-LogIntf", "- {id: A-1, endpoints: [tcp/443], contacts: [api.example.com]}")
            .tcp("443")
            .udp()
            .service(443, "{protocol: http}")
            .seen("traffic.contacts", CLOUD, ONCE);
    holds(scene);
    assertThat(violated(scene.tcp("443", "9527")).reason()).contains("28-LogIntf");
  }
}
