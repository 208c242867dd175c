package dev.plumbline.testbed.mqtt;

import dev.plumbline.testbed.net.DeviceAccounts;
import dev.plumbline.testbed.net.FallException;
import dev.plumbline.testbed.net.PartContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the broker says to one client. */
final class MqttClientTalk {
  private static final int MOST = 65_536;
  private static final int USER = 0x80;
  private static final int PASSWORD = 0x40;
  private static final int WILL = 0x04;

  private final PartContext part;
  private final DeviceAccounts accounts;
  private final DataInputStream in;
  private final OutputStream out;

  MqttClientTalk(PartContext part, DeviceAccounts accounts, InputStream in, OutputStream out) {
    this.part = part;
    this.accounts = accounts;
    this.in = new DataInputStream(in);
    this.out = out;
  }

  void untilItLeaves() throws IOException {
    boolean first = true;
    boolean stays = true;
    while (stays) {
      int type = in.read();
      if (type < 0) {
        return;
      }
      DataInputStream body = body();
      if (first != (type >> 4 == 1)) {
        return;
      }
      stays = first ? admits(body) : answers(type >> 4, body);
      first = false;
      out.flush();
    }
  }

  private DataInputStream body() throws IOException {
    int length = 0;
    int shift = 0;
    int next;
    do {
      next = in.readUnsignedByte();
      length |= (next & 0x7f) << shift;
      shift += 7;
    } while (next > 0x7f && shift < 28);
    if (length > MOST) {
      throw new IOException("packet too long");
    }
    return new DataInputStream(new ByteArrayInputStream(in.readNBytes(length)));
  }

  private boolean admits(DataInputStream body) throws IOException {
    String protocol = text(body);
    int level = body.readUnsignedByte();
    if (!protocol.equals("MQTT")) {
      return false;
    }
    if (level != 4) {
      out.write(new byte[] {0x20, 2, 0, 1});
      return false;
    }
    int flags = body.readUnsignedByte();
    body.readUnsignedShort();
    String client = text(body);
    int crashesAt = part.settings().number("crashesAt", 0);
    if (crashesAt > 0 && client.length() >= crashesAt) {
      throw new FallException(part.settings().number("downMillis", 1_000));
    }
    if ((flags & WILL) != 0) {
      text(body);
      text(body);
    }
    String user = (flags & USER) == 0 ? "" : text(body);
    String password = (flags & PASSWORD) == 0 ? "" : text(body);
    int code = code(user, password);
    out.write(new byte[] {0x20, 2, 0, (byte) code});
    return code == 0;
  }

  private int code(String user, String password) {
    if (user.isEmpty()) {
      return part.settings().flag("open", false) ? 0 : 5;
    }
    return accounts.attempt(user, password) == DeviceAccounts.Answer.ACCEPTED ? 0 : 5;
  }

  private boolean answers(int type, DataInputStream body) throws IOException {
    switch (type) {
      case 8 -> subscribes(body);
      case 12 -> out.write(new byte[] {(byte) 0xd0, 0});
      case 14 -> {
        return false;
      }
      default -> {
        // Messages of clients are taken and kept to itself.
      }
    }
    return true;
  }

  private void subscribes(DataInputStream body) throws IOException {
    int id = body.readUnsignedShort();
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    while (body.available() > 0) {
      String filter = text(body);
      body.readUnsignedByte();
      codes.write(0);
      for (Map.Entry<String, Object> topic : part.settings().child("topics").values().entrySet()) {
        if (fits(filter, topic.getKey())) {
          kept.writeBytes(publish(topic.getKey(), part.fill(String.valueOf(topic.getValue()))));
        }
      }
    }
    out.write(new byte[] {(byte) 0x90, (byte) (2 + codes.size()), (byte) (id >> 8), (byte) id});
    codes.writeTo(out);
    kept.writeTo(out);
  }

  private static boolean fits(String filter, String topic) {
    return filter.equals(topic)
        || (filter.equals("#") && !topic.startsWith("$"))
        || (filter.endsWith("/#") && topic.startsWith(filter.substring(0, filter.length() - 1)));
  }

  private static byte[] publish(String topic, String message) {
    byte[] name = topic.getBytes(StandardCharsets.UTF_8);
    byte[] payload = message.getBytes(StandardCharsets.UTF_8);
    int length = 2 + name.length + payload.length;
    if (length > 0x3fff) {
      throw new IllegalArgumentException("message too long: " + topic);
    }
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(0x31);
    packet.write((length & 0x7f) | 0x80);
    packet.write(length >> 7);
    packet.write(name.length >> 8);
    packet.write(name.length);
    packet.writeBytes(name);
    packet.writeBytes(payload);
    return packet.toByteArray();
  }

  private static String text(DataInputStream body) throws IOException {
    byte[] bytes = new byte[body.readUnsignedShort()];
    body.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
