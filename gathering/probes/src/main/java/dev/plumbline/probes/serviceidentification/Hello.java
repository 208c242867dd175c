package dev.plumbline.probes.serviceidentification;

import dev.plumbline.dossier.Endpoint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** First words of clients. All are what an ordinary client says, none changes anything. */
final class Hello {
  private Hello() {}

  static byte[] http(Endpoint endpoint) {
    String host =
        endpoint.address().contains(":") ? "[" + endpoint.address() + "]" : endpoint.address();
    return ascii(
        "GET / HTTP/1.1\r\nHost: "
            + host
            + ":"
            + endpoint.port()
            + "\r\nUser-Agent: Plumbline\r\nAccept: */*\r\nConnection: close\r\n\r\n");
  }

  static byte[] rtsp(Endpoint endpoint) {
    return ascii("OPTIONS * RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: Plumbline\r\n\r\n");
  }

  /** MQTT 3.1.1 CONNECT, clean session, no credentials (OASIS MQTT 3.1.1, 3.1). */
  static byte[] mqtt(Endpoint endpoint) {
    byte[] id = ascii("plumbline");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x10, (byte) (12 + id.length), 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0});
    out.writeBytes(new byte[] {30, 0, (byte) id.length});
    out.writeBytes(id);
    return out.toByteArray();
  }

  /** A query for the root's name servers over TCP (RFC 1035, 4.2.2), with our own id. */
  static byte[] dns(Endpoint endpoint) {
    return HexFormat.of().parseHex("0011504c01000001000000000000" + "0000020001");
  }

  /** What wakes a terminal that says nothing unasked. */
  static byte[] newline(Endpoint endpoint) {
    return ascii("\r\n");
  }

  /** Asks a bare shell who its user is; to others it is a word that they do not know. */
  static byte[] shell(Endpoint endpoint) {
    return ascii("id\n");
  }

  /** CNXN of the Android debug bridge (protocol.txt of adb), version 1.0, with no features. */
  static byte[] adb(Endpoint endpoint) {
    byte[] words = ascii("host::\0");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        HexFormat.of()
            .parseHex("434e584e" + "00000001" + "00000400" + "07000000" + "32020000" + "bcb1a7b1"));
    out.writeBytes(words);
    return out.toByteArray();
  }

  /**
   * A ClientHello for TLS 1.0 to 1.3 with common suites (RFC 8446, 4.1.2). It carries no key share,
   * so that a TLS 1.3 server answers with a retry, which is answer enough.
   */
  static byte[] tls(Endpoint endpoint) {
    String suites =
        "130113021303c02bc02fc02cc030cca9cca8c009c013c00ac014009c009d002f0035003d000a000500ff";
    String extensions =
        "000a00080006001d00170018" // supported groups
            + "000b00020100" // point formats
            + "000d001600140403050306030804080508060401050106010201" // signature algorithms
            + "002b0009080304030303020301" // supported versions
            + "003300020000"; // key share, empty
    String body =
        "0303"
            + "504c".repeat(16)
            + "20"
            + "4c50".repeat(16)
            + hex(suites.length() / 2, 4)
            + suites
            + "0100"
            + hex(extensions.length() / 2, 4)
            + extensions;
    String handshake = "01" + hex(body.length() / 2, 6) + body;
    return HexFormat.of().parseHex("160301" + hex(handshake.length() / 2, 4) + handshake);
  }

  /** Whether that answers a ClientHello: a ServerHello, or an alert. An echo is neither. */
  static boolean isTls(PeerText heard) {
    String t = heard.text();
    if (t.length() < 6 || t.charAt(1) != 3 || t.charAt(2) > 4) {
      return false;
    }
    boolean serverHello = t.charAt(0) == 0x16 && t.charAt(5) == 2;
    boolean alert = t.charAt(0) == 0x15 && t.charAt(3) == 0 && t.charAt(4) == 2 && t.length() >= 7;
    return serverHello || (alert && (t.charAt(5) == 1 || t.charAt(5) == 2));
  }

  private static String hex(int value, int digits) {
    return HexFormat.of().toHexDigits(value, digits);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
