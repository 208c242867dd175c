package dev.plumbline.testbed.datagram;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A value in the Basic Encoding Rules, with lengths of at most two bytes. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Tlv(int tag, byte[] content) {
  static Tlv of(int tag, Tlv... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Tlv part : parts) {
      all.writeBytes(part.bytes());
    }
    return new Tlv(tag, all.toByteArray());
  }

  static Tlv text(String text) {
    return new Tlv(4, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Tlv number(int value) {
    return new Tlv(2, new byte[] {(byte) value});
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length > 127) {
      out.write(0x82);
      out.write(content.length >> 8);
    }
    out.write(content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  List<Tlv> parts() {
    return read(content);
  }

  String text() {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /** What does not fit together ends in a runtime exception, which is no answer. */
  static List<Tlv> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<Tlv> all = new ArrayList<>();
    while (in.hasRemaining()) {
      int tag = in.get() & 0xff;
      int length = in.get() & 0xff;
      if (length > 0x80) {
        int more = length & 0x7f;
        length = 0;
        for (int i = 0; i < more; i++) {
          length = (length << 8) | (in.get() & 0xff);
        }
      }
      byte[] content = new byte[Math.min(length, in.remaining() + 1)];
      in.get(content);
      all.add(new Tlv(tag, content));
    }
    return all;
  }
}
