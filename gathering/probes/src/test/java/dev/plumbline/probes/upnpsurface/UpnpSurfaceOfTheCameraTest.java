package dev.plumbline.probes.upnpsurface;

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
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The simulated camera with UPnP, without it, and mute. */
class UpnpSurfaceOfTheCameraTest {
  private static final String ADDRESS = "127.77.51.9";
  private static final DeviceSpec CAMERA =
      DeviceSpec.named("sound-camera")
          .onlyParts("ssdp", "upnp")
          .patched(
              Map.of("parts", Map.of("ssdp", Map.of("port", 1900), "upnp", Map.of("port", 49152))));

  private static Result seenAt(DeviceSpec spec, Duration patience) throws IOException {
    try (SimulatedDevice _ = SimulatedDevice.start(spec, InetAddress.ofLiteral(ADDRESS))) {
      return ProbeTrial.against().target(ADDRESS, 1, 65_535).run(new UpnpSurfaceProbe(patience));
    }
  }

  @Test
  void theCommandsThatItTakesFromAnybodyAreFound() throws IOException {
    Result result = seenAt(CAMERA.with("upnp-control-open"), Duration.ofSeconds(5));
    assertThat(result.one("upnp.surface").flag("present")).contains(true);
    assertThat(String.valueOf(result.one("upnp.surface").value().get("answers")))
        .contains("InternetGatewayDevice");
    Observation control = result.one("upnp.control");
    assertThat(control.subject()).isEqualTo("tcp/" + ADDRESS + "/49152");
    assertThat(String.valueOf(control.value().get("open"))).contains("GetExternalIPAddress");
    assertThat(String.valueOf(control.value().get("notCalled"))).contains("AddPortMapping");
    assertThat(result.with("service.disclosed").toString()).contains("EC-000101");
  }

  @Test
  void withoutItThePortRefuses() throws IOException {
    Observation seen = seenAt(CAMERA, Duration.ofSeconds(5)).one("upnp.surface");
    assertThat(seen.flag("present")).contains(false);
    assertThat(seen.coverage()).containsEntry("refused", true);
  }

  @Test
  void aMuteCameraProvesNothing() throws IOException {
    DeviceSpec mute = CAMERA.with("upnp-control-open").mute(Silence.SAYS_NOTHING);
    assertThat(seenAt(mute, Duration.ofMillis(60)).one("upnp.surface").outcome())
        .isEqualTo(Outcome.UNDETERMINED);
  }
}
