package dev.plumbline.probe.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramPeer.Behaviour;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.ProbeOutcome.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@link ProbeContract} for a probe of a protocol over UDP: its hostile peers speak UDP. */
public abstract class DatagramContract extends ProbeContract {
  /** The protocol as {@code udp.open-ports} names it. */
  protected abstract String spoken();

  /** A whole answer of the protocol, to a question that the probe never asks. */
  protected abstract byte[] answer();

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.raw();
  }

  /** Somebody heard the protocol at that port. */
  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        Kinds.key(UdpOpenPorts.class),
        "address/" + peer.address(),
        Map.of(
            "answered",
            List.of((long) peer.port()),
            "heard",
            List.of(Map.of("port", (long) peer.port(), "protocol", spoken()))));
  }

  /** A port that refuses datagrams, as those of all peers over TCP do, has nothing there. */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return Boolean.FALSE.equals(fact.value().get("present"));
  }

  /**
   * Whether a fact seen at a hostile peer over UDP is true of it.
   *
   * @param peer name of the peer, a key of {@link HostileDatagrams#all}
   */
  protected boolean isTrueOfDatagrams(String peer, Observation fact) {
    return peer.equals("refuses after one") && isTrueOf(peer, fact);
  }

  /** Runs the probe against a peer. */
  protected final Result run(DatagramPeer peer) {
    ProbeTrial trial = ProbeTrial.against(peer.endpoint()).credential("user", "someone", SECRET);
    return introduce(trial, peer.endpoint()).limits(limits()).run(probe());
  }

  @Override
  @TestFactory
  Stream<DynamicTest> aHostilePeerProvesNothing() {
    return HostileDatagrams.all(answer()).entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(e.getKey(), () -> provesNothing(e.getKey(), e.getValue())));
  }

  @Override
  @Test
  void itTalksToThePeersThatItIsHeldTo() {
    try (DatagramPeer peer = DatagramPeer.at(address(), asked -> {})) {
      run(peer);
      assertThat(peer.received()).isNotEmpty();
    }
  }

  private void provesNothing(String name, Behaviour behaviour) {
    try (DatagramPeer peer = DatagramPeer.at(address(), behaviour)) {
      Result result = run(peer);
      assertThat(result.report().probes().getFirst().state())
          .as("%s: %s", name, result.report())
          .isEqualTo(State.DONE);
      List<Observation> own = result.ofProbe(probe());
      assertThat(own).as("what was asked is answered, or said to be without answer").isNotEmpty();
      assertThat(own)
          .filteredOn(o -> o.seen() && !isTrueOfDatagrams(name, o))
          .as("facts seen at a peer that %s", name)
          .isEmpty();
      assertThat(own)
          .filteredOn(o -> o.outcome() == Outcome.UNDETERMINED)
          .allSatisfy(o -> assertThat(o.reason()).isNotBlank());
    }
  }

  @Override
  @Test
  void theProbeEndsWhenItsTimeIsOver() {
    try (DatagramPeer peer = DatagramPeer.at(address(), asked -> {})) {
      Probe hasty = new HastyProbe(probe(), Duration.ofMillis(10));
      ProbeTrial trial = introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint());
      Result result = trial.run(hasty);
      assertThat(result.ofProbe(hasty)).noneMatch(Observation::seen);
      assertThat(result.report().probes().getFirst().state()).isIn(State.OUT_OF_TIME, State.DONE);
    }
  }

  @Override
  @Test
  void aSecretThatThePeerGivesAwayIsStoredNowhere() {
    byte[] gift = PeerProtocol.join(answer(), PeerProtocol.bytes(gift()));
    try (DatagramPeer peer = DatagramPeer.at(address(), asked -> asked.answer(gift))) {
      assertThat(given(run(peer))).isEmpty();
      assertThat(peer.received()).isNotEmpty();
    }
  }

  @Override
  @Test
  void twoRunsSeeTheSame() {
    Behaviour garbage = Objects.requireNonNull(HostileDatagrams.all(answer()).get("garbage 1"));
    try (DatagramPeer peer = DatagramPeer.at(address(), garbage)) {
      assertThat(facts(run(peer))).isEqualTo(facts(run(peer)));
      assertThat(peer.received()).isNotEmpty();
    }
  }

  @Test
  void aUdpPortOutsideTheScopeGetsNoDatagram() {
    try (DatagramPeer peer = DatagramPeer.at(address(), asked -> asked.answer(answer()))) {
      int other = peer.endpoint().port() == 65535 ? 65534 : peer.endpoint().port() + 1;
      ProbeTrial trial = ProbeTrial.against(Endpoint.udp(peer.endpoint().address(), other));
      introduce(trial, peer.endpoint()).limits(limits()).run(probe());
      assertThat(peer.received()).isEmpty();
    }
  }
}
