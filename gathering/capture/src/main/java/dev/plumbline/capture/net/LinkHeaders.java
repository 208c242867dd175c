package dev.plumbline.capture.net;

import dev.plumbline.capture.file.Frame;
import dev.plumbline.capture.file.Slice;

/** Takes the headers of links off. LINKTYPE numbers: tcpdump.org/linktypes.html. */
final class LinkHeaders {
  /** What became of a frame. */
  enum Fate {
    TAKEN,
    /** Radio management, control, or a kind of link that is not read. */
    NOT_READ,
    ENCRYPTED
  }

  private static final int VLAN_MOST = 4;
  private static final int PPPOE = 0x8864;

  private LinkHeaders() {}

  static Fate read(Frame frame, LinkSink sink) {
    Slice b = frame.bytes();
    switch (frame.link()) {
      case 1 -> typed(b.u48(6), b.u48(0), 12, b, sink);
      case 113 -> typed(b.u16(4) == 6 ? b.u48(6) : 0, 0, 14, b, sink);
      case 276 -> {
        long from = b.u8(11) == 6 ? b.u48(12) : 0;
        tagged(from, 0, b.u16(0), b.from(20), sink);
      }
      case 12, 14, 101, 228, 229 -> raw(b, sink);
      // The family is in the order of the capturing machine and differs from system to system.
      case 0, 108 -> raw(b.from(4), sink);
      case 105 -> {
        return Wireless.read(b, sink);
      }
      case 127 -> {
        return Wireless.radiotap(b, sink);
      }
      default -> {
        return Fate.NOT_READ;
      }
    }
    return Fate.TAKEN;
  }

  private static void raw(Slice b, LinkSink sink) {
    sink.carried(new LinkFrame(0, 0, b.u8(0) >>> 4 == 6 ? LinkFrame.IPV6 : LinkFrame.IPV4, b));
  }

  /** A header whose type stands at a place, with the payload behind. */
  private static void typed(long from, long to, int at, Slice b, LinkSink sink) {
    int type = b.u16(at);
    if (type >= 0x600) {
      tagged(from, to, type, b.from(at + 2), sink);
    } else {
      logical(from, to, b.from(at + 2), sink);
    }
  }

  /** An LLC header with SNAP, as 802.11 has it. */
  static void logical(long from, long to, Slice b, LinkSink sink) {
    if (b.length() >= 8 && b.u24(0) == 0xAAAA03) {
      tagged(from, to, b.u16(6), b.from(8), sink);
    } else {
      sink.carried(new LinkFrame(from, to, 0, Slice.EMPTY));
    }
  }

  private static void tagged(long from, long to, int first, Slice b, LinkSink sink) {
    int type = first;
    Slice rest = b;
    for (int i = 0; i < VLAN_MOST && (type == 0x8100 || type == 0x88A8 || type == 0x9100); i++) {
      type = rest.u16(2);
      rest = rest.from(4);
    }
    if (type == PPPOE) {
      int protocol = rest.u16(6);
      type = protocol == 0x21 ? LinkFrame.IPV4 : protocol == 0x57 ? LinkFrame.IPV6 : 0;
      rest = rest.from(8);
    }
    sink.carried(new LinkFrame(from, to, type, rest));
  }
}
