package dev.plumbline.probes.sshendpoint;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the fields of a message (RFC 4251, 5); what is not there is an exception of ours. */
final class SshReader {
  private static final int MAX_NAMES = 512;

  private final byte[] bytes;
  private int position;

  SshReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int u8() throws SshFormatException {
    return take(1)[0] & 0xFF;
  }

  byte[] take(int count) throws SshFormatException {
    if (count < 0 || count > bytes.length - position) {
      throw new SshFormatException(
          "a field of " + count + " bytes where only " + (bytes.length - position) + " are left");
    }
    position += count;
    return Arrays.copyOfRange(bytes, position - count, position);
  }

  /** Bytes with their length in front; a length beyond the message is refused. */
  byte[] string() throws SshFormatException {
    byte[] length = take(4);
    if (length[0] != 0) {
      throw new SshFormatException("a field of more than 16 MiB");
    }
    return take((length[1] & 0xFF) << 16 | (length[2] & 0xFF) << 8 | (length[3] & 0xFF));
  }

  String text() throws SshFormatException {
    return new String(string(), StandardCharsets.US_ASCII);
  }

  /** A list of names, in order. */
  List<String> names() throws SshFormatException {
    String text = text();
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> names = List.of(text.split(",", MAX_NAMES + 1));
    if (names.size() > MAX_NAMES) {
      throw new SshFormatException("a list of more than " + MAX_NAMES + " names");
    }
    return names;
  }

  BigInteger number() throws SshFormatException {
    byte[] string = string();
    return string.length == 0 ? BigInteger.ZERO : new BigInteger(string);
  }
}
