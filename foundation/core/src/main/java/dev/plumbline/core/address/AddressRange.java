package dev.plumbline.core.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of addresses that share their first bits, such as {@code 192.0.2.0/24}, or one. */
public final class AddressRange {
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern FORM =
      Pattern.compile(
          "((?:%1$s\\.){3}%1$s|[0-9A-Fa-f.]{0,20}:[0-9A-Fa-f:.]{0,40})(?:/(\\d{1,3}))?"
              .formatted(OCTET));

  private final byte[] first;
  private final int bits;

  private AddressRange(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /**
   * Reads a block, or an address, which is the block of that one.
   *
   * @return empty where the text is none, or has bits behind its prefix
   */
  public static Optional<AddressRange> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    byte[] address;
    try {
      address = InetAddress.ofLiteral(form.group(1)).getAddress();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int bits = form.group(2) == null ? address.length * 8 : Integer.parseInt(form.group(2));
    return bits <= address.length * 8 && Arrays.equals(address, edge(address, bits, 0))
        ? Optional.of(new AddressRange(address, bits))
        : Optional.empty();
  }

  /** Whether it is one address. */
  public boolean isOne() {
    return bits == first.length * 8;
  }

  /** The class of all its addresses; empty where its ends are of two. */
  public Optional<AddressClass> kind() {
    AddressClass low = SpecialAddresses.lookUp(first);
    AddressClass high = SpecialAddresses.lookUp(edge(first, bits, 0xff));
    return low == high ? Optional.of(low) : Optional.empty();
  }

  public boolean holds(InetAddress address) {
    return holds(address.getAddress());
  }

  boolean holds(byte[] address) {
    return address.length == first.length && Arrays.equals(first, edge(address, bits, 0));
  }

  /** How many first bits its addresses share. */
  int bits() {
    return bits;
  }

  /** The address with all bits behind the prefix alike. */
  private static byte[] edge(byte[] address, int bits, int rest) {
    byte[] edge = address.clone();
    for (int i = 0; i < edge.length; i++) {
      int kept = Math.clamp(bits - 8L * i, 0, 8);
      int mask = 0xff00 >> kept & 0xff;
      edge[i] = (byte) ((edge[i] & mask) | (rest & ~mask));
    }
    return edge;
  }
}
