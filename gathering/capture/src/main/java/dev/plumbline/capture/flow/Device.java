package dev.plumbline.capture.flow;

import dev.plumbline.capture.net.Address;
import dev.plumbline.capture.net.Packet;
import dev.plumbline.dossier.Product;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * By what the device is known in a capture: the declared addresses, and further ones that its MAC
 * claims. A MAC alone is not enough, as a router's stands on other hosts' packets too.
 */
public final class Device {
  private static final int MOST_ADDRESSES = 64;

  private final Set<Address> addresses = new LinkedHashSet<>();
  private final long mac;

  Device(Set<Address> declared, long mac) {
    this.addresses.addAll(declared);
    this.mac = mac;
  }

  public static Device of(Product product) {
    Set<Address> declared = new LinkedHashSet<>();
    product.targets().forEach(t -> Address.parse(t.address()).ifPresent(declared::add));
    String hex = product.mac().toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
    return new Device(declared, hex.length() == 12 ? HexFormat.fromHexDigitsToLong(hex) : 0);
  }

  void claimed(long by, Address address) {
    if (mac != 0 && by == mac && !address.none() && addresses.size() < MOST_ADDRESSES) {
      addresses.add(address);
    }
  }

  boolean sent(Packet packet) {
    return addresses.contains(packet.from()) || own(packet.fromMac(), packet.from());
  }

  boolean got(Packet packet) {
    return addresses.contains(packet.to()) || own(packet.toMac(), packet.to());
  }

  /** Addresses that nobody else's packets can have on this MAC. */
  private boolean own(long on, Address address) {
    return mac != 0 && on == mac && (address.linkLocal() || address.none());
  }

  /** Declared and learned. */
  public Set<Address> addresses() {
    return Set.copyOf(addresses);
  }
}
