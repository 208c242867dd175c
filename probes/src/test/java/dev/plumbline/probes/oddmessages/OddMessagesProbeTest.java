package dev.plumbline.probes.oddmessages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OddMessagesProbeTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new OddMessagesProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.mqtt();
  }

  @Override
  protected String address() {
    return "127.77.60.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "mqtt", "tls", false));
  }

  /** It answers as a broker does that lets everybody in, every time. */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return peer.equals("nests without end") && List.of().equals(fact.value().get("findings"));
  }

  private static DeviceSpec camera() {
    return DeviceSpec.named("sound-camera").with("mqtt-open", "coap-open");
  }

  private Observation broker(DeviceSpec spec) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(
            spec.onlyParts("broker").anyPorts(), InetAddress.ofLiteral(address()))) {
      Endpoint at = Endpoint.tcp(address(), device.endpoint("broker").getPort());
      return introduce(ProbeTrial.against(at), at)
          .limits(Limits.usual().hurried(Duration.ofSeconds(15), Duration.ofSeconds(50)))
          .run(probe())
          .one("input.validation");
    }
  }

  @Test
  void aSoundBrokerTakesAllAndStaysUp() throws IOException {
    Observation seen = broker(camera());
    assertThat(seen.outcome()).as("%s", seen).isEqualTo(Outcome.SEEN);
    assertThat(seen.value().get("findings")).isEqualTo(List.of());
    assertThat(seen.coverage()).containsEntry("complete", true);
  }

  @Test
  void aBrokerThatFallsOverALongNameIsFound() throws IOException {
    DeviceSpec weak =
        camera()
            .patched(
                Map.of("parts", Map.of("broker", Map.of("crashesAt", 512, "downMillis", 1_000))));
    Observation seen = broker(weak);
    assertThat(seen.value().get("findings")).asString().contains("restart", "long", "41*4096");
    assertThat(seen.coverage()).containsEntry("complete", false);
  }

  @Test
  void aSoundCoapServerTakesAllAndStaysUp() throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(
            camera().onlyParts("coap").anyPorts(), InetAddress.ofLiteral(address()))) {
      Endpoint at = Endpoint.udp(address(), device.endpoint("coap").getPort());
      Observation seen =
          ProbeTrial.against(at)
              .given("coap.resources", at.toString(), Map.of("present", true))
              .run(probe())
              .one("input.validation");
      assertThat(seen.value().get("findings")).as("%s", seen).isEqualTo(List.of());
      assertThat(seen.coverage()).containsEntry("complete", true);
    }
  }

  @Test
  void everyMessageCanBeReadBack() {
    for (String protocol : List.of("mqtt", "coap")) {
      assertThat(Message.of(protocol))
          .isNotEmpty()
          .allSatisfy(m -> assertThat(m.bytes().length).isPositive());
    }
    assertThat(Message.bytes("41*3 00")).hasValueSatisfying(b -> assertThat(b).hasSize(4));
    assertThat(Message.bytes("4")).isEmpty();
  }
}
