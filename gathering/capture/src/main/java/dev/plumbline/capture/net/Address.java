package dev.plumbline.capture.net;

import dev.plumbline.capture.file.Slice;
import java.net.InetAddress;
import java.util.Optional;

/**
 * An IP address.
 *
 * @param high upper half of an IPv6 address; 0 for IPv4
 * @param low lower half, or the 32 bits of an IPv4 address
 */
public record Address(boolean v6, long high, long low) {
  public static Address v4(Slice at) {
    return new Address(false, 0, at.u32(0));
  }

  public static Address v6(Slice at) {
    return new Address(true, at.u64(0), at.u64(8));
  }

  /** Reads a numeric address. */
  public static Optional<Address> parse(String text) {
    try {
      byte[] bytes = InetAddress.ofLiteral(text.split("%", 2)[0]).getAddress();
      Slice slice = Slice.of(bytes);
      return Optional.of(bytes.length == 4 ? v4(slice) : v6(slice));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it is one of many receivers: multicast, or the IPv4 broadcast to all. */
  public boolean group() {
    return v6 ? high >>> 56 == 0xFF : (low >>> 28 == 0xE || low == 0xFFFF_FFFFL);
  }

  /** All zero: a host that has no address yet. */
  public boolean none() {
    return high == 0 && low == 0;
  }

  /** fe80::/10 or 169.254.0.0/16. */
  public boolean linkLocal() {
    return v6 ? high >>> 54 == 0x3FA : low >>> 16 == 0xA9FE;
  }

  @Override
  public String toString() {
    return v6 ? written6() : written4();
  }

  private String written4() {
    return ((low >>> 24) & 0xFF)
        + "."
        + ((low >>> 16) & 0xFF)
        + "."
        + ((low >>> 8) & 0xFF)
        + "."
        + (low & 0xFF);
  }

  /** As RFC 5952 writes it. */
  private String written6() {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i % 4))) & 0xFFFF;
    }
    int best = 0;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && groups[i + run] == 0) {
        run++;
      }
      if (run > length) {
        best = i;
        length = run;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (length > 1 && i == best) {
        text.append("::");
        i += length - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
