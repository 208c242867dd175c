package dev.plumbline.probes.inputvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.observation.http.InputReplay;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.inputvalidation.Replay.Finding;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Findings of the simulated tag, sent again to it and to a sound one. */
class ReplayTest {
  private static final String ADDRESS = "127.77.59.1";

  private record Once(Endpoint at, Finding finding) implements Probe {
    @Override
    public ProbeSpec spec() {
      return new ProbeSpec(
          "input-replay",
          "1.0.0",
          "Again?",
          List.of(Kinds.key(InputReplay.class)),
          List.of(),
          Intrusiveness.PROVOKE,
          Duration.ofMinutes(1));
    }

    @Override
    public boolean tellsOfFalls() {
      return true;
    }

    @Override
    public void run(ProbeContext context) throws InterruptedException {
      new Replay(context, at, finding).run();
    }
  }

  private static ProbeTrial trial(Endpoint api) {
    return ProbeTrial.against(api)
        .given("service.identified", api.toString(), Map.of("protocol", "http", "tls", true))
        .given("http.surface", api.toString(), Map.of("open", List.of(), "guarded", List.of("/")))
        .credential("phone", "phone-1", "Zt7nB2qXc9vLm4sKd8wRf3hYj6gPa5uE");
  }

  private static Observation replayed(DeviceSpec spec, Finding finding) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(spec.anyPorts(), InetAddress.ofLiteral(ADDRESS))) {
      Endpoint api = Endpoint.tcp(ADDRESS, device.endpoint("api").getPort());
      return trial(api).run(new Once(api, finding)).one("input.replay");
    }
  }

  private static Finding found(String flaw) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(
            DeviceSpec.named("sensor-tag").with(flaw).anyPorts(), InetAddress.ofLiteral(ADDRESS))) {
      Endpoint api = Endpoint.tcp(ADDRESS, device.endpoint("api").getPort());
      Observation seen = trial(api).run(new InputValidationProbe()).one("input.validation");
      return Finding.of(seen.as(InputValidation.class).orElseThrow().findings().getFirst());
    }
  }

  private static void doesTheSameAgain(String flaw, Finding finding) throws IOException {
    DeviceSpec sound = DeviceSpec.named("sensor-tag");
    assertThat(replayed(sound.with(flaw), finding).flag("again")).contains(true);
    assertThat(replayed(sound, finding).flag("again")).contains(false);
  }

  @Test
  void aFindingDoesTheSameAgainAndNothingToASoundDevice() throws IOException {
    doesTheSameAgain("expression-evaluated", found("expression-evaluated"));
  }

  @Test
  void aFallHappensAgain() throws IOException {
    String input =
        "GET /?q=${A*600} HTTP/1.1\r\nHost: ${host}\r\n${session}Connection: close\r\n\r\n";
    doesTheSameAgain("crash-on-long-value", new Finding("f", "restart", "/?q", input));
  }

  /** A server that is well, and says nothing to that input. */
  @Test
  void inputWithoutAnAnswerIsNotKeptOut() {
    try (Peer peer =
        Peer.at(
            ADDRESS,
            (client, n) -> {
              byte[] buffer = new byte[4096];
              int length = client.getInputStream().read(buffer);
              if (!new String(buffer, 0, Math.max(0, length), StandardCharsets.US_ASCII)
                  .contains("odd")) {
                client
                    .getOutputStream()
                    .write(
                        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"
                            .getBytes(StandardCharsets.US_ASCII));
              }
            })) {
      Endpoint at = peer.endpoint();
      String input = "GET /?q=odd HTTP/1.1\r\nHost: ${host}\r\n\r\n";
      Observation seen =
          ProbeTrial.against(at)
              .given("service.identified", at.toString(), Map.of("protocol", "http", "tls", false))
              .run(new Once(at, new Finding("x", "leak", "/?q", input)))
              .one("input.replay");
      assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Test
  void aLoginThatDoesNotOpenProvesNothing() throws IOException {
    String input = "GET /?q=1 HTTP/1.1\r\nHost: ${host}\r\n${session}\r\n";
    try (SimulatedDevice device =
        SimulatedDevice.start(
            DeviceSpec.named("sensor-tag").anyPorts(), InetAddress.ofLiteral(ADDRESS))) {
      Endpoint api = Endpoint.tcp(ADDRESS, device.endpoint("api").getPort());
      Observation seen =
          ProbeTrial.against(api)
              .given("service.identified", api.toString(), Map.of("protocol", "http", "tls", true))
              .given(
                  "http.surface",
                  api.toString(),
                  Map.of("open", List.of(), "guarded", List.of("/")))
              .run(new Once(api, new Finding("x", "leak", "/?q", input)))
              .one("input.replay");
      assertThat(seen.reason()).contains("No declared login");
    }
  }

  @Test
  void anEndpointThatNobodyKnowsIsNotAsked() {
    Endpoint nobody = Endpoint.tcp(ADDRESS, 9);
    Observation seen =
        ProbeTrial.against(nobody)
            .run(new Once(nobody, new Finding("x", "leak", "/", "GET / HTTP/1.1\r\n\r\n")))
            .one("input.replay");
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }
}
