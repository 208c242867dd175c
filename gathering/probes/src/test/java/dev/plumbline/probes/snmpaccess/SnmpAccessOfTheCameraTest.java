package dev.plumbline.probes.snmpaccess;

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

/** The simulated camera with SNMP open to all, closed to all, without it, and mute. */
class SnmpAccessOfTheCameraTest {
  private static final String ADDRESS = "127.77.52.9";
  private static final DeviceSpec CAMERA =
      DeviceSpec.named("sound-camera").onlyParts("snmp").patched(snmp(Map.of("port", 161)));

  // What is silent is waited for in full; the answers come at once, unless this machine is busy.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static Map<String, Object> snmp(Map<String, Object> settings) {
    return Map.of("parts", Map.of("snmp", settings));
  }

  private static Result seenAt(DeviceSpec spec) throws IOException {
    return seenAt(spec, PATIENCE);
  }

  private static Result seenAt(DeviceSpec spec, Duration patience) throws IOException {
    try (SimulatedDevice _ = SimulatedDevice.start(spec, InetAddress.ofLiteral(ADDRESS))) {
      return ProbeTrial.against().target(ADDRESS, 161, 161).run(new SnmpAccessProbe(patience));
    }
  }

  @Test
  void theCommunitiesAndTheUserThatEverybodyKnowsAreFound() throws IOException {
    Result result =
        seenAt(CAMERA.patched(snmp(Map.of("user", "initial"))).with("snmp-public-community"));
    assertThat(result.one("snmp.access").texts("users")).containsExactly("initial");
    Observation seen = result.one("snmp.access");
    assertThat(seen.flag("present")).contains(true);
    assertThat(seen.texts("versions")).containsExactlyInAnyOrder("1", "2c", "3");
    assertThat(seen.value().get("communities"))
        .isEqualTo(
            List.of(
                Map.of("version", "2c", "community", "public", "writes", "no"),
                Map.of("version", "2c", "community", "private", "writes", "yes"),
                Map.of("version", "1", "community", "public", "writes", "no"),
                Map.of("version", "1", "community", "private", "writes", "yes")));
    assertThat(seen.flag("anybody")).contains(false);
    assertThat(String.valueOf(result.one("service.disclosed").value().get("facts")))
        .contains("4.9.37", "00:00:5e:00:53:01");
  }

  @Test
  void anAgentThatKnowsNoneOfThemLetsNobodyIn() throws IOException {
    Observation seen = seenAt(CAMERA.patched(snmp(Map.of("on", true)))).one("snmp.access");
    assertThat(seen.value())
        .containsEntry("versions", List.of("3"))
        .containsEntry("communities", List.of())
        .containsEntry("users", List.of());
    assertThat(seen.coverage())
        .containsEntry("communities", 15L)
        .containsEntry("users", 8L)
        .containsEntry("heard", true);
  }

  @Test
  void withoutSnmpThePortRefuses() throws IOException {
    assertThat(seenAt(CAMERA).one("snmp.access").flag("present")).contains(false);
  }

  @Test
  void aMuteCameraProvesNothing() throws IOException {
    DeviceSpec mute = CAMERA.with("snmp-public-community").mute(Silence.SAYS_NOTHING);
    assertThat(seenAt(mute, Duration.ofMillis(60)).one("snmp.access").outcome())
        .isEqualTo(Outcome.UNDETERMINED);
  }
}
