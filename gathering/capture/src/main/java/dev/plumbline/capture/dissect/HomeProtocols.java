package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import java.util.Optional;

/** Protocols of homes and buildings, by the first bytes of their messages. */
final class HomeProtocols {
  private static final String WS_DISCOVERY = "/ws/2005/04/discovery";
  private static final String WS_DISCOVERY_2009 = "/ws-dd/ns/discovery/2009/01";
  private static final int LOOKED_AT = 1_500;

  /** Frames of Tuya up to protocol 3.4, and since 3.5. */
  private static final long TUYA = 0x0000_55AAL;

  private static final long TUYA_3_5 = 0x0000_6699L;

  private HomeProtocols() {}

  /** Who understands a TCP connection that says this first, at least four bytes. */
  static Optional<Dissector> tcp(Flow flow, Slice b) {
    int port = flow.servicePort();
    if (isTuya(b)) {
      return Optional.of(NamedProtocol.of(flow, "tuya", true));
    }
    if (isSip(b)) {
      return Optional.of(NamedProtocol.of(flow, "sip", true));
    }
    if (port == 502 && b.length() >= 8 && b.u16(2) == 0 && isLength(b.u16(4), b.length() - 6)) {
      return Optional.of(NamedProtocol.of(flow, "modbus", true));
    }
    if (port == 9999 && b.length() >= 6 && b.u32(0) <= 0xFFFF && isTpLink(b.from(4))) {
      return Optional.of(NamedProtocol.of(flow, "tplink-smarthome", true));
    }
    return Optional.empty();
  }

  /** The name of the protocol of a datagram; empty where it is none of these. */
  static Optional<String> udp(int port, Slice b) {
    if (b.length() < 4) {
      return Optional.empty();
    }
    if (isTuya(b)) {
      return Optional.of("tuya");
    }
    if (isSip(b)) {
      return Optional.of("sip");
    }
    if (port == 47_808 && b.u8(0) == 0x81 && b.u8(1) <= 0x0C && b.u16(2) == b.length()) {
      return Optional.of("bacnet");
    }
    if (port == 9999 && isTpLink(b)) {
      return Optional.of("tplink-smarthome");
    }
    if (port == 3702 && isDiscovery(b.atMost(LOOKED_AT).ascii())) {
      return Optional.of("ws-discovery");
    }
    return Optional.empty();
  }

  private static boolean isDiscovery(String text) {
    return text.contains(WS_DISCOVERY) || text.contains(WS_DISCOVERY_2009);
  }

  private static boolean isTuya(Slice b) {
    return b.length() >= 16 && (b.u32(0) == TUYA || b.u32(0) == TUYA_3_5);
  }

  /** A JSON object under the fixed key with which TP-Link hides it: brace and quote. */
  private static boolean isTpLink(Slice b) {
    return b.length() >= 2 && b.u8(0) == 0xD0 && (b.u8(1) == 0xF2 || b.u8(1) == 0xAD);
  }

  /** A unit and a function at least, 254 bytes at most, and not less than what is there. */
  private static boolean isLength(int said, int there) {
    return said >= 2 && said <= 254 && there <= said;
  }

  private static boolean isSip(Slice b) {
    if (b.startsWith("SIP/2.0 ")) {
      return true;
    }
    String first = b.atMost(24).ascii();
    int blank = first.indexOf(' ');
    return blank >= 3
        && (first.startsWith("sip:", blank + 1) || first.startsWith("sips:", blank + 1))
        && first.substring(0, blank).chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
