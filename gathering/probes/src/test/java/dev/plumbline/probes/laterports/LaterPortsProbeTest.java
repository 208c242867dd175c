package dev.plumbline.probes.laterports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.LaterPorts;
import dev.plumbline.observation.network.LaterPorts.Opened;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Environment;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.probe.run.RunOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaterPortsProbeTest extends ProbeContract {
  private static final String HERE = "127.77.63.1";
  private static final String ADDRESS = "address/" + HERE;
  private static final Peer.Behaviour SSH =
      (c, n) -> c.getOutputStream().write(bytes("SSH-2.0-late\r\nmore\r\n"));

  @Override
  protected Probe probe() {
    return new LaterPortsProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.raw();
  }

  @Override
  protected String address() {
    return HERE;
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given("tcp.open-ports", ADDRESS, Map.of("open", List.of()));
  }

  /** Whatever the peer does after it: the port was not open and is. */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return fact.as(LaterPorts.class).filter(l -> l.open().size() == 1).isPresent();
  }

  @Override
  protected Set<String> durations() {
    return Set.of("secondsSinceFirst");
  }

  @Test
  void aPortThatOpenedIsToldWithItsGreeting() {
    try (Peer open = Peer.at(HERE, (c, n) -> {});
        Peer opened = Peer.at(HERE, SSH)) {
      int port = opened.endpoint().port();
      Observation seen = after(List.of(open.endpoint().port()), open, opened);
      LaterPorts look = seen.as(LaterPorts.class).orElseThrow();
      assertThat(seen.subject()).isEqualTo(ADDRESS);
      assertThat(look.open()).containsExactly(new Opened(port, Optional.of("SSH-2.0-late")));
      assertThat(look.tried()).isEqualTo(2);
      assertThat(look.unanswered()).isZero();
      assertThat(look.secondsSinceFirst()).isPositive();
      assertThat(seen.evidence()).isPresent();
    }
  }

  @Test
  void nothingNewIsAFactTooAndNobodyIsTalkedTo() {
    try (Peer open = Peer.at(HERE, (c, n) -> {})) {
      Observation seen = after(List.of(open.endpoint().port()), open);
      assertThat(seen.as(LaterPorts.class).orElseThrow().open()).isEmpty();
    }
  }

  @Test
  void aPortThatWasOpenForOneLookIsNoFinding() throws InterruptedException {
    List<BitSet> asked = new ArrayList<>();
    BitSet open = BitSet.valueOf(new long[] {0b1110});
    BitSet before = BitSet.valueOf(new long[] {0b0010});
    List<Integer> opened =
        LaterPortsProbe.opened(
            open,
            before,
            ports -> {
              asked.add(ports);
              return BitSet.valueOf(new long[] {0b1000});
            });
    assertThat(asked).containsExactly(BitSet.valueOf(new long[] {0b1100}));
    assertThat(opened).containsExactly(3);
  }

  @Test
  void itComesAfterThoseThatLogInGuessAndSendOddInput() {
    Environment nowhere = Environment.live((content, what, by) -> Digest.of(content), limits());
    List<String> order =
        new ProbeRunner(ProbeTrial.against().product(), new Ixit(Map.of()), nowhere)
                .plan(
                    ProbeRunner.installed(),
                    List.of(),
                    new RunOptions("r", Set.of(), Intrusiveness.STRESS, true, false))
                .stream()
                .map(planned -> planned.spec().id())
                .toList();
    assertThat(order.subList(0, order.indexOf("later-ports")))
        .contains(
            "access-matrix",
            "brute-force-resistance",
            "declared-logins",
            "default-passwords",
            "input-reflection",
            "input-validation",
            "odd-messages",
            "password-change");
  }

  @Test
  void withoutAFirstLookNothingIsNew() {
    try (Peer peer = Peer.at(HERE, SSH)) {
      assertThat(ProbeTrial.against(peer.endpoint()).run(probe()).one("tcp.later-ports").reason())
          .contains("there was no first look at the ports of " + HERE);
      assertThat(
              ProbeTrial.against(peer.endpoint())
                  .givenUnanswered("tcp.open-ports", ADDRESS, "it was mute")
                  .run(probe())
                  .one("tcp.later-ports")
                  .reason())
          .contains("the first look did not tell", "it was mute");
    }
  }

  @Test
  void aPublicAddressWithoutAuthorisationIsNotAsked() {
    assertThat(
            ProbeTrial.against()
                .target("192.0.2.200", 1, 10)
                .run(probe())
                .one("tcp.later-ports")
                .reason())
        .contains("allows no port");
  }

  private Observation after(List<Integer> open, Peer... peers) {
    return ProbeTrial.against(List.of(peers).stream().map(Peer::endpoint).toArray(Endpoint[]::new))
        .given("tcp.open-ports", ADDRESS, Map.of("open", open.stream().map(p -> (long) p).toList()))
        .run(probe())
        .one("tcp.later-ports");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
