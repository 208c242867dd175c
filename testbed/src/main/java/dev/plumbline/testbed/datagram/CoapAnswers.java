package dev.plumbline.testbed.datagram;

import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A CoAP server (RFC 7252) that is read. Settings: {@code resources}, by path with {@code body},
 * {@code type} and {@code guarded}; {@code lists} (whether it tells them, true).
 */
final class CoapAnswers implements Function<byte[], List<byte[]>> {
  private static final int CONTENT = 0x45;
  private static final int UNAUTHORIZED = 0x81;
  private static final int NOT_FOUND = 0x84;
  private static final int NOT_ALLOWED = 0x85;
  private static final int URI_PATH = 11;

  private final PartContext part;
  private final Map<String, Settings> resources;

  CoapAnswers(PartContext part) {
    this.part = part;
    this.resources = part.settings().child("resources").children();
  }

  @Override
  public List<byte[]> apply(byte[] question) {
    int head = question[0] & 0xff;
    if (head >> 6 != 1 || (head & 0xf) > 8) {
      return List.of();
    }
    if (question[1] == 0) {
      // Ping: an empty message is answered with a reset.
      return List.of(new byte[] {0x70, 0, question[2], question[3]});
    }
    String path = path(question, 4 + (head & 0xf));
    if (question[1] != 1) {
      return List.of(answer(question, NOT_ALLOWED, ""));
    }
    if (path.equals("/.well-known/core") && part.settings().flag("lists", true)) {
      return List.of(answer(question, CONTENT, list()));
    }
    Settings resource = resources.getOrDefault(path, Settings.NONE);
    if (resource.values().isEmpty()) {
      return List.of(answer(question, NOT_FOUND, ""));
    }
    return resource.flag("guarded", true)
        ? List.of(answer(question, UNAUTHORIZED, ""))
        : List.of(answer(question, CONTENT, part.fill(resource.text("body", ""))));
  }

  private String list() {
    return resources.entrySet().stream()
        .map(e -> "<" + e.getKey() + ">;rt=\"" + e.getValue().text("type", "") + "\"")
        .collect(Collectors.joining(","));
  }

  /** Only what a path needs: options of fewer than 269 bytes. */
  private static String path(byte[] message, int from) {
    StringBuilder path = new StringBuilder();
    int at = from;
    int number = 0;
    while (at < message.length && message[at] != -1) {
      int head = message[at++] & 0xff;
      int delta = head >> 4;
      int length = head & 0xf;
      if (delta == 13) {
        delta += message[at++] & 0xff;
      }
      if (length == 13) {
        length += message[at++] & 0xff;
      }
      number += delta;
      if (number == URI_PATH) {
        path.append('/').append(new String(message, at, length, StandardCharsets.UTF_8));
      }
      at += length;
    }
    return path.isEmpty() ? "/" : path.toString();
  }

  private static byte[] answer(byte[] question, int code, String text) {
    int token = question[0] & 0xf;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x60 | token);
    out.write(code);
    out.write(question, 2, 2 + token);
    if (!text.isEmpty()) {
      out.write(0xff);
      out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
