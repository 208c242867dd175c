package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.IxitEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredTest {
  private static final String SECOND = "address/2001:db8::2";
  private static final String ALL =
      "{ports: [1-65535], tried: 65535, unanswered: 0, unansweredPorts: [], outOfScope: []}";

  private static Scene device() {
    return Scene.current()
        .addresses(Scene.ADDRESS, "2001:db8::2")
        .rows("28-LogIntf", "- {id: LogIntf-1, endpoints: [tcp/443]}")
        .tcp("443");
  }

  private static List<String> places(Scene scene) {
    Declared declared = Declared.of(scene.facts());
    IxitEntry row = declared.logicalInterfaces().getFirst();
    return declared.endpoints(row).stream().map(String::valueOf).toList();
  }

  @Test
  void aServiceIsAskedForAtEveryAddressOfTheDevice() {
    assertThat(places(device().seen("tcp.open-ports", SECOND, "{open: [443]}", ALL)))
        .containsExactly("tcp/192.0.2.1/443", "tcp/[2001:db8::2]/443");
  }

  @Test
  void aClosedPortOfAnotherAddressIsNoPlaceOfTheService() {
    assertThat(places(device().seen("tcp.open-ports", SECOND, "{open: []}", ALL)))
        .containsExactly("tcp/192.0.2.1/443");
  }

  @Test
  void anAddressWithoutAnswerStaysAPlaceOfTheService() {
    assertThat(places(device())).hasSize(2);
    assertThat(places(device().unanswered("tcp.open-ports", SECOND))).hasSize(2);
    assertThat(
            places(
                device()
                    .seen(
                        "tcp.open-ports",
                        SECOND,
                        "{open: []}",
                        "{ports: [1-65535], tried: 65535, unanswered: 1,"
                            + " unansweredPorts: ['443'], outOfScope: []}")))
        .hasSize(2);
    assertThat(
            places(
                device()
                    .seen(
                        "tcp.open-ports",
                        SECOND,
                        "{open: []}",
                        "{ports: [1-400], tried: 400, unanswered: 0, unansweredPorts: [],"
                            + " outOfScope: []}")))
        .hasSize(2);
  }

  @Test
  void aServiceThatIsClosedEverywhereIsAskedForEverywhere() {
    assertThat(places(device().tcp("80").seen("tcp.open-ports", SECOND, "{open: [80]}", ALL)))
        .hasSize(2);
  }
}
