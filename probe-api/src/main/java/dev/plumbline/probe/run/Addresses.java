package dev.plumbline.probe.run;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/** Kinds of addresses, by IANA's special-purpose registries. */
final class Addresses {
  private Addresses() {}

  /** Reads a numeric address; never asks a name server. */
  static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Why no device may be tested at that address; empty when one may. */
  static Optional<String> refusal(InetAddress address, boolean authorised) {
    String text = address.getHostAddress();
    if (address.isMulticastAddress() || address.isAnyLocalAddress() || isBroadcast(address)) {
      return Optional.of(text + " is not the address of one device");
    }
    if (!isPublic(address) || authorised) {
      return Optional.empty();
    }
    return Optional.of(
        text
            + " is a public address and product.yaml has no authorisation with name and statement");
  }

  /** Whether the address is neither loopback, link-local nor private. */
  static boolean isPublic(InetAddress address) {
    return !(address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || (address.isSiteLocalAddress() && !(address instanceof Inet6Address))
        || isUniqueLocal(address));
  }

  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }

  private static boolean isBroadcast(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4
        && (bytes[0] == 0 || (bytes[0] & bytes[1] & bytes[2] & bytes[3]) == (byte) 0xff);
  }
}
