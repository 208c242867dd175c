package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Bits;
import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Captures that begin inside a connection, or lack a segment of one. */
class BegunInsideTest {
  private static final String DEVICE = Captured.DEVICE;
  private static final String PEER = "198.51.100.7";
  private static final String REQUEST =
      "GET /api?password=hunter2-of-nobody HTTP/1.1\r\nHost: x\r\n\r\n";

  private static Connection to(int port) {
    return new Connection(DEVICE, 40_000, PEER, port);
  }

  private static Captured of(Connection... connections) {
    Pcap file = Pcap.ethernet();
    for (Connection c : connections) {
      file.ip(c.packets());
    }
    return Captured.of(file.done()).withoutErrors();
  }

  private static List<String> protocols(Captured captured, String subject) {
    return captured.one("traffic.contacts", subject).texts("protocols");
  }

  @Test
  void aConnectionThatWasOpenIsUnderstoodFromItsNextMessage() {
    Captured captured =
        of(to(8_080).client("the rest of a body that began before".repeat(2)).client(REQUEST));
    assertThat(protocols(captured, "tcp/198.51.100.7/8080")).containsExactly("http");
    assertThat(captured.subjects("traffic.clear-text")).containsExactly("tcp/198.51.100.7/8080");
    assertThat(captured.gaps()).containsExactly("1 connections were open before the capture began");
  }

  @Test
  void whatFollowsALostSegmentIsUnderstood() {
    Captured captured =
        of(
            to(8_080)
                .open()
                .client("POST /a HTTP/1.1\r\nContent-Length: 10\r\n\r\n")
                .clientAt(10, Bits.of().text(REQUEST).done())
                .close());
    assertThat(captured.subjects("traffic.clear-text")).containsExactly("tcp/198.51.100.7/8080");
    assertThat(captured.gaps()).containsExactly("1 times bytes of a connection are missing");
  }

  @Test
  void whatLacksBytesIsNotWhole() {
    Observation begun = of(to(8_080).client(REQUEST)).one("traffic.flows", "DUT");
    assertThat(begun.coverage()).containsEntry("whole", false);
    Observation all = of(to(8_080).open().client(REQUEST).close()).one("traffic.flows", "DUT");
    assertThat(all.coverage()).containsEntry("whole", true);
  }

  @Test
  void encryptedRecordsAndPacketsOfMqttAreNamed() {
    byte[] record = Bits.of().x("17 03 03 0004 01020304").done();
    assertThat(protocols(of(to(8_883).client(record)), "tcp/198.51.100.7/8883"))
        .containsExactly("tls");
    byte[] publish = Bits.of().x("30 06 0003").text("a/b").x("31").done();
    assertThat(protocols(of(to(1_883).client(publish)), "tcp/198.51.100.7/1883"))
        .containsExactly("mqtt");
  }

  @Test
  void whatOnlyResemblesARecordIsNotNamed() {
    byte[] longer = Bits.of().x("17 03 03 0004 0102030405").done();
    byte[] other = Bits.of().x("ff 12 13 14 15 16").done();
    assertThat(protocols(of(to(8_883).client(longer).client(other)), "tcp/198.51.100.7/8883"))
        .isEmpty();
  }

  @Test
  void aKindOfLinkThatIsNotReadIsNamed() {
    Captured captured = Captured.of(new Pcap(195).frame(new byte[20]).done());
    assertThat(captured.report().problems())
        .extracting(Problem::what)
        .singleElement()
        .satisfies(p -> assertThat(p).contains("link type 195 (IEEE 802.15.4), which is not read"));
  }
}
