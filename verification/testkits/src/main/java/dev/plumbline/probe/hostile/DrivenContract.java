package dev.plumbline.probe.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.ProbeOutcome.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@link ProbeContract} for a probe that has a driver do what it wants done. */
public abstract class DrivenContract extends ProbeContract {
  private static final int LONGEST_FACT = 16_384;
  private static final Endpoint ANYWHERE = Endpoint.tcp("127.0.0.1", 1);

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  /** Without a driver it sends nothing, whoever waits there. */
  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        Kinds.key(TcpOpenPorts.class),
        "address/" + peer.address(),
        Map.of("open", List.of((long) peer.port())));
  }

  @Override
  protected final boolean callsPeers() {
    return false;
  }

  /** Whether a fact says so much of the device that a check could rest on it. */
  protected abstract boolean tells(Observation fact);

  @TestFactory
  final Stream<DynamicTest> aHostileDeviceBehindADriverProvesNothing() {
    return HostileDrivers.all(ANYWHERE).keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> provesNothing(name)));
  }

  private void provesNothing(String name) {
    try (Peer peer = Peer.at(address(), HostilePeers.named("mute", protocol()))) {
      DeviceDriver driver = Objects.requireNonNull(HostileDrivers.all(peer.endpoint()).get(name));
      Result result =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .driver(ground -> driver)
              .credential("user", "someone", SECRET)
              .limits(limits())
              .run(probe());
      assertThat(result.report().probes().getFirst().state())
          .as("%s", result.report())
          .isEqualTo(State.DONE);
      List<Observation> own = result.ofProbe(probe());
      assertThat(own).as("what was asked is answered, or said to be without answer").isNotEmpty();
      assertThat(own).filteredOn(o -> o.seen() && tells(o)).isEmpty();
      assertThat(own)
          .allSatisfy(o -> assertThat(o.toString()).hasSizeLessThan(LONGEST_FACT))
          .allSatisfy(o -> assertThat(o.seen() || !o.reason().isBlank()).isTrue());
    }
  }
}
