package dev.plumbline.core.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;

/**
 * How far packets to an address go, by IANA's registries of special-purpose addresses. An IPv6
 * address that stands for an IPv4 address has the class of that one.
 */
public enum AddressClass {
  /** Globally reachable. */
  PUBLIC("a public address"),
  /** RFC 1918 and unique local (fc00::/7). */
  PRIVATE("a private address"),
  /** Behind a carrier's address translation (100.64.0.0/10): the network of an operator. */
  SHARED("an address shared by the customers of an operator"),
  /** This machine. */
  LOOPBACK("a loopback address"),
  LINK_LOCAL("a link-local address"),
  /** The service that tells a cloud machine its credentials. */
  METADATA("the address of a metadata service of a cloud"),
  /** This host or this network: 0.0.0.0/8 and ::, which lead to this machine. */
  ANY_LOCAL("the unspecified address"),
  MULTICAST("a multicast address"),
  BROADCAST("the broadcast address"),
  /** Assigned to nobody. */
  RESERVED("a reserved address"),
  /** For examples in texts. */
  DOCUMENTATION("an address for documentation"),
  /** Other purposes that are not globally reachable: benchmarks, translation, discarding. */
  SPECIAL("an address for a special purpose");

  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
  private static final byte[] COMPATIBLE = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  private static final byte[] NAT64 = {0, 0x64, -1, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
  private static final byte[] SIX_TO_FOUR = {0x20, 0x02};

  private final String words;

  AddressClass(String words) {
    this.words = words;
  }

  /** The class of an address. Asks nobody. */
  public static AddressClass of(InetAddress address) {
    return SpecialAddresses.lookUp(folded(address.getAddress()));
  }

  /** For a sentence: "a private address". */
  public String words() {
    return words;
  }

  /** Whether one device can have such an address. */
  public boolean isDevice() {
    return switch (this) {
      case PUBLIC, PRIVATE, SHARED, LOOPBACK, LINK_LOCAL, DOCUMENTATION, SPECIAL -> true;
      case METADATA, ANY_LOCAL, MULTICAST, BROADCAST, RESERVED -> false;
    };
  }

  /** Whether it lies in the tester's own machine or network, and in nobody else's. */
  public boolean isNear() {
    return this == PRIVATE || this == LOOPBACK || this == LINK_LOCAL;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The IPv4 address inside an IPv6 address, where it has one. */
  private static byte[] folded(byte[] address) {
    if (address.length == 4) {
      return address;
    }
    if (startsWith(address, MAPPED) || startsWith(address, NAT64)) {
      return Arrays.copyOfRange(address, 12, 16);
    }
    if (startsWith(address, SIX_TO_FOUR)) {
      return Arrays.copyOfRange(address, 2, 6);
    }
    // "::" and "::1" have classes of their own.
    boolean compatible = startsWith(address, COMPATIBLE) && (address[12] | address[13]) != 0;
    return compatible ? Arrays.copyOfRange(address, 12, 16) : address;
  }

  private static boolean startsWith(byte[] address, byte[] prefix) {
    return Arrays.equals(address, 0, prefix.length, prefix, 0, prefix.length);
  }
}
