package dev.plumbline.capture.kit;

import java.net.InetAddress;

/** Packets from the transport to Ethernet. */
public final class Ip {
  public static final String DEVICE_MAC = "02005e005301";
  public static final String OTHER_MAC = "02005e0053ff";

  private Ip() {}

  public static byte[] address(String text) {
    return InetAddress.ofLiteral(text).getAddress();
  }

  /** An IP packet of either version without options. */
  public static byte[] packet(String from, String to, int protocol, byte[] payload) {
    return from.contains(":")
        ? v6(from, to, protocol, payload)
        : fragment(from, to, protocol, 7, 0, false, payload);
  }

  public static byte[] fragment(
      String from, String to, int protocol, int id, int at, boolean more, byte[] payload) {
    return Bits.of()
        .x("4500")
        .u16(20 + payload.length)
        .u16(id)
        .u16((more ? 0x2000 : 0) | (at / 8))
        .u8(64)
        .u8(protocol)
        .u16(0)
        .bytes(address(from))
        .bytes(address(to))
        .bytes(payload)
        .done();
  }

  public static byte[] v6(String from, String to, int next, byte[] payload) {
    return Bits.of()
        .x("60000000")
        .u16(payload.length)
        .u8(next)
        .u8(64)
        .bytes(address(from))
        .bytes(address(to))
        .bytes(payload)
        .done();
  }

  public static byte[] udp(String from, int fromPort, String to, int toPort, byte[] payload) {
    return packet(from, to, 17, udp(fromPort, toPort, payload));
  }

  public static byte[] udp(int fromPort, int toPort, byte[] payload) {
    return Bits.of().u16(fromPort).u16(toPort).u16(8 + payload.length).u16(0).bytes(payload).done();
  }

  /** A TCP segment; flags as letters of {@code FSRPA}. */
  public static byte[] tcp(
      String from, int fromPort, String to, int toPort, String flags, long seq, byte[] payload) {
    int bits = 0;
    for (int i = 0; i < flags.length(); i++) {
      bits |= 1 << "FSRPA".indexOf(flags.charAt(i));
    }
    return packet(
        from,
        to,
        6,
        Bits.of()
            .u16(fromPort)
            .u16(toPort)
            .u32(seq)
            .u32(0)
            .u8(0x50)
            .u8(bits)
            .u16(8192)
            .u32(0)
            .bytes(payload)
            .done());
  }

  public static byte[] ethernet(byte[] ip) {
    return ethernet(OTHER_MAC, DEVICE_MAC, ip);
  }

  public static byte[] ethernet(String to, String from, byte[] ip) {
    return Bits.of().x(to).x(from).x(ip[0] >>> 4 == 6 ? "86dd" : "0800").bytes(ip).done();
  }
}
