package dev.plumbline.probe.run.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.run.network.LinuxNeighbours.Entry;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinuxNeighboursTest {
  /** nlmsghdr, ndmsg, the address and the hardware address, as a little-endian kernel has them. */
  private static String entry(int state, String address, String mac) {
    int length = 16 + 12 + 4 + address.length() / 2 + 4 + mac.length() / 2;
    int padded = (length + 3) & ~3;
    return le(length, 8)
        + le(28, 4)
        + "0200"
        + le(1, 8)
        + le(0, 8)
        + "0a000000"
        + le(3, 8)
        + le(state, 4)
        + "0001"
        + le(4 + address.length() / 2, 4)
        + le(1, 4)
        + address
        + le(4 + mac.length() / 2, 4)
        + le(2, 4)
        + mac
        + "00".repeat(padded - length);
  }

  private static String le(int value, int digits) {
    String big = HexFormat.of().toHexDigits(value, digits);
    StringBuilder little = new StringBuilder();
    for (int i = digits - 2; i >= 0; i -= 2) {
      little.append(big, i, i + 2);
    }
    return little.toString();
  }

  private static List<Entry> read(String hex, boolean last) {
    List<Entry> entries = new ArrayList<>();
    assertThat(LinuxNeighbours.read(HexFormat.of().parseHex(hex), ByteOrder.LITTLE_ENDIAN, entries))
        .isEqualTo(last);
    return entries;
  }

  @Test
  void entriesOfBothFamiliesAreReadUntilTheLast() {
    String six = "20010db8000000000000000000000007";
    String part =
        entry(2, "c0000207", "020000000007")
            + entry(4, six, "020000000007")
            + le(16, 8)
            + le(3, 4)
            + "0200"
            + le(1, 8)
            + le(0, 8);
    assertThat(read(part, true))
        .containsExactly(
            new Entry(3, InetAddress.ofLiteral("192.0.2.7"), "02:00:00:00:00:07"),
            new Entry(3, InetAddress.ofLiteral("2001:db8::7"), "02:00:00:00:00:07"));
  }

  @Test
  void whoWasNotMetIsNoNeighbour() {
    assertThat(read(entry(0x20, "c0000207", "020000000007"), false)).isEmpty();
    assertThat(read(entry(0x01, "c0000207", "020000000007"), false)).isEmpty();
    assertThat(read(entry(0x40, "c0000207", "020000000007"), false)).isEmpty();
    assertThat(read(entry(2, "c0000207", ""), false)).isEmpty();
  }

  @Test
  void aBrokenPartEndsTheReading() {
    assertThat(read("ffffffff" + "00".repeat(12), true)).isEmpty();
    assertThat(read("", false)).isEmpty();
  }

  @Test
  void theKernelOfThisMachineTellsItsTable() {
    if (LinuxSockets.areUsable()) {
      assertThat(LinuxNeighbours.table()).doesNotContainNull();
    }
  }
}
