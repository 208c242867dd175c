package dev.plumbline.probes.sshendpoint;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the fields of a message (RFC 4251, 5). */
final class SshWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  SshWriter u8(int value) {
    out.write(value);
    return this;
  }

  SshWriter u32(int value) {
    return u8(value >> 24).u8(value >> 16).u8(value >> 8).u8(value);
  }

  SshWriter put(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  SshWriter string(byte[] bytes) {
    return u32(bytes.length).put(bytes);
  }

  SshWriter text(String text) {
    return string(text.getBytes(StandardCharsets.US_ASCII));
  }

  SshWriter names(List<String> names) {
    return text(String.join(",", names));
  }

  SshWriter number(BigInteger value) {
    return string(value.signum() == 0 ? new byte[0] : value.toByteArray());
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
