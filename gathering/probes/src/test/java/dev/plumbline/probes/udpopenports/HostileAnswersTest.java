package dev.plumbline.probes.udpopenports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.DatagramPeer;
import dev.plumbline.probe.hostile.DatagramPeer.Behaviour;
import dev.plumbline.probe.hostile.HostileDatagrams;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.ProbeOutcome.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a hostile device sends back shows that something is there, and no protocol. */
final class HostileAnswersTest {
  private static final String HERE = "127.77.32.1";

  /** Ports whose protocol is asked for by its own question. */
  private static final List<Integer> KNOWN = List.of(53, 69, 123, 161, 1900, 5353, 5683, 47_808);

  private static final byte[] ANSWER =
      "HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  @TestFactory
  Stream<DynamicTest> aHostileAnswerNamesNoProtocol() {
    Map<String, Behaviour> peers = HostileDatagrams.all(ANSWER);
    // It repeats a question of DNS and says that it answers: that is DNS, if a bad one.
    peers.remove("redirects in a circle");
    return peers.entrySet().stream()
        .flatMap(
            e ->
                KNOWN.stream()
                    .map(
                        port ->
                            DynamicTest.dynamicTest(
                                e.getKey() + " at " + port,
                                () -> namesNothing(e.getValue(), port))));
  }

  private static void namesNothing(Behaviour behaviour, int port) {
    try (DatagramPeer peer = DatagramPeer.at(HERE, port, behaviour)) {
      Result result =
          ProbeTrial.against(peer.endpoint())
              .limits(Limits.usual().hurried(Duration.ofMillis(100), Duration.ofMillis(300)))
              .run(new UdpOpenPortsProbe(Duration.ofSeconds(2)));
      assertThat(result.report().probes().getFirst().state())
          .as("%s", result.report())
          .isEqualTo(State.DONE);
      Observation told = result.one("udp.open-ports");
      assertThat(peer.received()).isNotEmpty();
      if (told.seen() && !told.texts("answered").isEmpty()) {
        assertThat(told.value().get("heard"))
            .isEqualTo(List.of(Map.of("port", (long) port, "protocol", "unknown")));
      }
    }
  }
}
