package dev.plumbline.probes.modbusaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModbusAccessProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new ModbusAccessProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.raw();
  }

  @Override
  protected String address() {
    return "127.77.57.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "tcp.open-ports", "address/" + peer.address(), Map.of("open", List.of((long) peer.port())));
  }

  private Result seenAt(DeviceSpec spec, Duration patience) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(
            spec.onlyParts("plant").anyPorts(), InetAddress.ofLiteral(address()))) {
      Endpoint endpoint = Endpoint.tcp(address(), device.endpoint("plant").getPort());
      return introduce(ProbeTrial.against(endpoint), endpoint)
          .limits(Limits.usual().hurried(patience, Duration.ofSeconds(20)))
          .run(probe());
    }
  }

  private static DeviceSpec camera() {
    return DeviceSpec.named("sound-camera").with("modbus-open");
  }

  @Test
  void aPortThatSpeaksModbusGivesToAnybody() throws IOException {
    Result result = seenAt(camera(), Duration.ofSeconds(10));
    Observation seen = result.one("modbus.access");
    assertThat(seen.texts("identification")).contains("Example Devices");
    assertThat(seen.value().get("open"))
        .asString()
        .contains("device identification", "holding register 0");
    assertThat(result.with("service.identified").getLast().text("protocol")).isEqualTo("modbus");
  }

  @ParameterizedTest
  @EnumSource(names = {"SAYS_NOTHING", "RESETS"})
  void aMutePortProvesNothing(Silence how) throws IOException {
    Observation mute = seenAt(camera().mute(how), Duration.ofMillis(200)).one("modbus.access");
    assertThat(mute.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void aPortThatSpeaksSomethingElseIsNotAsked() throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(
            camera().onlyParts("plant").anyPorts(), InetAddress.ofLiteral(address()))) {
      Endpoint endpoint = Endpoint.tcp(address(), device.endpoint("plant").getPort());
      assertThat(
              introduce(ProbeTrial.against(endpoint), endpoint)
                  .given("service.identified", endpoint.toString(), Map.of("protocol", "http"))
                  .run(probe())
                  .with("modbus.access"))
          .isEmpty();
    }
  }
}
