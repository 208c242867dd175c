package dev.plumbline.capture.excerpt;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One packet of a capture. All of its text is made of numbers and addresses; its bytes are those
 * that somebody sent.
 *
 * @param number of its frame in the capture, from 1
 * @param at when it was captured; empty where the capture does not tell
 * @param from address and port of the sender, such as {@code 192.0.2.10:443}; empty where it could
 *     not be read
 * @param to address and port of the receiver; empty like it
 * @param protocol such as {@code TCP}
 * @param length bytes that the frame had on the network
 * @param captured how many of them the capture has
 * @param bytes the first of these in hexadecimal, two digits each
 */
public record ShownPacket(
    long number,
    Optional<Instant> at,
    String from,
    String to,
    String protocol,
    long length,
    long captured,
    String bytes) {
  private static final int ROW = 16;

  /** How many bytes are kept here. */
  public int shown() {
    return bytes.length() / 2;
  }

  /**
   * The bytes in rows of sixteen: place, hexadecimal, and ASCII, with a dot for what is not
   * printable.
   */
  public String dump() {
    byte[] all = HexFormat.of().parseHex(bytes);
    StringBuilder dump = new StringBuilder();
    for (int row = 0; row < all.length; row += ROW) {
      StringBuilder hex = new StringBuilder();
      StringBuilder ascii = new StringBuilder();
      for (int i = row; i < Math.min(row + ROW, all.length); i++) {
        hex.append(i == row + ROW / 2 ? "  " : " ").append(HexFormat.of().toHexDigits(all[i]));
        ascii.append(all[i] >= ' ' && all[i] < 0x7F ? (char) all[i] : '.');
      }
      dump.append(HexFormat.of().toHexDigits(row, 4))
          .append(' ')
          .append(hex)
          .repeat(' ', 3 * ROW + 3 - hex.length())
          .append(ascii)
          .append('\n');
    }
    return dump.toString();
  }
}
