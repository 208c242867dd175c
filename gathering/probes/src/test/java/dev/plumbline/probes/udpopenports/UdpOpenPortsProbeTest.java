package dev.plumbline.probes.udpopenports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramPeer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UdpOpenPortsProbeTest extends ProbeContract {
  private static final String HERE = "127.77.31.1";

  @Override
  protected Probe probe() {
    return new UdpOpenPortsProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.raw();
  }

  @Override
  protected String address() {
    return HERE;
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial;
  }

  /** Whatever the peer does over TCP: its UDP port of that number refuses. */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return fact.texts("answered").isEmpty() && covered(fact, "refused") == 1;
  }

  @Override
  protected boolean callsPeers() {
    return false;
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.77.31.2", "::1"})
  void answeredRefusedAndSilentPortsAreToldApart(String address) throws Exception {
    int closed = closedPort(address);
    try (UdpDevice echo = UdpDevice.at(address, UdpDevice.ECHO);
        UdpDevice mute = UdpDevice.at(address, UdpDevice.SILENT)) {
      Observation seen =
          ProbeTrial.against(
                  Endpoint.udp(address, echo.port()),
                  Endpoint.udp(address, mute.port()),
                  Endpoint.udp(address, closed))
              .limits(limits())
              .run(probe())
              .one("udp.open-ports");
      assertThat(seen.subject()).isEqualTo("address/" + address);
      assertThat(seen.value())
          .containsEntry("answered", List.of((long) echo.port()))
          .containsEntry(
              "heard", List.of(Map.of("port", (long) echo.port(), "protocol", "unknown")))
          .containsEntry("silent", List.of((long) mute.port()));
      assertThat(seen.coverage())
          .containsEntry("tried", 3L)
          .containsEntry("refused", 1L)
          .containsEntry("unanswered", 1L)
          .containsEntry("unansweredPorts", List.of(String.valueOf(mute.port())))
          .doesNotContainKeys("stopped", "notAsked");
      assertThat(mute.received())
          .as("asked, asked again, after a while, and in every protocol")
          .hasSize(3 + PortQuestions.load().all().size());
    }
  }

  @Test
  void aPortThatAnswersTheSecondTimeIsAnswered() {
    UdpDevice.Behaviour sleepy =
        (socket, number, got) -> {
          if (number == 2) {
            UdpDevice.answer(socket, got.getSocketAddress(), new byte[0]);
          }
        };
    try (UdpDevice device = UdpDevice.at(HERE, sleepy)) {
      Observation seen = asked(probe(), HERE, device.port(), device.port());
      assertThat(seen.texts("answered")).containsExactly(String.valueOf(device.port()));
      assertThat(seen.coverage()).containsEntry("unanswered", 0L);
    }
  }

  @Test
  void aMuteDeviceProvesNothing() {
    try (UdpDevice mute = UdpDevice.at(HERE, UdpDevice.SILENT)) {
      Observation seen = asked(probe(), HERE, mute.port(), mute.port());
      assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(seen.reason()).isEqualTo("none of 1 UDP ports answered or refused, twice asked");
    }
  }

  @Test
  void anAnswerFromElsewhereIsNoAnswer() throws Exception {
    try (DatagramSocket elsewhere = new DatagramSocket(0, InetAddress.ofLiteral(HERE));
        UdpDevice device =
            UdpDevice.at(
                HERE,
                (socket, number, got) ->
                    UdpDevice.answer(elsewhere, got.getSocketAddress(), new byte[] {1}))) {
      Observation seen = asked(probe(), HERE, device.port(), device.port());
      assertThat(seen.seen()).isFalse();
      assertThat(device.received()).hasSizeGreaterThan(2);
    }
  }

  /** TFTP answers each read from a new port. */
  @Test
  void tftpIsHeardFromAnotherPort() {
    try (DatagramPeer tftp =
        DatagramPeer.at(
            "127.77.31.6", 69, asked -> asked.answerFromElsewhere(new byte[] {0, 5, 0, 1, 0}))) {
      Observation seen = asked(probe(), "127.77.31.6", 69, 69);
      assertThat(seen.value())
          .containsEntry("heard", List.of(Map.of("port", 69L, "protocol", "tftp")));
      assertThat(tftp.received()).hasSizeBetween(1, 2);
    }
  }

  @Test
  void aPortOutsideTheScopeGetsNoPacket() {
    try (UdpDevice outside = UdpDevice.at("127.77.31.3", UdpDevice.ECHO)) {
      int port = outside.port();
      Observation seen =
          ProbeTrial.against()
              .target("127.77.31.3", 1, port - 1)
              .target("127.77.31.3", port + 1, 65_535)
              .limits(limits())
              .run(probe())
              .one("udp.open-ports");
      assertThat(seen.texts("answered")).doesNotContain(String.valueOf(port));
      assertThat(seen.coverage())
          .containsEntry("tried", 65_534L)
          .containsEntry("outOfScope", List.of(String.valueOf(port)));
      assertThat(outside.received()).isEmpty();
    }
  }

  @Test
  void everyPortIsAskedAndCountedOnce() {
    try (UdpDevice echo = UdpDevice.at("127.77.31.4", UdpDevice.ECHO);
        UdpDevice mute = UdpDevice.at("127.77.31.4", UdpDevice.SILENT)) {
      Observation seen = asked(probe(), "127.77.31.4", 1, 65_535);
      // Other programs of this machine may have ports at every address.
      assertThat(seen.texts("answered")).contains(String.valueOf(echo.port()));
      assertThat(seen.texts("silent")).contains(String.valueOf(mute.port()));
      assertThat(seen.coverage()).containsEntry("tried", 65_535L);
      assertThat(covered(seen, "refused")).isBetween(65_000L, 65_533L);
      assertThat(
              seen.texts("answered").size()
                  + covered(seen, "refused")
                  + covered(seen, "unanswered"))
          .isEqualTo(65_535);
    }
  }

  @Test
  void whenTheTimeIsOverTheCoverageSaysWhatWasNotAsked() {
    Observation none = asked(new UdpOpenPortsProbe(Duration.ZERO), HERE, 1, 65_535);
    assertThat(none.reason())
        .isEqualTo(
            "none of 0 UDP ports answered or refused; the time was over before all were asked, the silent ones twice");
    try (UdpDevice mute = UdpDevice.at(HERE, UdpDevice.SILENT)) {
      int other = mute.port() == 65_535 ? mute.port() - 1 : mute.port() + 1;
      Observation some =
          asked(
              new UdpOpenPortsProbe(Duration.ofMillis(900)),
              HERE,
              Math.min(other, mute.port()),
              Math.max(other, mute.port()));
      assertThat(some.texts("silent")).containsExactly(String.valueOf(mute.port()));
      assertThat(some.coverage()).containsEntry("refused", 1L).containsKey("stopped");
    }
  }

  @Test
  void aKnownPortIsAskedItsQuestionAndItsAnswerRecognised() {
    byte[] reset = {0x70, 0, 'P', 'L'};
    try (UdpDevice coap =
            UdpDevice.at(
                "127.77.31.5",
                5683,
                (socket, number, got) -> UdpDevice.answer(socket, got.getSocketAddress(), reset));
        UdpDevice stranger = UdpDevice.at("127.77.31.5", 1900, UdpDevice.ECHO);
        UdpDevice unnamed = UdpDevice.at("127.77.31.5", 5682, UdpDevice.ECHO)) {
      Observation seen =
          ProbeTrial.against()
              .target("127.77.31.5", 1900, 1900)
              .target("127.77.31.5", 5682, 5683)
              .limits(limits())
              .run(probe())
              .one("udp.open-ports");
      assertThat(seen.value())
          .containsEntry(
              "heard",
              List.of(
                  Map.of("port", 1900L, "protocol", "unknown"),
                  Map.of("port", 5682L, "protocol", "unknown"),
                  Map.of("port", 5683L, "protocol", "coap")));
      assertThat(coap.received()).containsExactly(new byte[] {0x40, 0, 'P', 'L'});
      assertThat(new String(stranger.received().getFirst(), StandardCharsets.ISO_8859_1))
          .startsWith("M-SEARCH * HTTP/1.1\r\n")
          .endsWith("\r\n\r\n");
      assertThat(unnamed.received().getFirst()).containsExactly(0);
    }
  }

  /** As agents of SNMP and servers of CoAP are: silent at what they do not understand. */
  @ParameterizedTest
  @CsvSource({
    "coap,7000504c",
    "snmp,3068020103301002040000000102030000000401000201030400a80000",
    "stun,010100002112a442706c756d626c696e65303031"
  })
  void aServiceAtAnUnusualPortAnswersItsOwnProtocol(String protocol, String answer) {
    byte[] question =
        PortQuestions.load().all().stream()
            .filter(q -> q.protocol().equals(protocol))
            .findFirst()
            .orElseThrow()
            .bytes();
    try (UdpDevice device =
        UdpDevice.at(
            "127.77.31.7",
            (socket, number, got) -> {
              if (Arrays.equals(question, Arrays.copyOf(got.getData(), got.getLength()))) {
                UdpDevice.answer(socket, got.getSocketAddress(), HexFormat.of().parseHex(answer));
              }
            })) {
      Observation seen = asked(probe(), "127.77.31.7", device.port(), device.port());
      assertThat(seen.value())
          .containsEntry(
              "heard", List.of(Map.of("port", (long) device.port(), "protocol", protocol)))
          .containsEntry("silent", List.of());
      assertThat(seen.coverage())
          .containsEntry("everyProtocol", List.of(String.valueOf(device.port())))
          .containsEntry("unanswered", 0L);
    }
  }

  @Test
  void whatCouldNotBeSentWasNotAsked() {
    // The kernel lets nobody send to a broadcast address who has not asked for it.
    Observation seen = asked(probe(), "127.255.255.255", 1, 3);
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason())
        .startsWith("none of 0 UDP ports answered or refused; 3 could not be asked: ");
  }

  @Test
  void aPublicAddressWithoutAuthorisationIsNotAsked() {
    Observation seen = asked(probe(), "192.0.2.200", 1, 10);
    assertThat(seen.reason()).contains("allows no port");
  }

  private Observation asked(Probe probe, String address, int first, int last) {
    return ProbeTrial.against()
        .target(address, first, last)
        .limits(limits())
        .run(probe)
        .one("udp.open-ports");
  }

  private static long covered(Observation seen, String what) {
    return seen.coverage().get(what) instanceof Long n ? n : -1;
  }

  private static int closedPort(String address) throws Exception {
    try (DatagramSocket gone = new DatagramSocket(0, InetAddress.ofLiteral(address))) {
      return gone.getLocalPort();
    }
  }

  private ProbeTrial.Result tells(byte[] question, byte[] answer) {
    UdpDevice.Behaviour lamp =
        (socket, number, got) -> {
          byte[] asked = Arrays.copyOf(got.getData(), got.getLength());
          if (Arrays.equals(asked, question)) {
            UdpDevice.answer(socket, got.getSocketAddress(), answer);
          }
        };
    try (UdpDevice device = UdpDevice.at(HERE, lamp)) {
      return ProbeTrial.against(Endpoint.udp(HERE, device.port()))
          .limits(limits())
          .run(new UdpOpenPortsProbe());
    }
  }

  @Test
  void whatALampAnswersToTheQuestionOfItsDiscoveryIsRead() {
    String answer =
        "{'method':'getSystemConfig','result':{'mac':'026e48a17e31','fwVersion':'2.3.5'}}";
    ProbeTrial.Result result =
        tells(
            PortQuestions.load().forPort(38899).bytes(),
            answer.replace('\'', '"').getBytes(StandardCharsets.US_ASCII));
    assertThat(result.one("service.disclosed").value().toString()).contains("2.3.5");
  }

  @Test
  void aTokenInTheAnswerToMiiosHelloIsASecretUnlessItIsBlank() {
    byte[] hello = PortQuestions.load().forPort(54321).bytes();
    String head = "21310020000000000c0ffee500015180";
    ProbeTrial.Result given =
        tells(hello, HexFormat.of().parseHex(head + "00112233445566778899aabbccddeeff"));
    assertThat(given.one("service.disclosed").value().toString()).contains("token");
    ProbeTrial.Result blank = tells(hello, HexFormat.of().parseHex(head + "ff".repeat(16)));
    assertThat(blank.with("service.disclosed")).isEmpty();
    assertThat(blank.one("udp.open-ports").value().toString()).contains("miio");
  }
}
