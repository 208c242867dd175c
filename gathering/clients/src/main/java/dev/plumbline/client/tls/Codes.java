package dev.plumbline.client.tls;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies of the extensions that a {@link ClientHello} carries. */
public final class Codes {
  private Codes() {}

  /** Supported groups, signature algorithms: a list of codes. */
  public static byte[] list(List<Integer> codes) {
    return new ByteWriter().codes16(codes).bytes();
  }

  /** Server name: one host (RFC 6066). */
  public static byte[] serverName(String host) {
    byte[] name = host.getBytes(StandardCharsets.US_ASCII);
    byte[] entry = new ByteWriter().u8(0).vector16(name).bytes();
    return new ByteWriter().vector16(entry).bytes();
  }

  /** Application-layer protocol: one name (RFC 7301). */
  public static byte[] protocolName(String protocol) {
    byte[] entry = new ByteWriter().vector8(protocol.getBytes(StandardCharsets.US_ASCII)).bytes();
    return new ByteWriter().vector16(entry).bytes();
  }

  /** Supported versions, of which one is offered. */
  public static byte[] onlyVersion(ProtocolVersion version) {
    return new ByteWriter().u8(2).u16(version.code()).bytes();
  }

  /** All point formats of RFC 8422 and RFC 4492. */
  public static byte[] pointFormats() {
    return new byte[] {3, 0, 1, 2};
  }

  /** Key share with one key. */
  public static byte[] keyShare(int group, byte[] key) {
    byte[] entry = new ByteWriter().u16(group).vector16(key).bytes();
    return new ByteWriter().vector16(entry).bytes();
  }

  /** Key share without any key: the server names the group it wants. */
  public static byte[] noKeyShare() {
    return new byte[] {0, 0};
  }

  /** Heartbeat: the peer may send requests (RFC 6520). */
  public static byte[] heartbeat() {
    return new byte[] {1};
  }

  /** Renegotiation info with the verify data of the connection so far; empty at first. */
  public static byte[] renegotiation(byte[] verifyData) {
    return new ByteWriter().vector8(verifyData).bytes();
  }
}
