package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Bits;
import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Ip;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.dossier.Observation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowsTest {
  private static final String DEVICE = Captured.DEVICE;
  private static final String PEER = "198.51.100.7";

  private static Map<?, ?> onlyFlow(Captured captured) {
    List<Map<?, ?>> flows = Captured.list(captured.one("traffic.flows", "DUT"), "flows");
    assertThat(flows).hasSize(1);
    return flows.getFirst();
  }

  private static Captured of(Connection... connections) {
    Pcap file = Pcap.ethernet();
    for (Connection c : connections) {
      file.ip(c.packets());
    }
    return Captured.of(file.done()).withoutErrors();
  }

  @Test
  void countsDirectionAndVolume() {
    Connection c =
        new Connection(DEVICE, 40_000, PEER, 9_000)
            .open()
            .client("hello")
            .server("hello yourself")
            .close();
    Captured captured = of(c);
    Map<?, ?> flow = onlyFlow(captured);
    assertThat(flow.get("openedBy")).isEqualTo("device");
    assertThat(flow.get("port")).isEqualTo(9_000L);
    assertThat(flow.get("packetsOut")).isEqualTo(4L);
    assertThat(flow.get("packetsIn")).isEqualTo(3L);
    assertThat(flow.get("bytesOut")).isEqualTo(4 * 40L + 5);
    assertThat(flow.get("bytesIn")).isEqualTo(3 * 40L + 14);
    assertThat(captured.one("traffic.flows", "DUT").coverage())
        .containsEntry("from", "2023-11-14T22:13:20Z")
        .containsEntry("until", "2023-11-14T22:13:20.006Z")
        .containsEntry("whole", true)
        .containsEntry("frames", 7L);
  }

  @Test
  void whoOpenedAConnectionWithoutBeginningIsGuessed() {
    Captured captured = of(new Connection(PEER, 40_000, DEVICE, 9_000).client("x").server("y"));
    Map<?, ?> flow = onlyFlow(captured);
    assertThat(flow.get("openedBy")).isEqualTo("peer");
    assertThat(flow.get("openingNotSeen")).isEqualTo(1L);
    assertThat(captured.subjects("traffic.served")).containsExactly("tcp/192.0.2.10/9000");
  }

  @Test
  void aPortUsedAgainIsAnotherConnection() {
    Captured captured =
        of(
            new Connection(DEVICE, 40_000, PEER, 9_000).open().client("a").close(),
            new Connection(DEVICE, 40_000, PEER, 9_000, 77_000, 88_000).open().client("b").close());
    assertThat(onlyFlow(captured).get("connections")).isEqualTo(2L);
  }

  @Test
  void aPortScanOfTheDeviceIsNoTrafficOfIts() {
    Connection[] scan = new Connection[3_000];
    for (int i = 0; i < scan.length; i++) {
      scan[i] = new Connection(PEER, 50_000, DEVICE, 1 + i).refused();
    }
    scan[7] = new Connection(PEER, 50_000, DEVICE, 8).open().reset();
    Captured captured = of(scan);
    assertThat(captured.subjects("traffic.served")).containsExactly("tcp/192.0.2.10/8");
    assertThat(captured.one("traffic.flows", "DUT").number("unansweredRequestsToDevice"))
        .contains(2_999L);
    assertThat(captured.gaps()).isEmpty();
  }

  @Test
  void aDeviceThatCallsEverybodyFillsTheListAndTheGapSaysSo() {
    Pcap file = Pcap.ethernet();
    for (int i = 0; i < 12_000; i++) {
      file.ip(Ip.tcp(DEVICE, 40_000, "203.0." + i / 250 + "." + i % 250, 23, "S", i, new byte[0]));
    }
    Captured captured = Captured.of(file.done()).withoutErrors();
    assertThat(captured.subjects("traffic.contacts")).hasSizeBetween(4_000, 5_000);
    assertThat(captured.gaps())
        .anyMatch(g -> g.contains("flows found no room"))
        .anyMatch(g -> g.contains("closed early"));
  }

  @Test
  void waitsBetweenFailedConnectionsAreTold() {
    Pcap file = Pcap.ethernet();
    int port = 40_000;
    for (int wait : new int[] {1_000, 2_000, 4_000, 8_000}) {
      file.ip(new Connection(DEVICE, port++, PEER, 8_883).refused().packets()).after(wait - 2);
    }
    file.ip(new Connection(DEVICE, port++, PEER, 8_883).open().client("x").reset().packets());
    file.after(500).ip(new Connection(DEVICE, port, PEER, 8_883).open().packets());
    Observation o = Captured.of(file.done()).one("traffic.reconnects", "tcp/198.51.100.7/8883");
    Map<?, ?> run = Captured.list(o, "runs").getFirst();
    assertThat(run.get("failed")).isEqualTo(4L);
    assertThat(run.get("waitsMs")).isEqualTo(List.of(1_000L, 2_000L, 4_000L, 8_000L));
    assertThat(run.get("ended")).isEqualTo("connected");
    assertThat(o.value().get("afterLossMs")).isEqualTo(List.of(501L));
  }

  @Test
  void aRequestJustBeforeTheEndIsNoFailure() {
    assertThat(
            Captured.of(Pcap.ethernet().ip(Ip.tcp(DEVICE, 1, PEER, 80, "S", 1, new byte[0])).done())
                .subjects("traffic.reconnects"))
        .isEmpty();
  }

  @Test
  void namesAnswersAndAddressesBelongTogether() {
    byte[] name = Bits.of().u8(3).text("api").u8(7).text("example").u8(0).done();
    byte[] question = Bits.of().x("0001 0100 0001 0000 0000 0000").bytes(name).x("00010001").done();
    byte[] answer =
        Bits.of()
            .x("0001 8180 0001 0002 0000 0000")
            .bytes(name)
            .x("0001 0001 c00c 0005 0001 00000010 0007")
            .u8(5)
            .text("alias")
            .u8(0)
            .x("c029 0001 0001 00000010 0004 c6336407")
            .done();
    Captured captured =
        Captured.of(
            Pcap.ethernet()
                .ip(
                    Ip.udp(DEVICE, 5_000, "192.0.2.1", 53, question),
                    Ip.udp("192.0.2.1", 53, DEVICE, 5_000, answer))
                .ip(new Connection(DEVICE, 40_000, PEER, 443).open().packets())
                .done());
    assertThat(Captured.list(captured.one("traffic.names", "DUT"), "asked"))
        .singleElement()
        .satisfies(n -> assertThat(n.get("name")).isEqualTo("api.example"));
    assertThat(captured.one("traffic.contacts", "tcp/198.51.100.7/443").texts("names"))
        .contains("api.example");
  }

  @Test
  void aFrameWithoutItsEndIsAGap() {
    byte[] frame = Ip.ethernet(Ip.udp(DEVICE, 1, PEER, 9, new byte[100]));
    byte[] cut = java.util.Arrays.copyOf(frame, 60);
    assertThat(Captured.of(Pcap.ethernet().frame(cut, frame.length).done()).gaps())
        .containsExactly("1 frames were captured without their end");
  }
}
