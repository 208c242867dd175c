package dev.plumbline.client.mqtt;

import dev.plumbline.probe.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Control packets of MQTT 3.1.1 and 5.0 (OASIS standards, section 2 of each). */
final class MqttPackets {
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int SUBACK = 9;

  private static final int MOST = 65_536;

  private MqttPackets() {}

  /**
   * A packet as it was received.
   *
   * @param type the upper half of its first byte
   * @param flags the lower half
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Packet(int type, int flags, byte[] body) {
    /** A byte of the body, 0 to 255. */
    int at(int index) throws IOException {
      if (index < 0 || index >= body.length) {
        throw new IOException("an MQTT packet that ends too early");
      }
      return body[index] & 0xff;
    }

    int shortAt(int index) throws IOException {
      return (at(index) << 8) | at(index + 1);
    }

    String text(int from, int length) throws IOException {
      if (length < 0 || from + length > body.length) {
        throw new IOException("an MQTT packet that ends too early");
      }
      return new String(body, from, length, StandardCharsets.UTF_8);
    }
  }

  /**
   * Reads the next packet.
   *
   * @throws IOException if it is longer than 64 KiB, or no packet
   */
  static Packet read(Wire wire, Duration patience) throws IOException {
    int first = wire.readExactly(1, patience)[0] & 0xff;
    int length = 0;
    int shift = 0;
    int part;
    do {
      part = wire.readExactly(1, patience)[0] & 0xff;
      length |= (part & 0x7f) << shift;
      shift += 7;
    } while (part > 0x7f && shift <= 21);
    if (part > 0x7f || length > MOST) {
      throw new IOException("an MQTT packet of more than " + MOST + " bytes");
    }
    return new Packet(first >> 4, first & 0xf, wire.readExactly(length, patience));
  }

  /** CONNECT with a clean session and a keep-alive of 30 seconds. */
  static byte[] connect(int level, String client, List<String> login) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(body, "MQTT");
    body.write(level);
    body.write(login.isEmpty() ? 0x02 : 0xc2);
    body.write(0);
    body.write(30);
    if (level >= MqttSession.V5) {
      body.write(0);
    }
    text(body, client);
    login.forEach(word -> text(body, word));
    return packet(0x10, body.toByteArray());
  }

  /** SUBSCRIBE with the lowest quality of service. */
  static byte[] subscribe(int level, int id, List<String> filters) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(id >> 8);
    body.write(id);
    if (level >= MqttSession.V5) {
      body.write(0);
    }
    for (String filter : filters) {
      text(body, filter);
      body.write(0);
    }
    return packet(0x82, body.toByteArray());
  }

  static byte[] disconnect() {
    return new byte[] {(byte) 0xe0, 0};
  }

  private static byte[] packet(int first, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    int rest = body.length;
    do {
      out.write(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
      rest >>= 7;
    } while (rest > 0);
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes.length >> 8);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }
}
