package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests of CoAP in clear text (RFC 7252). */
final class Coap {
  private static final List<String> METHODS = List.of("", "GET", "POST", "PUT", "DELETE", "FETCH");
  private static final int PAYLOAD = 0xFF;

  private Coap() {}

  static boolean said(Flow flow, TrafficNotes notes, Slice b, long nanos) {
    int tokens = b.u8(0) & 0xF;
    int code = b.u8(1);
    if (b.u8(0) >>> 6 != 1 || tokens > 8) {
      return false;
    }
    flow.speaks("coap");
    StringBuilder path = new StringBuilder();
    String host = "";
    int at = 4 + tokens;
    int option = 0;
    while (at < b.length() && b.u8(at) != PAYLOAD) {
      int delta = b.u8(at) >>> 4;
      int length = b.u8(at) & 0xF;
      at++;
      int wide = extended(b, at, delta);
      at += delta < 13 ? 0 : delta - 12;
      int size = extended(b, at, length);
      at += length < 13 ? 0 : length - 12;
      option += wide;
      Slice value = b.part(at, size);
      if (option == 11) {
        path.append('/').append(value.text(StandardCharsets.UTF_8));
      } else if (option == 3) {
        host = value.text(StandardCharsets.UTF_8);
      }
      at += size;
    }
    if (code > 0 && code < METHODS.size()) {
      notes.request(flow, METHODS.get(code), host, path.isEmpty() ? "/" : path.toString(), nanos);
    }
    return true;
  }

  private static int extended(Slice b, int at, int nibble) {
    return switch (nibble) {
      case 13 -> 13 + b.u8(at);
      case 14 -> 269 + b.u16(at);
      case 15 -> b.length() + 1;
      default -> nibble;
    };
  }
}
