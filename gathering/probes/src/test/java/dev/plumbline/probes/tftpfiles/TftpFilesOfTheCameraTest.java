package dev.plumbline.probes.tftpfiles;

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
 * The simulated camera with the flaw {@code tftp-gives-configuration}, without the service, and
 * mute.
 */
class TftpFilesOfTheCameraTest {
  private static final String ADDRESS = "127.77.54.9";
  private static final DeviceSpec CAMERA =
      DeviceSpec.named("sound-camera").onlyParts("tftp").patched(part(Map.of("port", 69)));

  private static Map<String, Object> part(Map<String, Object> settings) {
    return Map.of("parts", Map.of("tftp", settings));
  }

  private static Result seenAt(DeviceSpec spec, Duration patience) throws IOException {
    try (SimulatedDevice _ = SimulatedDevice.start(spec, InetAddress.ofLiteral(ADDRESS))) {
      return ProbeTrial.against().target(ADDRESS, 69, 69).run(new TftpFilesProbe(patience));
    }
  }

  @Test
  void theFileThatEverybodyCanReadIsFoundAndItsSecretIsStoredNowhere() throws IOException {
    Result result = seenAt(CAMERA.with("tftp-gives-configuration"), Duration.ofSeconds(4));
    Observation seen = result.one("tftp.files");
    assertThat(String.valueOf(seen.value().get("readable")))
        .contains("config.txt")
        .doesNotContain("uI");
    assertThat(seen.coverage()).containsEntry("unanswered", List.of());
    assertThat(String.valueOf(result.one("service.disclosed").value().get("facts")))
        .contains("kind=secret", "EC-000101");
    assertThat(result.stored()).doesNotContain("correct-horse-battery");
  }

  @Test
  void withoutTheServiceThePortRefuses() throws IOException {
    Observation seen = seenAt(CAMERA, Duration.ofSeconds(5)).one("tftp.files");
    assertThat(seen.flag("present")).contains(false);
  }

  @Test
  void aMuteCameraProvesNothing() throws IOException {
    DeviceSpec mute = CAMERA.with("tftp-gives-configuration").mute(Silence.SAYS_NOTHING);
    Result result = seenAt(mute, Duration.ofMillis(60));
    assertThat(result.one("tftp.files").outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(result.with("service.disclosed")).noneMatch(Observation::seen);
  }
}
