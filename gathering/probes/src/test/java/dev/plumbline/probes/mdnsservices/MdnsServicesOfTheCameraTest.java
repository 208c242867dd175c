package dev.plumbline.probes.mdnsservices;

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

/**
 * The simulated camera with the flaw {@code mdns-tells-serial-number}, without the service, and
 * mute.
 */
class MdnsServicesOfTheCameraTest {
  private static final String ADDRESS = "127.77.56.9";
  private static final DeviceSpec CAMERA =
      DeviceSpec.named("sound-camera").onlyParts("mdns").patched(part(Map.of("port", 5353)));

  private static Map<String, Object> part(Map<String, Object> settings) {
    return Map.of("parts", Map.of("mdns", settings));
  }

  private static Result seenAt(DeviceSpec spec, Duration patience) throws IOException {
    try (SimulatedDevice _ = SimulatedDevice.start(spec, InetAddress.ofLiteral(ADDRESS))) {
      return ProbeTrial.against().target(ADDRESS, 5353, 5353).run(new MdnsServicesProbe(patience));
    }
  }

  @Test
  void whatItAnnouncesAndGivesAwayIsFound() throws IOException {
    Result result = seenAt(CAMERA.with("mdns-tells-serial-number"), Duration.ofSeconds(5));
    Observation seen = result.one("mdns.services");
    assertThat(seen.texts("kinds")).contains("_https._tcp.local", "_telnet._tcp.local");
    assertThat(String.valueOf(seen.value().get("services")))
        .contains("port=8443", "port=2323", "host=camera.local", "serial=EC-000101");
    assertThat(seen.coverage()).containsEntry("unanswered", List.of());
    assertThat(String.valueOf(result.one("service.disclosed").value().get("facts")))
        .contains("EC-000101", "3.2.0");
  }

  @Test
  void anAnnouncementOfItsNameAloneGivesNothingAway() throws IOException {
    Result result = seenAt(CAMERA.patched(part(Map.of("on", true))), Duration.ofSeconds(5));
    assertThat(result.one("mdns.services").texts("kinds")).containsExactly("_https._tcp.local");
    assertThat(result.one("service.disclosed").value()).containsEntry("facts", List.of());
  }

  @Test
  void withoutTheServiceThePortRefuses() throws IOException {
    Observation seen = seenAt(CAMERA, Duration.ofSeconds(5)).one("mdns.services");
    assertThat(seen.flag("present")).contains(false);
  }

  @Test
  void aMuteCameraProvesNothing() throws IOException {
    DeviceSpec mute = CAMERA.with("mdns-tells-serial-number").mute(Silence.SAYS_NOTHING);
    Result result = seenAt(mute, Duration.ofMillis(60));
    assertThat(result.one("mdns.services").outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(result.with("service.disclosed")).noneMatch(Observation::seen);
  }
}
