package dev.plumbline.firmware.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes that mark formats. */
final class Magic {
  private Magic() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
