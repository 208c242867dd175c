package dev.plumbline.probes.mqttaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulated camera's broker: open, shut, and mute. */
class MqttAccessOfTheCameraTest {
  private static final String ADDRESS = "127.77.50.2";

  private static Result seenAt(DeviceSpec spec, Duration patience) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(
            spec.onlyParts("broker").anyPorts(), InetAddress.ofLiteral(ADDRESS))) {
      Endpoint endpoint = Endpoint.tcp(ADDRESS, device.endpoint("broker").getPort());
      return ProbeTrial.against(endpoint)
          .limits(Limits.usual().hurried(patience, Duration.ofSeconds(20)))
          .given(
              "service.identified", endpoint.toString(), Map.of("protocol", "mqtt", "tls", false))
          .run(new MqttAccessProbe());
    }
  }

  private static DeviceSpec camera(String flaw) {
    return DeviceSpec.named("sound-camera").with(flaw);
  }

  @Test
  void anOpenBrokerGivesAwayWhatItKeeps() throws IOException {
    Result result = seenAt(camera("mqtt-open"), Duration.ofSeconds(10));
    Observation open = result.one("mqtt.access");
    assertThat(open.flag("anonymous")).contains(true);
    assertThat(open.texts("topics")).contains("camera/wifi", "$SYS/broker/version");
    assertThat(open.value().get("open")).asString().contains("data");
    assertThat(result.one("service.disclosed").value().get("facts"))
        .asString()
        .contains("exampleq", "1.4.2");
  }

  @Test
  void aBrokerWithALoginGivesNothing() throws IOException {
    Observation shut =
        seenAt(camera("mqtt-login-in-clear"), Duration.ofSeconds(10)).one("mqtt.access");
    assertThat(shut.flag("anonymous")).contains(false);
  }

  @ParameterizedTest
  @EnumSource(names = {"SAYS_NOTHING", "RESETS"})
  void aMuteBrokerProvesNothing(Silence how) throws IOException {
    Observation mute =
        seenAt(camera("mqtt-open").mute(how), Duration.ofMillis(300)).one("mqtt.access");
    assertThat(mute.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }
}
