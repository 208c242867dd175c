package dev.plumbline.probes.inputreflection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.httpsurface.HttpSurfaceProbe;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The simulated camera with the flaw and without it. */
class InputReflectionOfTheCameraTest {
  private static final String ADDRESS = "127.77.41.2";

  private static Observation seenAt(DeviceSpec spec) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(spec.anyPorts(), InetAddress.ofLiteral(ADDRESS))) {
      String web = Endpoint.tcp(ADDRESS, device.endpoint("web").getPort()).toString();
      Observation surface = trial(web).run(new HttpSurfaceProbe()).one("http.surface");
      return trial(web)
          .given(surface.key(), web, surface.value())
          .run(new InputReflectionProbe())
          .one("input.reflection");
    }
  }

  private static ProbeTrial trial(String web) {
    return ProbeTrial.against(Endpoint.parse(web).orElseThrow())
        .given("service.identified", web, Map.of("protocol", "http", "tls", true));
  }

  @Test
  void theFlawShows() throws IOException {
    Observation seen =
        seenAt(DeviceSpec.named("sound-camera").with("undeclared-api", "input-not-validated"));
    assertThat(seen.value())
        .isEqualTo(
            Map.of(
                "reflected",
                List.of(Map.of("path", "/login", "parameter", "error")),
                "split",
                List.of()));
  }

  @Test
  void withoutTheFlawNothingComesBack() throws IOException {
    Observation seen = seenAt(DeviceSpec.named("sound-camera"));
    assertThat(seen.outcome()).isEqualTo(Outcome.SEEN);
    assertThat(seen.value()).isEqualTo(Map.of("reflected", List.of(), "split", List.of()));
    assertThat(seen.coverage())
        .containsEntry("paths", List.of("/login"))
        .containsEntry("tried", 7L);
  }
}
