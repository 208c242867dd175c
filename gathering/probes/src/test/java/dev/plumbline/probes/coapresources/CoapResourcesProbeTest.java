package dev.plumbline.probes.coapresources;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Optional;
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

  /** A server that answers in blocks of 16 octets, whatever size is asked for (RFC 7959). */
  private Result inBlocks(Map<String, String> resources, int lastBlock) {
    try (DatagramPeer peer =
        DatagramPeer.at(
            address(), asked -> asked.answer(blockOf(asked.question(), resources, lastBlock)))) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .run(new CoapResourcesProbe(BUSY));
    }
  }

  /** 2.05 with one block; 4.04 where there is nothing, 4.02 past the end. */
  private static byte[] blockOf(byte[] question, Map<String, String> resources, int lastBlock) {
    String hex = HexFormat.of().formatHex(question, 8, question.length);
    String head = HexFormat.of().formatHex(question, 2, 8);
    Optional<String> text =
        resources.entrySet().stream()
            .filter(r -> hex.contains(HexFormat.of().formatHex(r.getKey().getBytes(UTF_8))))
            .map(Map.Entry::getValue)
            .findFirst();
    if (text.isEmpty()) {
      return HexFormat.of().parseHex("6484" + head);
    }
    // Option 23 comes 12 after the path and is the last one.
    int block = hex.matches(".*c1..") ? question[question.length - 1] & 0xff : 0;
    int from = (block >> 4) << ((block & 7) + 4);
    byte[] all = text.get().getBytes(UTF_8);
    if (from >= all.length || from / 16 > lastBlock) {
      return HexFormat.of().parseHex("6482" + head);
    }
    int to = Math.min(all.length, from + 16);
    int option = (from / 16) << 4 | (to < all.length ? 8 : 0);
    return HexFormat.of()
        .parseHex(
            "6445%sd10a%02xff%s".formatted(head, option, HexFormat.of().formatHex(all, from, to)));
  }

  @Test
  void aListInSmallBlocksIsPutTogetherAndWhatItNamesIsRead() {
    Result result =
        inBlocks(
            Map.of("core", "</time>;rt=\"clock\",</cfg/wifi>;rt=\"cfg\"", "wifi", "psk=swordfish"),
            9);
    Observation seen = result.one("coap.resources");
    assertThat(seen.value().get("resources")).asString().contains("/time", "/cfg/wifi");
    assertThat(seen.value().get("open")).asString().contains("/cfg/wifi");
    assertThat(result.one("service.disclosed").value().get("facts"))
        .asString()
        .contains("Wi-Fi key");
    assertThat(result.one("service.disclosed").coverage()).doesNotContainKey("unanswered");
    assertThat(seen.coverage()).containsEntry("complete", true);
  }

  @Test
  void aListThatEndsBetweenItsBlocksIsNotComplete() {
    Result result = inBlocks(Map.of("core", "</time>;rt=\"clock\",</cfg/wifi>"), 0);
    Observation seen = result.one("coap.resources");
    assertThat(seen.coverage()).containsEntry("complete", false);
  }

  @Test
  void aResourceThatEndsBetweenItsBlocksIsOpenAndNotComplete() {
    Result result = inBlocks(Map.of("core", "</time>", "time", "a text of some length"), 0);
    Observation seen = result.one("coap.resources");
    assertThat(seen.value().get("open")).asString().contains("/time");
    assertThat(seen.coverage()).containsEntry("complete", false);
    assertThat(result.one("service.disclosed").coverage())
        .containsEntry("unanswered", List.of("/time"));
  }

  @Test
  void whatAListedResourceListsIsReadToo() {
    Result result =
        inBlocks(Map.of("core", "</more>;ct=40", "more", "</deep>;ct=0", "deep", "1"), 9);
    Observation seen = result.one("coap.resources");
    assertThat(seen.value().get("open")).asString().contains("/more", "/deep");
    assertThat(seen.coverage()).containsEntry("complete", true);
  }
}
