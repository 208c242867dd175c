package dev.plumbline.probes.clienttls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.probe.hostile.Caller;
import dev.plumbline.probe.hostile.HostilePeers;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.ProbeOutcome.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The probe's peers call it: each hostile peer as a device that calls its server. */
final class HostileCallersTest {
  private static final String DEVICE = "127.77.62.1";
  private static final String HERE = "127.77.62.9";

  @TestFactory
  Stream<DynamicTest> aHostileCallerProvesNothing() {
    return HostilePeers.all(PeerProtocol.tls(), 20).entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> provesNothing(e.getValue())));
  }

  private static void provesNothing(Behaviour behaviour) throws IOException {
    Endpoint listen = free();
    try (Caller _ = Caller.from(DEVICE, listen, behaviour)) {
      Result result =
          ProbeTrial.against(Endpoint.tcp(DEVICE, 1))
              .client(
                  new ClientTest(
                      listen,
                      "cloud.devices.example",
                      Optional.empty(),
                      10,
                      List.of("11-SecComMech/SecComMech-2"),
                      Optional.empty(),
                      Place.of("product.yaml")))
              .limits(Limits.usual().hurried(Duration.ofMillis(50), Duration.ofMillis(120)))
              .run(new ClientTlsProbe());
      assertThat(result.report().probes().getFirst().state())
          .as("%s", result.report())
          .isEqualTo(State.DONE);
      Observation told = result.one("tls.client");
      assertThat(told.seen()).as("%s", told).isFalse();
      assertThat(told.reason()).contains("speaks no TLS");
    }
  }

  private static Endpoint free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
      return Endpoint.tcp(HERE, socket.getLocalPort());
    }
  }
}
