package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint that counts as closed is not tested: nothing else than a refusal may say so. */
class ClosedPortsTest {
  private static final Endpoint PORT = Endpoint.tcp(Scene.ADDRESS, 23);
  private static final String FULL = "{ports: [1-65535], tried: 65535, unanswered: 0}";

  private static boolean isClosed(Endpoint endpoint, Scene scene) {
    return new ClosedPorts(scene.facts()).contain(endpoint);
  }

  private static Scene look(String open, String coverage) {
    return Scene.current()
        .seen("tcp.open-ports", "address/" + Scene.ADDRESS, "{open: [" + open + "]}", coverage);
  }

  @Test
  void aPortThatRefusedIsClosed() {
    assertThat(isClosed(PORT, look("", FULL))).isTrue();
    assertThat(isClosed(PORT, look("22", "{ports: ['22-23'], tried: 2, unanswered: 0}"))).isTrue();
  }

  @Test
  void aPortThatNobodyAskedIsNot() {
    assertThat(isClosed(PORT, Scene.current())).isFalse();
    assertThat(isClosed(PORT, look("", "{ports: ['24-65535'], tried: 65512, unanswered: 0}")))
        .isFalse();
  }

  @Test
  void aPortThatAnsweredIsNot() {
    assertThat(isClosed(PORT, look("23", FULL))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23", "1-23", "23-24"})
  void aSilentPortIsNot(String silent) {
    String coverage = "{ports: [1-65535], tried: 65535, unanswered: 9, unansweredPorts: ['%s']}";
    assertThat(isClosed(PORT, look("", coverage.formatted(silent)))).isFalse();
    assertThat(isClosed(PORT, look("", coverage.formatted("24-32")))).isTrue();
  }

  /** A look lists its first 200 silent ranges; the port can be behind them. */
  @Test
  void aPortThatMayBeBehindTheListedSilentOnesIsNot() {
    assertThat(isClosed(PORT, look("", silent(199)))).isTrue();
    assertThat(isClosed(PORT, look("", silent(200)))).isFalse();
  }

  private static String silent(int ranges) {
    return "{ports: [1-65535], tried: 65535, unanswered: 999, unansweredPorts: ["
        + IntStream.range(0, ranges)
            .mapToObj(i -> "'" + (1000 + 2 * i) + "'")
            .collect(Collectors.joining(", "))
        + "]}";
  }

  @Test
  void aPortThatAnsweredToItsOwnProtocolIsNot() {
    Endpoint ssdp = new Endpoint("udp", Scene.ADDRESS, 1900);
    Scene refused = Scene.current().udp();
    assertThat(isClosed(ssdp, refused)).isTrue();
    assertThat(isClosed(ssdp, refused.seen("upnp.surface", ssdp.toString(), "{present: true}")))
        .isFalse();
  }
}
