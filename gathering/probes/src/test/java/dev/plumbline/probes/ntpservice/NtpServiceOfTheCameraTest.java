package dev.plumbline.probes.ntpservice;

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
 * The simulated camera with the flaw {@code time-server-tells-clients}, without the service, and
 * mute.
 */
class NtpServiceOfTheCameraTest {
  private static final String ADDRESS = "127.77.53.9";
  private static final DeviceSpec CAMERA =
      DeviceSpec.named("sound-camera").onlyParts("ntp").patched(part(Map.of("port", 123)));

  private static Map<String, Object> part(Map<String, Object> settings) {
    return Map.of("parts", Map.of("ntp", settings));
  }

  private static Result seenAt(DeviceSpec spec, Duration patience) throws IOException {
    try (SimulatedDevice _ = SimulatedDevice.start(spec, InetAddress.ofLiteral(ADDRESS))) {
      return ProbeTrial.against().target(ADDRESS, 123, 123).run(new NtpServiceProbe(patience));
    }
  }

  @Test
  void itsVersionAndItsClientsAreTold() throws IOException {
    Result result = seenAt(CAMERA.with("time-server-tells-clients"), Duration.ofSeconds(5));
    assertThat(result.one("ntp.service").value())
        .containsEntry("time", true)
        .containsEntry("variables", true)
        .containsEntry("clients", 6L);
    assertThat(String.valueOf(result.one("service.disclosed").value().get("facts")))
        .contains("exampled 4.2.6; ExampleOS/4.9.37");
  }

  @Test
  void aServerThatTellsOnlyTheTimeGivesNothingAway() throws IOException {
    Result result = seenAt(CAMERA.patched(part(Map.of("on", true))), Duration.ofSeconds(1));
    assertThat(result.one("ntp.service").value())
        .containsEntry("time", true)
        .containsEntry("variables", false)
        .containsEntry("clients", 0L);
    assertThat(result.one("service.disclosed").value()).containsEntry("facts", List.of());
  }

  @Test
  void withoutTheServiceThePortRefuses() throws IOException {
    Observation seen = seenAt(CAMERA, Duration.ofSeconds(5)).one("ntp.service");
    assertThat(seen.flag("present")).contains(false);
  }

  @Test
  void aMuteCameraProvesNothing() throws IOException {
    DeviceSpec mute = CAMERA.with("time-server-tells-clients").mute(Silence.SAYS_NOTHING);
    Result result = seenAt(mute, Duration.ofMillis(60));
    assertThat(result.one("ntp.service").outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(result.with("service.disclosed")).noneMatch(Observation::seen);
  }
}
