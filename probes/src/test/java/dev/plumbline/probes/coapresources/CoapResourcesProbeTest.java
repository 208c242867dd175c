package dev.plumbline.probes.coapresources;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoapResourcesProbeTest extends DatagramContract {
  /** An answer comes at once; this is for a busy machine. */
  private static final Duration BUSY = Duration.ofSeconds(20);

  @Override
  protected Probe probe() {
    return new CoapResourcesProbe(Duration.ofMillis(60));
  }

  @Override
  protected String address() {
    return "127.77.54.1";
  }

  @Override
  protected String spoken() {
    return "coap";
  }

  /** 2.05 with a token and a number that nobody sent. */
  @Override
  protected byte[] answer() {
    return HexFormat.of().parseHex("64450001" + "41414141" + "ff" + "3c2f613e");
  }

  private Result seenAt(DeviceSpec spec, Probe probe) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(
            spec.onlyParts("coap").anyPorts(), InetAddress.ofLiteral(address()))) {
      Endpoint endpoint = Endpoint.udp(address(), device.endpoint("coap").getPort());
      return introduce(ProbeTrial.against(endpoint), endpoint).run(probe);
    }
  }

  private static DeviceSpec camera() {
    return DeviceSpec.named("sound-camera").with("coap-open");
  }

  @Test
  void whatTheServerListsIsReadWithoutALogin() throws IOException {
    Result result = seenAt(camera(), new CoapResourcesProbe(BUSY));
    Observation seen = result.one("coap.resources");
    assertThat(seen.value().get("open"))
        .isEqualTo(
            List.of(
                Map.of("path", "/state", "kind", "data"),
                Map.of("path", "/config", "kind", "configuration")));
    assertThat(seen.coverage()).containsEntry("complete", true);
    assertThat(result.one("service.disclosed").value().get("facts"))
        .asString()
        .contains("firmware");
  }

  @Test
  void aGuardedResourceIsNotOpen() throws IOException {
    DeviceSpec shut =
        camera()
            .patched(
                Map.of(
                    "parts",
                    Map.of(
                        "coap",
                        Map.of(
                            "resources",
                            Map.of(
                                "/state", Map.of("guarded", true),
                                "/config", Map.of("guarded", true))))));
    Observation seen = seenAt(shut, new CoapResourcesProbe(BUSY)).one("coap.resources");
    assertThat(seen.value().get("open")).isEqualTo(List.of());
    assertThat(seen.texts("guarded")).containsExactly("/state", "/config");
  }

  @Test
  void aServerThatListsNothingLeavesOpenWhatElseItHas() throws IOException {
    DeviceSpec silent = camera().patched(Map.of("parts", Map.of("coap", Map.of("lists", false))));
    Observation seen = seenAt(silent, new CoapResourcesProbe(BUSY)).one("coap.resources");
    assertThat(seen.coverage()).containsEntry("complete", false);
    assertThat(seen.value().get("open"))
        .isEqualTo(List.of(Map.of("path", "/config", "kind", "configuration")));
  }

  @Test
  void aMuteServerProvesNothing() throws IOException {
    Observation mute = seenAt(camera().mute(Silence.SAYS_NOTHING), probe()).one("coap.resources");
    assertThat(mute.outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  /** Answers the question for the list with a text, and each other one with a code. */
  private Observation answering(String list, int code) {
    try (DatagramPeer peer =
        DatagramPeer.at(
            address(),
            asked -> {
              byte[] q = asked.question();
              String id = HexFormat.of().formatHex(q, 2, 8);
              boolean isList = HexFormat.of().formatHex(q).contains("636f7265");
              String answer =
                  isList
                      ? "6445"
                          + id
                          + "ff"
                          + HexFormat.of().formatHex(list.getBytes(StandardCharsets.UTF_8))
                      : "64" + HexFormat.of().toHexDigits((byte) code) + id;
              asked.answer(HexFormat.of().parseHex(answer));
            })) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .run(new CoapResourcesProbe(BUSY))
          .one("coap.resources");
    }
  }

  /** 4.04, then 5.03. */
  @Test
  void aBusyServerDoesNotSayThatThereIsNothing() {
    assertThat(answering("</a>;rt=\"x\",</b>", 0x84).coverage()).containsEntry("complete", true);
    Observation busy = answering("</a>;rt=\"x\",</b>", 0xa3);
    assertThat(busy.coverage()).containsEntry("complete", false);
    assertThat(busy.coverage().get("unanswered")).asString().contains("/a", "/b");
  }

  @Test
  void aListThatCannotBeReadToItsEndIsNotComplete() {
    for (String list : List.of("nothing of the kind", "</a>,<b c>", "</a>,<relative>")) {
      assertThat(answering(list, 0x84).coverage()).containsEntry("complete", false);
    }
    assertThat(answering("</a>,<coap://192.0.2.9/b>;rt=x", 0x84).coverage())
        .containsEntry("complete", true);
  }

  /** The list in two blocks, the second one after an acknowledgement of its own. */
  @Test
  void aListInBlocksIsPutTogether() {
    try (DatagramPeer peer =
        DatagramPeer.at(
            address(),
            asked -> {
              byte[] q = asked.question();
              String id = HexFormat.of().formatHex(q, 2, 8);
              String hex = HexFormat.of().formatHex(q);
              boolean list = hex.contains("636f7265");
              boolean second = list && q.length > 25;
              String answer = "6484" + id;
              if (list) {
                answer =
                    second
                        ? "6445" + id + "d10a16" + "ff" + "3e"
                        : "6445" + id + "d10a0e" + "ff" + "3c2f61";
              }
              asked.answer(HexFormat.of().parseHex(answer));
            })) {
      Observation seen =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .run(new CoapResourcesProbe(BUSY))
              .one("coap.resources");
      assertThat(seen.value().get("resources")).asString().contains("/a");
    }
  }
}
