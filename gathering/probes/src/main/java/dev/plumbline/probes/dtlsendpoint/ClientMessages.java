package dev.plumbline.probes.dtlsendpoint;

import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.Codes;
import dev.plumbline.client.tls.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client sends: ClientHello (RFC 6347, section 4.2; RFC 9147, section 5.3) and alert. */
final class ClientMessages {
  private static final int HANDSHAKE = 22;
  private static final int ALERT = 21;
  private static final int X25519 = 0x001d;

  private ClientMessages() {}

  /**
   * A ClientHello in its record.
   *
   * @param number of the message and the record: 0, and 1 for the one with the cookie
   */
  static byte[] hello(
      DtlsVersion version, byte[] random, byte[] cookie, List<Integer> suites, int number) {
    boolean later = version == DtlsVersion.V13;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    u16(body, later ? DtlsVersion.V12.code() : version.code());
    body.writeBytes(random);
    body.write(0);
    body.write(cookie.length);
    body.writeBytes(cookie);
    body.writeBytes(Codes.list(suites));
    body.writeBytes(new byte[] {1, 0});
    ByteArrayOutputStream extensions = new ByteArrayOutputStream();
    extensions(version, random)
        .forEach(
            (type, content) -> {
              u16(extensions, type);
              u16(extensions, content.length);
              extensions.writeBytes(content);
            });
    u16(body, extensions.size());
    body.writeBytes(extensions.toByteArray());
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(1);
    u24(message, body.size());
    u16(message, number);
    u24(message, 0);
    u24(message, body.size());
    message.writeBytes(body.toByteArray());
    // The first record says 1.0, whatever is offered, as servers that know nothing else want it.
    return record(HANDSHAKE, DtlsVersion.V10.code(), number, message.toByteArray());
  }

  private static Map<Integer, byte[]> extensions(DtlsVersion version, byte[] random) {
    Map<Integer, byte[]> all = new LinkedHashMap<>();
    ProtocolVersion like =
        version == DtlsVersion.V13 ? ProtocolVersion.TLS13 : ProtocolVersion.TLS12;
    all.put(ClientHello.EXT_GROUPS, Codes.list(CodeBook.groups(like)));
    if (version != DtlsVersion.V10) {
      all.put(ClientHello.EXT_SIGNATURES, Codes.list(CodeBook.signatures(like)));
    }
    if (version == DtlsVersion.V13) {
      all.put(ClientHello.EXT_VERSIONS, new byte[] {2, (byte) 0xfe, (byte) 0xfc});
      // Any 32 bytes are a public key of X25519; without the private one the answer is still told.
      all.put(ClientHello.EXT_KEY_SHARE, Codes.keyShare(X25519, random));
    } else {
      all.put(ClientHello.EXT_RENEGOTIATION, Codes.renegotiation(new byte[0]));
      all.put(ClientHello.EXT_EXTENDED_SECRET, new byte[0]);
      all.put(ClientHello.EXT_POINT_FORMATS, Codes.pointFormats());
    }
    return all;
  }

  /** A fatal alert, so that the server keeps nothing of a handshake that will not go on. */
  static byte[] farewell(DtlsVersion version, int number) {
    int outer = version == DtlsVersion.V13 ? DtlsVersion.V12.code() : version.code();
    return record(ALERT, outer, number, new byte[] {2, 90});
  }

  private static byte[] record(int type, int version, int number, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(type);
    u16(out, version);
    u16(out, 0);
    u24(out, 0);
    u24(out, number);
    u16(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static void u16(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  private static void u24(ByteArrayOutputStream out, int value) {
    out.write(value >> 16);
    u16(out, value);
  }
}
