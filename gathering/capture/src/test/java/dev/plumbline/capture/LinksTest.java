package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Bits;
import dev.plumbline.capture.kit.Ip;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.importing.kit.ImportTrial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind of link leads to the same flow. */
class LinksTest {
  private static final String PEER = "198.51.100.7";
  private static final byte[] PACKET =
      Ip.udp(Captured.DEVICE, 40_000, PEER, 123, Bits.of().x("23").zeros(47).done());
  private static final String MACS = Ip.OTHER_MAC + Ip.DEVICE_MAC;

  private static void reaches(int link, byte[] frame) {
    Captured captured = Captured.of(new Pcap(link).frame(frame).done()).withoutErrors();
    assertThat(captured.subjects("traffic.contacts"))
        .as("link type %d", link)
        .containsExactly("udp/198.51.100.7/123");
    assertThat(captured.gaps()).isEmpty();
  }

  private static byte[] with(String header) {
    return Bits.of().x(header).bytes(PACKET).done();
  }

  @Test
  void ethernetPlainAndTagged() {
    reaches(1, with(MACS + "0800"));
    reaches(1, with(MACS + "8100 0005 0800"));
    reaches(1, with(MACS + "88a8 0005 8100 0006 0800"));
    reaches(1, with(MACS + "8864 1100 0001 0050 0021"));
    reaches(1, with(MACS + "0054 aaaa03 000000 0800"));
  }

  @Test
  void cookedRawAndLoopback() {
    reaches(113, with("0000 0001 0006 02005e005301 0000 0800"));
    reaches(276, with("0800 0000 00000001 0001 00 06 02005e005301 0000"));
    reaches(101, PACKET);
    reaches(12, PACKET);
    reaches(228, PACKET);
    reaches(0, with("02000000"));
    reaches(108, with("00000002"));
  }

  @Test
  void wirelessAsFarAsItIsNotEncrypted() {
    String bssid = "02005e0053aa";
    String data = "0801 0000" + bssid + Ip.DEVICE_MAC + Ip.OTHER_MAC + "0000";
    String quality = "8801 0000" + bssid + Ip.DEVICE_MAC + Ip.OTHER_MAC + "0000 0000";
    String down = "0802 0000" + Ip.OTHER_MAC + bssid + Ip.DEVICE_MAC + "0000";
    String snap = "aaaa03 000000 0800";
    reaches(105, with(data + snap));
    reaches(105, with(quality + snap));
    reaches(105, with(down + snap));
    reaches(127, with("0000 0800 00000000" + data + snap));
    // Flags that say that a check sum follows, behind a time stamp.
    reaches(
        127,
        Bits.of()
            .x("0000 1100 03000000 0000000000000000 10")
            .x(data + snap)
            .bytes(PACKET)
            .x("deadbeef")
            .done());
  }

  @Test
  void severalFramesInOneRadioFrame() {
    String head = "8801 0000 02005e0053aa" + Ip.DEVICE_MAC + Ip.OTHER_MAC + "0000 8000";
    byte[] one =
        Bits.of().x(MACS).u16(PACKET.length + 8).x("aaaa03 000000 0800").bytes(PACKET).done();
    byte[] frame = Bits.of().x(head).bytes(one).zeros((4 - one.length % 4) % 4).bytes(one).done();
    Captured captured = Captured.of(new Pcap(105).frame(frame).done());
    assertThat(captured.one("traffic.flows", "DUT").number("packetsOut")).contains(2L);
  }

  @Test
  void encryptedAndUnknownFramesAreGaps() {
    byte[] hidden = with("0841 0000 02005e0053aa" + Ip.DEVICE_MAC + Ip.OTHER_MAC + "0000 00000000");
    byte[] open =
        with("0801 0000 02005e0053aa" + Ip.DEVICE_MAC + Ip.OTHER_MAC + "0000 aaaa03 000000 0800");
    assertThat(Captured.of(new Pcap(105).frame(hidden).frame(open).done()).gaps())
        .containsExactly("1 radio frames are encrypted");
    assertThat(Captured.of(new Pcap(999).frame(PACKET).done()).report().observations()).isEmpty();
  }

  @Test
  void aMacMakesFurtherAddressesTheDevices() {
    String learned = "192.0.2.99";
    byte[] arp =
        Bits.of()
            .x("ffffffffffff" + Ip.DEVICE_MAC + "0806 0001 0800 06 04 0001" + Ip.DEVICE_MAC)
            .bytes(Ip.address(learned))
            .x("000000000000 c0000201")
            .done();
    byte[] later = Ip.udp(learned, 40_000, PEER, 123, new byte[48]);
    Captured captured = Captured.of(Pcap.ethernet().frame(arp).ip(later).done());
    assertThat(captured.subjects("traffic.contacts")).containsExactly("udp/198.51.100.7/123");
    assertThat(captured.one("traffic.flows", "DUT").coverage().get("addresses"))
        .isEqualTo(List.of("192.0.2.10", "192.0.2.99"));
  }

  @Test
  void whatARouterPassesOnIsNotItsOwn() {
    byte[] passedOn = Ip.udp("203.0.113.50", 40_000, PEER, 123, new byte[48]);
    Captured captured = Captured.of(Pcap.ethernet().ip(passedOn).done());
    assertThat(captured.report().observations()).isEmpty();
    assertThat(captured.report().problems()).isNotEmpty();
  }

  @Test
  void addressesOfVersion6AreWrittenAsUsual() {
    byte[] packet = Ip.udp("2001:db8::1:0:0:1", 40_000, "ff02::fb", 5353, new byte[12]);
    Captured captured =
        Captured.of(Pcap.ethernet().ip(packet).done(), ImportTrial.at("2001:db8::1:0:0:1"));
    assertThat(captured.subjects("traffic.contacts")).containsExactly("udp/[ff02::fb]/5353");
    assertThat(
            Captured.list(captured.one("traffic.flows", "DUT"), "flows").getFirst().get("device"))
        .isEqualTo("2001:db8::1:0:0:1");
  }
}
