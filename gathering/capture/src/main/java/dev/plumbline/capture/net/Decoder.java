package dev.plumbline.capture.net;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Frame;
import dev.plumbline.capture.file.FrameSink;
import dev.plumbline.capture.file.Slice;
import java.util.Optional;

/** Takes frames apart down to the transport. Used by one thread. */
public final class Decoder implements FrameSink {
  private static final int DEEPEST = 4;
  private static final int MOST_EXTENSIONS = 16;

  private final PacketSink sink;
  private final Fragments fragments = new Fragments();
  private final Tally tally = new Tally();

  public Decoder(PacketSink sink) {
    this.sink = sink;
  }

  /** What was counted on the way. */
  public Tally tally() {
    return tally;
  }

  /** Datagrams that came in fragments and could not be put together. */
  public long fragmentsLost() {
    return fragments.lost();
  }

  @Override
  public void frame(Frame frame) {
    tally.frame(frame);
    try {
      switch (LinkHeaders.read(frame, f -> carried(frame, f))) {
        case NOT_READ -> tally.addUnread(frame.link());
        case ENCRYPTED -> tally.addEncrypted();
        case TAKEN -> tally.addCarried();
      }
    } catch (CutException e) {
      if (!frame.cut()) {
        tally.addMalformed();
      }
    }
  }

  private void carried(Frame frame, LinkFrame f) {
    switch (f.type()) {
      case LinkFrame.IPV4, LinkFrame.IPV6 -> ip(frame, f, f.payload(), 0);
      case LinkFrame.ARP -> arp(f.payload());
      default -> tally.addOther();
    }
  }

  private void arp(Slice b) {
    // Hardware Ethernet, protocol IPv4.
    if (b.u32(0) == 0x0001_0800L && b.u16(4) == 0x0604) {
      sink.claimed(b.u48(8), Address.v4(b.from(14)));
    }
    tally.addOther();
  }

  private void ip(Frame frame, LinkFrame f, Slice b, int depth) {
    if (depth > DEEPEST) {
      throw new CutException();
    }
    if (b.u8(0) >>> 4 == 4) {
      v4(frame, f, b, depth);
    } else if (b.u8(0) >>> 4 == 6) {
      v6(frame, f, b, depth);
    } else {
      throw new CutException();
    }
  }

  private void v4(Frame frame, LinkFrame f, Slice b, int depth) {
    int header = (b.u8(0) & 0xF) * 4;
    // A length of 0 is what a network card leaves to itself when it cuts the segments.
    int said = b.u16(2) == 0 ? b.length() : b.u16(2);
    if (header < 20 || said < header) {
      throw new CutException();
    }
    Slice all = b.atMost(said);
    Address from = Address.v4(b.from(12));
    Address to = Address.v4(b.from(16));
    int fragment = b.u16(6);
    Slice payload = all.from(header);
    boolean whole = all.length() == said;
    if ((fragment & 0x3FFF) != 0) {
      boolean more = (fragment & 0x2000) != 0;
      int at = (fragment & 0x1FFF) * 8;
      fragment(frame, f, from, to, b.u8(9), b.u16(4), at, more, payload, whole, depth);
    } else {
      transport(frame, f, from, to, b.u8(9), payload, said, whole, depth);
    }
  }

  private void v6(Frame frame, LinkFrame f, Slice b, int depth) {
    int said = b.u16(4) == 0 ? b.length() - 40 : b.u16(4);
    Address from = Address.v6(b.from(8));
    Address to = Address.v6(b.from(24));
    Slice rest = b.from(40).atMost(said);
    boolean whole = rest.length() == said;
    int next = b.u8(6);
    for (int i = 0; i < MOST_EXTENSIONS; i++) {
      switch (next) {
        case 0, 43, 60, 135 -> {
          next = rest.u8(0);
          rest = rest.from(8 + rest.u8(1) * 8);
        }
        case 51 -> {
          int length = (rest.u8(1) + 2) * 4;
          next = rest.u8(0);
          rest = rest.from(length);
        }
        case 44 -> {
          int protocol = rest.u8(0);
          int offset = rest.u16(2);
          if ((offset & 0xFFF9) == 0) {
            next = protocol;
            rest = rest.from(8);
          } else {
            boolean more = (offset & 1) != 0;
            fragment(
                frame,
                f,
                from,
                to,
                protocol,
                rest.u32(4),
                offset & 0xFFF8,
                more,
                rest.from(8),
                whole,
                depth);
            return;
          }
        }
        default -> {
          transport(frame, f, from, to, next, rest, said + 40L, whole, depth);
          return;
        }
      }
    }
    throw new CutException();
  }

  private void fragment(
      Frame frame,
      LinkFrame f,
      Address from,
      Address to,
      int protocol,
      long id,
      int at,
      boolean more,
      Slice payload,
      boolean whole,
      int depth) {
    tally.addFragment();
    if (!whole) {
      return;
    }
    Optional<Slice> datagram =
        fragments.add(frame.nanos(), from, to, protocol, id, at, more, payload);
    datagram.ifPresent(
        d -> transport(frame, f, from, to, protocol, d, d.length() + 20L, true, depth));
  }

  private void transport(
      Frame frame,
      LinkFrame f,
      Address from,
      Address to,
      int protocol,
      Slice payload,
      long size,
      boolean whole,
      int depth) {
    if (protocol == 4 || protocol == 41) {
      ip(frame, f, payload, depth + 1);
      return;
    }
    if (protocol == Packet.ICMPV6) {
      neighbour(f, from, payload);
    }
    sink.packet(
        new Packet(
            tally.frames(),
            frame.nanos(),
            f.from(),
            f.to(),
            from,
            to,
            protocol,
            payload,
            size,
            whole));
  }

  /** Duplicate address detection and neighbour advertisements: the sender has the target. */
  private void neighbour(LinkFrame f, Address from, Slice b) {
    if (b.length() >= 24 && (b.u8(0) == 136 || (b.u8(0) == 135 && from.none()))) {
      sink.claimed(f.from(), Address.v6(b.from(8)));
    }
  }
}
