package dev.plumbline.probes.coapresources;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A message of CoAP (RFC 7252, section 3).
 *
 * @param type 0 confirmable, 1 not, 2 acknowledgement, 3 reset
 * @param code class and detail, 0x45 being 2.05
 * @param id of the message
 * @param token what ties an answer to its question
 * @param block number of the block and whether more follow, as RFC 7959 writes them; 0 for none
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
record CoapMessage(int type, int code, int id, byte[] token, int block, byte[] payload) {
  static final int CONTENT = 0x45;
  static final int UNAUTHORIZED = 0x81;
  static final int FORBIDDEN = 0x83;
  static final int NOT_FOUND = 0x84;
  static final int NOT_ALLOWED = 0x85;

  private static final int URI_PATH = 11;
  private static final int URI_QUERY = 15;
  private static final int BLOCK2 = 23;
  private static final int PAYLOAD = 0xff;
  private static final int MORE = 8;
  private static final int SIZE = 7;
  private static final int ONE_BLOCK = 1 << 4;

  /** Whether it is an acknowledgement without an answer; the answer comes later then. */
  boolean isEmpty() {
    return code == 0;
  }

  /** Whether blocks follow this one. */
  boolean hasMore() {
    return (block & MORE) != 0;
  }

  /** The option that asks for the block after this one, of the same size. */
  int nextBlock() {
    return (block & ~(MORE | (ONE_BLOCK - 1))) + ONE_BLOCK + (block & SIZE);
  }

  /** Whether this block does not begin where the one before ended. */
  boolean skips(int read) {
    return (block >> 4) << ((block & SIZE) + 4) != read;
  }

  /**
   * A confirmable GET.
   *
   * @param path with query
   * @param block number and size of the block that is wanted, as RFC 7959 writes them; 0 for the
   *     first one in whatever size
   */
  static byte[] get(int id, byte[] token, String path, int block) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x40 | token.length);
    out.write(1);
    out.write(id >> 8);
    out.write(id);
    out.writeBytes(token);
    String[] sides = path.split("\\?", 2);
    int last = 0;
    for (String part : sides[0].split("/")) {
      if (!part.isEmpty()) {
        last = option(out, last, URI_PATH, part.getBytes(StandardCharsets.UTF_8));
      }
    }
    if (sides.length > 1) {
      for (String part : sides[1].split("&")) {
        last = option(out, last, URI_QUERY, part.getBytes(StandardCharsets.UTF_8));
      }
    }
    if (block > 0) {
      option(out, last, BLOCK2, number(block));
    }
    return out.toByteArray();
  }

  /** Without zeros in front. */
  private static byte[] number(int value) {
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    return slice(
        bytes,
        Integer.numberOfLeadingZeros(value) / 8,
        Integer.BYTES - Integer.numberOfLeadingZeros(value) / 8);
  }

  private static int option(ByteArrayOutputStream out, int last, int number, byte[] value) {
    int delta = number - last;
    out.write((nibble(delta) << 4) | nibble(value.length));
    extended(out, delta);
    extended(out, value.length);
    out.writeBytes(value);
    return number;
  }

  private static int nibble(int value) {
    return value < 13 ? value : value < 269 ? 13 : 14;
  }

  private static void extended(ByteArrayOutputStream out, int value) {
    if (value >= 269) {
      out.write((value - 269) >> 8);
      out.write(value - 269);
    } else if (value >= 13) {
      out.write(value - 13);
    }
  }

  /** Reads a message; empty when the bytes are none. */
  static Optional<CoapMessage> read(byte[] bytes) {
    try {
      return Optional.of(parse(bytes));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static CoapMessage parse(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int tokenLength = first & 0xf;
    if (first >> 6 != 1 || tokenLength > 8) {
      throw new IllegalArgumentException("not CoAP");
    }
    int id = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    byte[] token = slice(bytes, 4, tokenLength);
    int at = 4 + tokenLength;
    int number = 0;
    int block = 0;
    while (at < bytes.length && (bytes[at] & 0xff) != PAYLOAD) {
      int head = bytes[at++] & 0xff;
      int[] delta = length(bytes, at, head >> 4);
      int[] length = length(bytes, delta[1], head & 0xf);
      number += delta[0];
      byte[] value = slice(bytes, length[1], length[0]);
      at = length[1] + length[0];
      if (number == BLOCK2) {
        for (byte b : value) {
          block = (block << 8) | (b & 0xff);
        }
      }
    }
    byte[] payload = at < bytes.length ? slice(bytes, at + 1, bytes.length - at - 1) : new byte[0];
    return new CoapMessage((first >> 4) & 3, bytes[1] & 0xff, id, token, block, payload);
  }

  /** A number of four bits that may go on in one or two bytes, and where it ends. */
  private static int[] length(byte[] bytes, int at, int nibble) {
    return switch (nibble) {
      case 13 -> new int[] {(bytes[at] & 0xff) + 13, at + 1};
      case 14 -> new int[] {(((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff)) + 269, at + 2};
      case 15 -> throw new IllegalArgumentException("a reserved length");
      default -> new int[] {nibble, at};
    };
  }

  private static byte[] slice(byte[] bytes, int from, int length) {
    if (length < 0 || from + length > bytes.length) {
      throw new IllegalArgumentException("ends too early");
    }
    return Arrays.copyOfRange(bytes, from, from + length);
  }
}
