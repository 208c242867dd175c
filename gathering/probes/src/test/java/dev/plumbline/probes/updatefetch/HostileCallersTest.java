package dev.plumbline.probes.updatefetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.UpdateService;
import dev.plumbline.probe.hostile.Caller;
import dev.plumbline.probe.hostile.HostilePeers;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.ProbeOutcome.State;
import dev.plumbline.probes.driven.ScriptedDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The probe's peers call it: each hostile peer as a device that looks for updates. */
final class HostileCallersTest {
  private static final String DEVICE = "127.77.84.1";
  private static final String HERE = "127.77.84.10";

  /** All at once: the least that a probe waits for a call is a second. */
  @Test
  void aHostileCallerProvesNothing() throws InterruptedException, ExecutionException {
    Map<String, Future<Result>> results = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      HostilePeers.all(PeerProtocol.http(), 20)
          .forEach((name, b) -> results.put(name, threads.submit(() -> meet(b))));
    }
    assertThat(results).hasSizeGreaterThan(20);
    for (Map.Entry<String, Future<Result>> one : results.entrySet()) {
      Result result = one.getValue().get();
      assertThat(result.report().probes().getFirst().state())
          .as("%s: %s", one.getKey(), result.report())
          .isEqualTo(State.DONE);
      Observation told = result.one("update.fetch");
      assertThat(told.seen()).as("%s: %s", one.getKey(), told).isFalse();
      assertThat(told.reason()).as(one.getKey()).isNotBlank();
    }
  }

  private static Result meet(Behaviour behaviour) throws IOException {
    Endpoint listen = free();
    try (ScriptedDevice rig = ScriptedDevice.at(DEVICE);
        Caller _ = Caller.from(DEVICE, listen, behaviour)) {
      return ProbeTrial.against(Endpoint.tcp(DEVICE, rig.port()))
          .client(
              new ClientTest(
                  listen,
                  "updates.devices.example",
                  Optional.empty(),
                  1,
                  List.of("7-UpdMech/UpdMech-1"),
                  Optional.of(
                      new UpdateService(List.of("/fw/*.bin"), List.of(), Duration.ofMillis(50))),
                  Place.of("product.yaml")))
          .driver(rig.source())
          .playing(TableRole.UPDATE_MECHANISMS, "7-UpdMech")
          .limits(Limits.usual().hurried(Duration.ofMillis(50), Duration.ofMillis(120)))
          .run(new UpdateFetchProbe());
    }
  }

  private static Endpoint free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
      return Endpoint.tcp(HERE, socket.getLocalPort());
    }
  }
}
