package dev.plumbline.probes.knownsurfaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.FlawCatalogue;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated camera with each way in, without it, and mute. */
class KnownSurfacesOfTheCameraTest {
  private static final String ADDRESS = "127.77.46.2";

  /** Short patience, for the mute devices; the others answer at once. */
  private static final Limits LIMITS =
      Limits.usual().hurried(Duration.ofMillis(700), Duration.ofSeconds(20));

  private static Observation seenAt(DeviceSpec spec, String part, String protocol)
      throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(spec.anyPorts(), InetAddress.ofLiteral(ADDRESS))) {
      Endpoint endpoint = Endpoint.tcp(ADDRESS, device.endpoint(part).getPort());
      return ProbeTrial.against(endpoint)
          .limits(LIMITS)
          .given(
              "tcp.open-ports", "address/" + ADDRESS, Map.of("open", List.of(endpoint.port() + 0L)))
          .given(
              "service.identified",
              endpoint.toString(),
              Map.of("protocol", protocol, "tls", part.equals("web")))
          .run(new KnownSurfacesProbe())
          .one("attack.surface");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hg532-soap-injection, router-update, hg532-upgrade, http",
    "miniigd-soap-injection, router-upnp, miniigd-soap, http",
    "router-web-command, router-setup, netgear-dgn-setup, http",
    "recorder-web-command, recorder, cctv-recorder-web, http",
    "left-over-web-shell, shell, web-shell, http",
    "thinkphp-command, framework, thinkphp, http",
    "firewall-opened-for-proxy, socks, socks5-proxy, unknown",
    "firewall-opened-for-proxy, http-proxy, http-proxy, http"
  })
  void theWayInIsFoundWhereItIsAndNowhereElse(
      String flaw, String part, String surface, String protocol) throws IOException {
    assertThat(FlawCatalogue.load().flaw(flaw).shows()).contains("surfaces");
    DeviceSpec sound = DeviceSpec.named("sound-camera");
    DeviceSpec flawed = sound.with(flaw);
    Observation with = seenAt(flawed, part, protocol);
    assertThat(with.value().get("found"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .extracting(f -> ((Map<?, ?>) f).get("surface"))
        .isEqualTo(List.of(surface));

    Observation without = seenAt(sound, "web", "http");
    assertThat(without.flag("present")).contains(false);
    assertThat(without.texts("absent")).contains(surface);

    for (Silence how : List.of(Silence.SAYS_NOTHING, Silence.RESETS)) {
      assertThat(seenAt(flawed.mute(how), part, protocol).outcome())
          .isEqualTo(Outcome.UNDETERMINED);
    }
  }
}
