package dev.plumbline.capture.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Options of a pcapng block: the first of each code.
 *
 * @param big whether numbers begin with their highest byte
 */
record Options(Map<Integer, byte[]> byCode, boolean big) {
  private static final int MOST = 256;

  static Options at(CaptureInput in, byte[] block, int from, int end) {
    Map<Integer, byte[]> found = new LinkedHashMap<>();
    int at = from;
    while (at + 4 <= end && found.size() < MOST) {
      int code = in.u16(block, at);
      int length = in.u16(block, at + 2);
      if (code == 0 || at + 4 + length > end) {
        break;
      }
      found.putIfAbsent(code, Arrays.copyOfRange(block, at + 4, at + 4 + length));
      at += 4 + (length + 3) / 4 * 4;
    }
    return new Options(found, in.bigEndian());
  }

  Optional<byte[]> first(int code) {
    return Optional.ofNullable(byCode.get(code)).filter(b -> b.length > 0);
  }

  String text(int code) {
    return first(code).map(b -> new String(b, StandardCharsets.UTF_8).strip()).orElse("");
  }

  /** A number of 8 bytes. */
  Optional<Long> number(int code) {
    return first(code)
        .filter(b -> b.length == 8)
        .map(
            b -> {
              long value = 0;
              for (int i = 0; i < 8; i++) {
                value = (value << 8) | (b[big ? i : 7 - i] & 0xFF);
              }
              return value;
            });
  }
}
