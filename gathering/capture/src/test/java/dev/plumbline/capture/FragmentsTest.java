package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Bits;
import dev.plumbline.capture.kit.Ip;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.importing.kit.ImportTrial;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FragmentsTest {
  private static final String PEER = "198.51.100.7";
  private static final byte[] SNMP =
      Ip.udp(40_000, 161, Bits.of().x("3030 020101 0406").text("public").zeros(40).done());

  private static byte[] piece(int from, int to, boolean more) {
    return Ip.fragment(
        Captured.DEVICE, PEER, 17, 5, from, more, Arrays.copyOfRange(SNMP, from, to));
  }

  private static Captured of(byte[]... packets) {
    return Captured.of(Pcap.ethernet().ip(packets).done()).withoutErrors();
  }

  @Test
  void fragmentsInAnyOrderAreOneDatagram() {
    Captured captured = of(piece(24, SNMP.length, false), piece(0, 16, true), piece(16, 24, true));
    assertThat(captured.subjects("traffic.clear-text")).containsExactly("udp/198.51.100.7/161");
    assertThat(captured.gaps()).isEmpty();
  }

  @Test
  void theSameFragmentTwiceDoesNoHarm() {
    Captured captured = of(piece(0, 24, true), piece(0, 24, true), piece(24, SNMP.length, false));
    assertThat(captured.subjects("traffic.clear-text")).hasSize(1);
  }

  @Test
  void overlappingFragmentsAreDroppedAndTold() {
    byte[] other = Ip.udp(Captured.DEVICE, 1, PEER, 9, new byte[4]);
    Captured captured =
        of(other, piece(0, 24, true), piece(16, 32, true), piece(24, SNMP.length, false));
    assertThat(captured.subjects("traffic.clear-text")).isEmpty();
    assertThat(captured.gaps()).anyMatch(g -> g.contains("fragmented datagrams"));
  }

  @Test
  void endlessFragmentsAreBounded() {
    Pcap file = Pcap.ethernet().ip(Ip.udp(Captured.DEVICE, 1, PEER, 9, new byte[4]));
    for (int id = 0; id < 3_000; id++) {
      file.ip(Ip.fragment(Captured.DEVICE, PEER, 17, id, 8, true, new byte[1_400]));
    }
    for (int at = 0; at < 65_000; at += 8) {
      file.ip(Ip.fragment(Captured.DEVICE, PEER, 17, 60_000, at + 8, true, new byte[8]));
    }
    assertThat(Captured.of(file.done()).withoutErrors().gaps())
        .anyMatch(g -> g.contains("fragmented datagrams"));
  }

  @Test
  void version6HasItsFragmentsBehindOtherHeaders() {
    String device = "2001:db8::10";
    String peer = "2001:db8:1::7";
    byte[] hop = Bits.hex("2c00 0104 00000000");
    byte[] first =
        Bits.of().bytes(hop).x("1100 0001 00000009").bytes(Arrays.copyOf(SNMP, 24)).done();
    byte[] last =
        Bits.of()
            .bytes(hop)
            .x("1100 0018 00000009")
            .bytes(Arrays.copyOfRange(SNMP, 24, SNMP.length))
            .done();
    Captured captured =
        Captured.of(
            Pcap.ethernet().ip(Ip.v6(device, peer, 0, first), Ip.v6(device, peer, 0, last)).done(),
            ImportTrial.at(device));
    assertThat(captured.subjects("traffic.clear-text")).containsExactly("udp/[2001:db8:1::7]/161");
  }

  @Test
  void endlessExtensionHeadersAreMalformed() {
    byte[] headers = new byte[8 * 100];
    Captured captured =
        Captured.of(
            Pcap.ethernet()
                .ip(Ip.v6("2001:db8::10", "2001:db8::7", 0, headers))
                .ip(Ip.udp("2001:db8::10", 1, "2001:db8::7", 9, new byte[4]))
                .done(),
            ImportTrial.at("2001:db8::10"));
    assertThat(captured.gaps()).containsExactly("1 frames contradict themselves");
  }
}
