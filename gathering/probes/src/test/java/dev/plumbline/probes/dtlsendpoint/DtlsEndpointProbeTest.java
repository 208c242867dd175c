package dev.plumbline.probes.dtlsendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import dev.plumbline.probe.hostile.DatagramPeer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DtlsEndpointProbeTest extends DatagramContract {
  /** An answer comes at once; this is for a busy machine. */
  private static final Duration BUSY = Duration.ofSeconds(20);

  @Override
  protected Probe probe() {
    return new DtlsEndpointProbe(Duration.ofMillis(60));
  }

  @Override
  protected String address() {
    return "127.77.55.1";
  }

  @Override
  protected String spoken() {
    return "dtls";
  }

  /** A request for a cookie. */
  @Override
  protected byte[] answer() {
    return HexFormat.of()
        .parseHex(
            "16feff00000000000000000017"
                + "0300000b00000000000000"
                + "0b"
                + "feff08"
                + "41".repeat(8));
  }

  private Result seenAt(DeviceSpec spec, Probe probe) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(
            spec.onlyParts("secure-coap").anyPorts(), InetAddress.ofLiteral(address()))) {
      Endpoint endpoint = Endpoint.udp(address(), device.endpoint("secure-coap").getPort());
      return introduce(ProbeTrial.against(endpoint), endpoint).run(probe);
    }
  }

  /** The sound settings of the part, which is off in the sound camera. */
  private static DeviceSpec sound() {
    return DeviceSpec.named("sound-camera")
        .patched(Map.of("parts", Map.of("secure-coap", Map.of("on", true))));
  }

  @Test
  void aSoundServerTakesTheNewVersionAlone() throws IOException {
    Result result = seenAt(sound(), new DtlsEndpointProbe(BUSY));
    assertThat(result.one("dtls.endpoint").flag("cookie")).contains(true);
    assertThat(result.one("tls.versions").texts("accepted")).containsExactly("DTLSv1.2");
    assertThat(result.one("tls.suites").texts("accepted"))
        .containsExactlyInAnyOrder(
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8");
    assertThat(result.one("tls.certificate").text("keyAlgorithm")).isEqualTo("EC");
  }

  @Test
  void anOldVersionAndItsSuiteAreFound() throws IOException {
    Result result =
        seenAt(
            DeviceSpec.named("sound-camera").with("dtls-undeclared"), new DtlsEndpointProbe(BUSY));
    assertThat(result.one("tls.versions").texts("accepted"))
        .containsExactlyInAnyOrder("DTLSv1.0", "DTLSv1.2");
    assertThat(result.one("tls.suites").texts("accepted"))
        .contains("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA");
  }

  @Test
  void aMuteServerProvesNothing() throws IOException {
    Result result = seenAt(sound().mute(Silence.SAYS_NOTHING), probe());
    assertThat(List.of(result.one("dtls.endpoint"), result.one("tls.versions")))
        .extracting(Observation::outcome)
        .containsOnly(Outcome.UNDETERMINED);
  }

  /** It makes sure of each client twice over, and then says no. */
  @Test
  void aSecondRequestForTheSameCookieIsNoAnswer() {
    HexFormat hex = HexFormat.of();
    byte[] verify =
        hex.parseHex(
            "16fefd" + "0000000000000000" + "0013" + "030000070000000000000007" + "fefd0401020304");
    byte[] refusal = hex.parseHex("15fefd" + "0000000000000001" + "0002" + "0228");
    try (DatagramPeer peer =
        DatagramPeer.at(
            address(),
            asked -> {
              boolean hasCookie = asked.question()[0] == 22 && asked.question()[60] == 4;
              if (hasCookie) {
                asked.answer(refusal);
              } else if (asked.question()[0] == 22) {
                asked.answer(verify);
                asked.answer(verify);
              }
            })) {
      Observation seen =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .run(new DtlsEndpointProbe(Duration.ofSeconds(20)))
              .one("tls.versions");
      assertThat(seen.texts("refused")).containsExactly("DTLSv1.0", "DTLSv1.2", "DTLSv1.3");
    }
  }

  /** A fault of the server says nothing of the versions that it was asked for. */
  @Test
  void anInternalErrorIsNoRefusal() {
    byte[] fault = HexFormat.of().parseHex("15fefd" + "0000000000000000" + "0002" + "0250");
    try (DatagramPeer peer = DatagramPeer.at(address(), asked -> asked.answer(fault))) {
      Observation seen =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .run(new DtlsEndpointProbe(BUSY))
              .one("tls.versions");
      assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    }
  }

  /** It takes the first suite of whatever is offered, in the version that is offered. */
  @Test
  void aServerThatTakesEverythingIsNotAskedToTheEnd() {
    HexFormat hex = HexFormat.of();
    try (DatagramPeer peer =
        DatagramPeer.at(
            address(),
            asked -> {
              byte[] q = asked.question();
              if (q[0] == 22) {
                asked.answer(
                    hex.parseHex(
                        "16fefd"
                            + "0000000000000000"
                            + "003e"
                            + "020000260000000000000026"
                            + hex.formatHex(q, 25, 27)
                            + "00".repeat(33)
                            + hex.formatHex(q, 63, 65)
                            + "00"
                            + "0e0000000001000000000000"));
              }
            })) {
      Result result =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .run(new DtlsEndpointProbe(BUSY));
      assertThat(result.one("tls.suites").texts("incomplete")).isNotEmpty();
      assertThat(result.one("tls.suites").coverage()).containsEntry("complete", false);
    }
  }
}
