package dev.plumbline.probes.inputvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.oddinput.Reduction;
import dev.plumbline.client.oddinput.Runs;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InputValidationProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new InputValidationProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.42.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial
        .given("service.identified", peer.toString(), Map.of("protocol", "http", "tls", false))
        .given(
            "http.surface",
            peer.toString(),
            Map.of("open", List.of(Map.of("path", "/", "kind", "page")), "guarded", List.of()));
  }

  /** Input that is turned away unread was not kept out by any validation. */
  @Test
  void aServerThatTurnsAwayWhoAsksTooOftenWasNotTriedWhole() {
    AtomicInteger asked = new AtomicInteger();
    Peer.Behaviour limiting =
        (client, n) -> {
          client.getInputStream().read(new byte[65_536]);
          String status = asked.incrementAndGet() > 20 ? "429 Too Many" : "200 OK";
          String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\nok";
          client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        };
    try (Peer peer = Peer.at(address(), limiting)) {
      Observation seen = run(peer).one("input.validation");
      assertThat(seen.coverage()).containsEntry("complete", false);
      assertThat(String.valueOf(seen.coverage().get("skipped")))
          .contains("another answer than before");
    }
  }

  @Test
  void anInputIsWrittenShortAndReadBackWhole() {
    Grammar grammar = new Grammar(7);
    String long300 = Runs.expanded("a${A*300}b");
    assertThat(long300).hasSize(302);
    assertThat(new OddInput("long", "/", "${piece}", long300, true).written())
        .isEqualTo("a${A*300}b");
    assertThat(new Grammar(7).product()).isEqualTo(grammar.product());
    assertThat(new Grammar(8).product()).isNotEqualTo(grammar.product());
  }

  @Test
  void anInputIsShortenedAsLongAsItDoesTheSame() throws InterruptedException {
    String input = "x".repeat(500) + "!" + "y";
    assertThat(new Reduction(60).reduce(input, i -> i.contains("!"))).isEqualTo("!");
    assertThat(new Reduction(1).reduce(input, i -> i.contains("!"))).hasSize(251);
  }
}
