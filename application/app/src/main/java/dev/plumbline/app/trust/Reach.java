package dev.plumbline.app.trust;

import dev.plumbline.core.address.AddressClass;
import java.net.InetAddress;

/**
 * Where an address lies, seen from the machine that tests.
 *
 * @param own whether this machine has it
 * @param gateway whether this machine's packets to other networks go there
 */
public record Reach(InetAddress address, AddressClass kind, boolean own, boolean gateway) {

  static Reach of(InetAddress address, MachineAddresses machine) {
    return new Reach(
        address,
        AddressClass.of(address),
        machine.own().contains(address),
        machine.gateways().contains(address));
  }

  /**
   * Whether the laboratory has to name it itself: services for this machine alone answer there, or
   * all of its network hangs on it.
   */
  boolean isDelicate() {
    return own
        || gateway
        || switch (kind) {
          case LOOPBACK, LINK_LOCAL, METADATA, ANY_LOCAL -> true;
          case PUBLIC, PRIVATE, SHARED, MULTICAST, BROADCAST, RESERVED, DOCUMENTATION, SPECIAL ->
              false;
        };
  }

  /** For a list: "a private address". */
  public String words() {
    if (kind == AddressClass.LOOPBACK) {
      return kind.words();
    }
    if (own) {
      return "an address of this machine";
    }
    return gateway ? "the gateway of this machine's network" : kind.words();
  }
}
