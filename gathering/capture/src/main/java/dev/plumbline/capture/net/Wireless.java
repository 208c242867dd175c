package dev.plumbline.capture.net;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.net.LinkHeaders.Fate;

/** 802.11 data frames as far as they are not encrypted, with or without a radiotap header. */
final class Wireless {
  private static final int DATA = 2;
  private static final int FCS_AT_END = 0x10;
  private static final int BAD_FCS = 0x40;

  private Wireless() {}

  static Fate radiotap(Slice b, LinkSink sink) {
    int length = little16(b, 2);
    int flags = flags(b.part(0, length));
    Slice frame = b.from(length);
    if ((flags & BAD_FCS) != 0) {
      return Fate.NOT_READ;
    }
    return read(
        (flags & FCS_AT_END) != 0 ? frame.part(0, Math.max(0, frame.length() - 4)) : frame, sink);
  }

  /** The flags of a radiotap header; 0 where it has none. Source: radiotap.org. */
  private static int flags(Slice header) {
    int present = header.u8(4);
    int at = 4;
    while ((header.u8(at + 3) & 0x80) != 0) {
      at += 4;
    }
    at += 4;
    if ((present & 2) == 0) {
      return 0;
    }
    if ((present & 1) != 0) {
      at = (at + 7) / 8 * 8 + 8;
    }
    return header.u8(at);
  }

  static Fate read(Slice b, LinkSink sink) {
    int control = b.u8(0);
    int flags = b.u8(1);
    if (((control >> 2) & 3) != DATA || (control & 0x40) != 0) {
      return Fate.NOT_READ;
    }
    if ((flags & 0x40) != 0) {
      return Fate.ENCRYPTED;
    }
    boolean toSystem = (flags & 1) != 0;
    boolean fromSystem = (flags & 2) != 0;
    boolean quality = (control & 0x80) != 0;
    long to = b.u48(toSystem ? 16 : 4);
    long from = b.u48(toSystem && fromSystem ? 24 : fromSystem ? 16 : 10);
    int at = toSystem && fromSystem ? 30 : 24;
    boolean aggregate = false;
    if (quality) {
      aggregate = (b.u8(at) & 0x80) != 0;
      at += (flags & 0x80) != 0 ? 6 : 2;
    }
    if (aggregate) {
      aggregate(b.from(at), sink);
    } else {
      LinkHeaders.logical(from, to, b.from(at), sink);
    }
    return Fate.TAKEN;
  }

  /** Frames of an A-MSDU, each with a header like Ethernet's and filled up to 4 bytes. */
  private static void aggregate(Slice b, LinkSink sink) {
    int at = 0;
    while (at + 14 <= b.length()) {
      int length = b.u16(at + 12);
      LinkHeaders.logical(b.u48(at + 6), b.u48(at), b.part(at + 14, length), sink);
      at += (14 + length + 3) / 4 * 4;
    }
  }

  private static int little16(Slice b, int at) {
    return b.u8(at) | (b.u8(at + 1) << 8);
  }
}
