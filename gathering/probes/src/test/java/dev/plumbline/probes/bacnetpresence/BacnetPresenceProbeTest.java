package dev.plumbline.probes.bacnetpresence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import dev.plumbline.probe.hostile.DatagramPeer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacnetPresenceProbeTest extends DatagramContract {
  @Override
  protected Probe probe() {
    return new BacnetPresenceProbe(Duration.ofMillis(60));
  }

  @Override
  protected String address() {
    return "127.77.58.1";
  }

  @Override
  protected String spoken() {
    return "bacnet";
  }

  /** A value for a question with another number. */
  @Override
  protected byte[] answer() {
    return HexFormat.of().parseHex("810a0016010030990c0c020000071946" + "3e7502004" + "13f");
  }

  private Observation seenAt(DeviceSpec spec, Probe probe) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(
            spec.onlyParts("building").anyPorts(), InetAddress.ofLiteral(address()))) {
      Endpoint endpoint = Endpoint.udp(address(), device.endpoint("building").getPort());
      return introduce(ProbeTrial.against(endpoint), endpoint).run(probe).one("bacnet.presence");
    }
  }

  private static DeviceSpec camera() {
    return DeviceSpec.named("sound-camera").with("bacnet-open");
  }

  @Test
  void aDeviceThatSpeaksBacnetTellsWhatItIs() throws IOException {
    Observation seen = seenAt(camera(), new BacnetPresenceProbe(Duration.ofSeconds(20)));
    assertThat(seen.value().get("properties")).asString().contains("Example Devices", "EC-200");
    assertThat(seen.value().get("open")).asString().contains("vendor-name");
  }

  /** An error to the first question, and nothing of the protocol to the others. */
  @Test
  void whatGetsNoAnswerIsNotSaidToBeShut() {
    try (DatagramPeer peer =
        DatagramPeer.at(
            address(),
            asked ->
                asked.answer(
                    HexFormat.of()
                        .parseHex(
                            asked.question()[8] == 0x51
                                ? "810a000d0100" + "50510c91029120"
                                : "00")))) {
      Observation seen =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .run(new BacnetPresenceProbe(Duration.ofSeconds(20)))
              .one("bacnet.presence");
      assertThat(seen.flag("present")).contains(true);
      assertThat(seen.coverage().get("unanswered"))
          .isEqualTo(List.of("object-name", "vendor-name"));
    }
  }

  @Test
  void aMutePortProvesNothing() throws IOException {
    Observation mute = seenAt(camera().mute(Silence.SAYS_NOTHING), probe());
    assertThat(mute.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }
}
