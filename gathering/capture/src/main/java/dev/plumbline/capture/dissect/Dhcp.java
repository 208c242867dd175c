package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import dev.plumbline.capture.net.Address;

/** Names that a device tells by DHCP (RFC 2131, 2132, 4702). */
final class Dhcp {
  private static final long COOKIE = 0x6382_5363L;

  private Dhcp() {}

  static boolean said(Flow flow, TrafficNotes notes, boolean byDevice, Slice b, long nanos) {
    if (b.length() < 240 || b.u32(236) != COOKIE) {
      return false;
    }
    flow.speaks("dhcp");
    int at = 240;
    while (at < b.length() && b.u8(at) != 255) {
      if (b.u8(at) == 0) {
        at++;
        continue;
      }
      option(flow, notes, byDevice, b.u8(at), b.part(at + 2, b.u8(at + 1)), nanos);
      at += 2 + b.u8(at + 1);
    }
    return true;
  }

  private static void option(
      Flow flow, TrafficNotes notes, boolean byDevice, int code, Slice value, long nanos) {
    if (byDevice) {
      switch (code) {
        case 12 -> notes.named(flow, "dhcp", true, value.ascii(), "host-name", nanos);
        case 60 -> notes.detail(flow, "vendor-class", value.ascii());
        case 81 -> notes.named(flow, "dhcp", true, value.from(3).ascii(), "fqdn", nanos);
        default -> {}
      }
    } else if (code == 6) {
      for (int i = 0; i + 4 <= value.length(); i += 4) {
        notes.detail(flow, "dns-server", Address.v4(value.from(i)).toString());
      }
    }
  }
}
