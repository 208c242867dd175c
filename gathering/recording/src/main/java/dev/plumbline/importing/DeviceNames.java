package dev.plumbline.importing;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Product;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The addresses by which tools may have called the device.
 *
 * @param names addresses and the MAC, in lower case
 */
record DeviceNames(Set<String> names) {
  private static final BoundedPattern URL = BoundedPattern.compile("[a-z][a-z0-9+.-]*://(.*)");
  private static final BoundedPattern BRACKETED =
      BoundedPattern.compile("\\[([^\\]]+)\\](?::\\d+)?");
  private static final BoundedPattern WITH_PORT = BoundedPattern.compile("([^:]+):\\d+");

  static DeviceNames of(Product product) {
    Set<String> names = new HashSet<>();
    product.targets().forEach(t -> names.add(AddressForms.canonical(t.address())));
    if (!product.mac().isBlank()) {
      names.add(product.mac().toLowerCase(Locale.ROOT).replace('-', ':'));
    }
    return new DeviceNames(names);
  }

  /** Whether an address, MAC, {@code host:port} or URL is the device's. */
  boolean contain(String target) {
    String host = target.strip().toLowerCase(Locale.ROOT);
    if (isName(host)) {
      return true;
    }
    if (names.contains(host) || names.contains(host.replace('-', ':'))) {
      return true;
    }
    Matcher url = URL.matcher(host);
    if (url.matches()) {
      host = url.group(1).split("[/?#]", 2)[0];
      host = host.substring(host.lastIndexOf('@') + 1);
    }
    Matcher bracketed = BRACKETED.matcher(host);
    if (bracketed.matches()) {
      return isName(bracketed.group(1));
    }
    Matcher port = WITH_PORT.matcher(host);
    return names.contains(port.matches() ? port.group(1) : host);
  }

  private boolean isName(String host) {
    return names.contains(AddressForms.canonical(host));
  }
}
