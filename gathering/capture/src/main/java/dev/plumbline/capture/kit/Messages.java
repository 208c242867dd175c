package dev.plumbline.capture.kit;

import java.nio.charset.StandardCharsets;

/** What devices say: the first messages of some protocols. */
public final class Messages {
  private Messages() {}

  /** A question for an address (RFC 1035). */
  public static byte[] dnsQuestion(int id, String name) {
    return Bits.of().u16(id).x("0100 0001 0000 0000 0000").bytes(name(name)).x("00010001").done();
  }

  /** The answer to {@link #dnsQuestion}. */
  public static byte[] dnsAnswer(int id, String name, String address) {
    return Bits.of()
        .u16(id)
        .x("8180 0001 0001 0000 0000")
        .bytes(name(name))
        .x("00010001")
        .x("c00c 0001 0001 00000e10 0004")
        .bytes(Ip.address(address))
        .done();
  }

  private static byte[] name(String name) {
    Bits bits = Bits.of();
    for (String label : name.split("\\.")) {
      bits.u8(label.length()).text(label);
    }
    return bits.u8(0).done();
  }

  /** A TLS record with a ClientHello that offers TLS 1.3 and 1.2 (RFC 8446). */
  public static byte[] clientHello(String host) {
    byte[] sni = host.getBytes(StandardCharsets.US_ASCII);
    byte[] extensions =
        Bits.of()
            .x("0000")
            .u16(sni.length + 5)
            .u16(sni.length + 3)
            .u8(0)
            .u16(sni.length)
            .bytes(sni)
            .x("002b 0005 04 0304 0303")
            .x("000a 0004 0002 0017")
            .x("000d 0004 0002 0403")
            .done();
    byte[] body =
        Bits.of()
            .x("0303")
            .zeros(32)
            .u8(0)
            .x("0004 1301 c02f")
            .x("01 00")
            .u16(extensions.length)
            .bytes(extensions)
            .done();
    return record(1, body);
  }

  /** A TLS record with a ServerHello that chooses TLS 1.3. */
  public static byte[] serverHello() {
    byte[] extensions = Bits.of().x("002b 0002 0304").done();
    byte[] body =
        Bits.of()
            .x("0303")
            .zeros(31)
            .u8(7)
            .u8(0)
            .x("1301 00")
            .u16(extensions.length)
            .bytes(extensions)
            .done();
    return record(2, body);
  }

  private static byte[] record(int type, byte[] body) {
    return Bits.of().x("16 0303").u16(body.length + 4).u8(type).u24(body.length).bytes(body).done();
  }

  /** A TLS record of encrypted data; its bytes mean nothing. */
  public static byte[] encrypted(int size) {
    byte[] body = new byte[size];
    for (int i = 0; i < size; i++) {
      body[i] = (byte) (i * 31 + 7);
    }
    return Bits.of().x("17 0303").u16(size).bytes(body).done();
  }

  /** An MQTT 3.1.1 CONNECT with user and password. */
  public static byte[] mqttConnect(String client, String user, String password) {
    byte[] rest =
        Bits.of()
            .u16(4)
            .text("MQTT")
            .x("04 c2 003c")
            .u16(client.length())
            .text(client)
            .u16(user.length())
            .text(user)
            .u16(password.length())
            .text(password)
            .done();
    return Bits.of().x("10").u8(rest.length).bytes(rest).done();
  }
}
