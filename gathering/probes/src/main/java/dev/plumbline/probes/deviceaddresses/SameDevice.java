package dev.plumbline.probes.deviceaddresses;

import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.probe.Neighbours;
import dev.plumbline.probe.Neighbours.Neighbour;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What answers with one hardware address on one link is one device. */
final class SameDevice {
  private SameDevice() {}

  static Optional<String> mac(Neighbours met, InetAddress address) {
    return met.known().stream()
        .filter(n -> text(n.address()).equals(text(address)))
        .map(Neighbour::mac)
        .findFirst();
  }

  /** Addresses with that hardware address that are not named, ascending as texts. */
  static List<String> others(Neighbours met, String mac, Set<String> named) {
    return met.known().stream()
        .filter(n -> n.mac().equals(mac))
        .map(n -> text(n.address()))
        .filter(a -> !named.contains(a))
        .distinct()
        .sorted()
        .toList();
  }

  /** Addresses of the targets and of the public pages. */
  static Set<String> named(Product product) {
    return Stream.concat(
            product.targets().stream().map(Target::address),
            product.publicPages().stream()
                .map(page -> page.replaceFirst(":\\d+$", "").replaceAll("^\\[|\\]$", "")))
        .map(SameDevice::canonical)
        .collect(Collectors.toSet());
  }

  private static String canonical(String text) {
    try {
      return text(InetAddress.ofLiteral(text.replaceFirst("%.*", "")));
    } catch (IllegalArgumentException e) {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /** Without the interface, which names the tester's side of the link. */
  static String text(InetAddress address) {
    return address.getHostAddress().replaceFirst("%.*", "");
  }
}
