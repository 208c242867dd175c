package dev.plumbline.probe.hostile;

import java.nio.charset.StandardCharsets;

/**
 * What hostile peers need to know of a protocol, to get as far as its parser before they turn.
 *
 * @param greeting what a server says first; empty when the client speaks first
 * @param hugeLength an answer that announces 4 GiB
 * @param deep an answer whose nesting has no end, as far as the protocol has any
 */
@SuppressWarnings("ArrayRecordComponent") // Test data that is never compared.
public record PeerProtocol(String name, byte[] greeting, byte[] hugeLength, byte[] deep) {

  private static final byte[] FOUR_GIB = {-1, -1, -1, -1, 0, 0, 0, 0};

  /** No protocol in particular. */
  public static PeerProtocol raw() {
    return new PeerProtocol("raw", new byte[0], FOUR_GIB, bytes("(".repeat(100_000)));
  }

  public static PeerProtocol http() {
    return new PeerProtocol(
        "http",
        new byte[0],
        bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4294967296\r\n\r\n<p>"),
        bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
                + "<div>".repeat(100_000)));
  }

  public static PeerProtocol ssh() {
    byte[] banner = bytes("SSH-2.0-peer\r\n");
    return new PeerProtocol(
        "ssh", banner, join(banner, FOUR_GIB), join(banner, bytes("a,".repeat(100_000))));
  }

  /** A ServerHello record, then a handshake message of 16 MiB in records of the full length. */
  public static PeerProtocol tls() {
    byte[] hello = {22, 3, 3, 0x40, 0, 2, -1, -1, -1};
    return new PeerProtocol("tls", new byte[0], hello, join(hello, new byte[100_000]));
  }

  public static PeerProtocol telnet() {
    byte[] greeting = {-1, -3, 1, -1, -5, 3, 'l', 'o', 'g', 'i', 'n', ':', ' '};
    return new PeerProtocol(
        "telnet", greeting, join(greeting, FOUR_GIB), new byte[] {-1, -6, -1, -6, -1, -6});
  }

  public static PeerProtocol ftp() {
    byte[] greeting = bytes("220 ready\r\n");
    return new PeerProtocol(
        "ftp", greeting, join(greeting, FOUR_GIB), bytes("220-" + "x\r\n 220-".repeat(20_000)));
  }

  /** A packet of the greatest length that the protocol can say, 256 MiB. */
  public static PeerProtocol mqtt() {
    return new PeerProtocol(
        "mqtt",
        new byte[0],
        new byte[] {0x20, -1, -1, -1, 0x7f, 0, 0},
        new byte[] {0x20, 2, 0, 0, (byte) 0x90, 0x7f, -1, -1});
  }

  public static PeerProtocol rtsp() {
    String head = "RTSP/1.0 200 OK\r\nCSeq: 1\r\n";
    return new PeerProtocol(
        "rtsp",
        new byte[0],
        bytes(head + "Content-Length: 4294967296\r\n\r\nv=0"),
        bytes(head + "X: ".repeat(100_000)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
