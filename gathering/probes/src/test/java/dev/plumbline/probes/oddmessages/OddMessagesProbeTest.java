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
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static final Map<String, String> TOLD_BY =
      Map.of("coap", "coap.resources", "mdns", "mdns.services", "ssdp", "upnp.surface");

  /** The part of the camera that is called as its protocol. */
  private Observation datagrams(String protocol, Map<String, Object> patch) throws IOException {
    DeviceSpec spec =
        camera().patched(Map.of("parts", Map.of(protocol, patch))).onlyParts(protocol).anyPorts();
    try (SimulatedDevice device = SimulatedDevice.start(spec, InetAddress.ofLiteral(address()))) {
      Endpoint at = Endpoint.udp(address(), device.endpoint(protocol).getPort());
      return ProbeTrial.against(at)
          .given(
              TOLD_BY.getOrDefault(protocol, ""),
              at.toString(),
              Map.of("present", true, "resources", List.of(Map.of("path", "/config"))))
          .run(probe())
          .one("input.validation");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"coap", "mdns", "ssdp"})
  void aSoundServiceOverUdpTakesAllAndStaysUp(String protocol) throws IOException {
    Observation seen = datagrams(protocol, Map.of("on", true));
    assertThat(seen.value().get("findings")).as("%s", seen).isEqualTo(List.of());
    assertThat(seen.coverage()).containsEntry("complete", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coap", "mdns", "ssdp"})
  void aServiceThatFallsOverALongMessageIsFoundAndTheMessageShortened(String protocol)
      throws IOException {
    Observation seen =
        datagrams(
            protocol, Map.of("on", true, "faults", Map.of("crashesAt", 400, "downMillis", 1_000)));
    assertThat(seen.value().get("findings"))
        .asInstanceOf(InstanceOfAssertFactories.list(Object.class))
        .singleElement()
        .asString()
        .contains("kind=restart");
    assertThat(seen.coverage()).containsEntry("complete", false);
  }

  @Test
  void eachPathOfACoapServerGetsItsMessages() throws IOException {
    Observation seen = datagrams("coap", Map.of("on", true));
    assertThat(seen.coverage().get("places")).isEqualTo(List.of("/config"));
    assertThat(seen.coverage().get("classes")).asString().contains("json-broken", "cbor-length");
  }

  @Test
  void everyMessageCanBeReadBack() {
    for (String protocol : List.of("mqtt", "coap", "coap-path", "mdns", "ssdp")) {
      assertThat(OddMessage.of(protocol, "b14b"))
          .isNotEmpty()
          .allSatisfy(m -> assertThat(m.bytes().length).isPositive());
    }
    assertThat(OddMessage.bytes("41*3 00")).hasValueSatisfying(b -> assertThat(b).hasSize(4));
    assertThat(OddMessage.bytes("4")).isEmpty();
  }
}
