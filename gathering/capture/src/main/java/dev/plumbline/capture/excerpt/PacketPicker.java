package dev.plumbline.capture.excerpt;

import dev.plumbline.capture.file.Frame;
import dev.plumbline.capture.file.FrameSink;
import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.net.Address;
import dev.plumbline.capture.net.Decoder;
import dev.plumbline.capture.net.Packet;
import dev.plumbline.capture.net.PacketSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Takes the wanted packets out of a capture. Used once, by one thread. */
final class PacketPicker implements FrameSink, PacketSink {
  private final SortedSet<Long> wanted;
  private final int mostBytes;
  private final Decoder decoder = new Decoder(this);
  private final List<ShownPacket> packets = new ArrayList<>();
  private Ends ends = Ends.UNKNOWN;

  /** Who sent the packet to whom. */
  private record Ends(String from, String to, String protocol) {
    static final Ends UNKNOWN = new Ends("", "", "not decoded");
    static final Ends ARP = new Ends("", "", "ARP");
  }

  PacketPicker(SortedSet<Long> wanted, int mostBytes) {
    this.wanted = wanted;
    this.mostBytes = mostBytes;
  }

  @Override
  public boolean enough() {
    return wanted.isEmpty() || seen() >= wanted.getLast();
  }

  @Override
  public void frame(Frame frame) {
    ends = Ends.UNKNOWN;
    // Every frame is decoded, as a datagram may have begun in an earlier one.
    decoder.frame(frame);
    if (wanted.contains(seen())) {
      byte[] bytes = frame.bytes().atMost(mostBytes).bytes();
      packets.add(
          new ShownPacket(
              seen(),
              frame.nanos() == 0
                  ? Optional.empty()
                  : Optional.of(Instant.ofEpochSecond(0, frame.nanos())),
              ends.from(),
              ends.to(),
              ends.protocol(),
              frame.original(),
              frame.bytes().length(),
              HexFormat.of().formatHex(bytes)));
    }
  }

  @Override
  public void packet(Packet p) {
    Slice b = p.payload();
    boolean ports = (p.protocol() == Packet.TCP || p.protocol() == Packet.UDP) && b.length() >= 4;
    ends =
        new Ends(
            end(p.from(), ports ? b.u16(0) : -1),
            end(p.to(), ports ? b.u16(2) : -1),
            protocol(p.protocol()));
  }

  @Override
  public void claimed(long mac, Address address) {
    ends = Ends.ARP;
  }

  private static String end(Address address, int port) {
    String text = address.toString();
    return port < 0 ? text : text.contains(":") ? "[" + text + "]:" + port : text + ":" + port;
  }

  private static String protocol(int number) {
    return switch (number) {
      case Packet.TCP -> "TCP";
      case Packet.UDP -> "UDP";
      case Packet.ICMP -> "ICMP";
      case Packet.ICMPV6 -> "ICMPv6";
      default -> "IP protocol " + number;
    };
  }

  /** Frames so far. */
  long seen() {
    return decoder.tally().frames();
  }

  /** What was found. */
  List<ShownPacket> packets() {
    return packets;
  }
}
