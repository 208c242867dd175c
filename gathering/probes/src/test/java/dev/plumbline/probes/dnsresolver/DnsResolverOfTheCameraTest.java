package dev.plumbline.probes.dnsresolver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The simulated camera with the flaw {@code open-resolver}, without the service, and mute. */
class DnsResolverOfTheCameraTest {
  private static final String ADDRESS = "127.77.55.9";
  private static final DeviceSpec CAMERA =
      DeviceSpec.named("sound-camera").onlyParts("dns").patched(part(Map.of("port", 53)));

  private static Map<String, Object> part(Map<String, Object> settings) {
    return Map.of("parts", Map.of("dns", settings));
  }

  private static Result seenAt(DeviceSpec spec, Duration patience) throws IOException {
    try (SimulatedDevice _ = SimulatedDevice.start(spec, InetAddress.ofLiteral(ADDRESS))) {
      return ProbeTrial.against().target(ADDRESS, 53, 53).run(new DnsResolverProbe(patience));
    }
  }

  @Test
  void aResolverForEverybodyIsFoundWithItsVersion() throws IOException {
    Result result = seenAt(CAMERA.with("open-resolver"), Duration.ofSeconds(5));
    assertThat(result.one("dns.resolver").value())
        .containsEntry("recursive", "yes")
        .containsEntry("version", "exampledns-2.80");
    assertThat(String.valueOf(result.one("service.disclosed").value().get("facts")))
        .contains("exampledns-2.80");
  }

  @Test
  void aServerThatRefusesResolvesNothing() throws IOException {
    Result result = seenAt(CAMERA.patched(part(Map.of("on", true))), Duration.ofSeconds(5));
    assertThat(result.one("dns.resolver").value())
        .containsEntry("recursive", "no")
        .containsEntry("status", "REFUSED")
        .containsEntry("version", "");
    assertThat(result.one("service.disclosed").value()).containsEntry("facts", List.of());
  }

  @Test
  void withoutTheServiceThePortRefuses() throws IOException {
    Observation seen = seenAt(CAMERA, Duration.ofSeconds(5)).one("dns.resolver");
    assertThat(seen.flag("present")).contains(false);
  }

  @Test
  void aMuteCameraProvesNothing() throws IOException {
    DeviceSpec mute = CAMERA.with("open-resolver").mute(Silence.SAYS_NOTHING);
    Result result = seenAt(mute, Duration.ofMillis(60));
    assertThat(result.one("dns.resolver").outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(result.with("service.disclosed")).noneMatch(Observation::seen);
  }
}
