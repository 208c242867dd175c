package dev.plumbline.probe.run.network;

import dev.plumbline.core.address.AddressClass;
import java.net.InetAddress;
import java.util.Optional;

/** Numeric addresses, and which of them may be tested. */
public final class Addresses {
  private Addresses() {}

  /** Reads a numeric address; never asks a name server. */
  public static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Why no device may be tested at that address; empty when one may. */
  static Optional<String> refusal(InetAddress address, boolean authorised) {
    AddressClass kind = AddressClass.of(address);
    String told = address.getHostAddress() + " is " + kind.words();
    if (!kind.isDevice()) {
      return Optional.of(told + ", not the address of one device");
    }
    return kind.isNear() || authorised
        ? Optional.empty()
        : Optional.of(told + " and product.yaml has no authorisation with name and statement");
  }
}
