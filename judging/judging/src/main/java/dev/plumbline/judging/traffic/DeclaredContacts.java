package dev.plumbline.judging.traffic;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.traffic.TrafficContacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whom the rows of the IXIT name as communication of the device. */
public record DeclaredContacts(Facts facts) {
  /** What the network itself needs; nobody declares it as communication of the product. */
  private static final Set<String> OF_THE_NETWORK =
      Set.of("dns", "dhcp", "icmp", "mdns", "llmnr", "ssdp");

  private static final String LOCAL = "local-network";

  /** Whether these protocols are the network's own, and nothing else. */
  public static boolean ofTheNetwork(Collection<String> protocols) {
    return !protocols.isEmpty() && OF_THE_NETWORK.containsAll(protocols);
  }

  /** Rows that name contacts, of whatever table. */
  List<IxitEntry> rows() {
    return rowsWith("contacts");
  }

  /** Rows that name endpoints of the device, of whatever table. */
  List<IxitEntry> services() {
    return rowsWith("endpoints");
  }

  private List<IxitEntry> rowsWith(String key) {
    return facts.dossier().ixit().tables().values().stream()
        .flatMap(List::stream)
        .filter(r -> !r.texts(key).isEmpty())
        .toList();
  }

  /** Whether a row's contacts name who was called there. */
  public boolean names(IxitEntry row, String subject) {
    return names(row.texts("contacts"), subject);
  }

  /**
   * Whether hosts that are declared elsewhere than in a row's contacts name who was called there.
   */
  public boolean names(Collection<String> declared, String subject) {
    List<String> hosts = new ArrayList<>();
    facts
        .seen(TrafficContacts.class, subject)
        .forEach(s -> s.fact().names().ifPresent(hosts::addAll));
    Optional<String> address = Endpoint.parse(subject).map(Endpoint::address);
    address.ifPresent(hosts::add);
    return declared.stream()
        .map(c -> c.strip().toLowerCase(Locale.ROOT))
        .anyMatch(
            c ->
                c.equals(LOCAL)
                    ? address.filter(DeclaredContacts::local).isPresent()
                    : hosts.stream().anyMatch(h -> matches(c, h.toLowerCase(Locale.ROOT))));
  }

  private static boolean matches(String declared, String host) {
    return declared.startsWith("*.") ? host.endsWith(declared.substring(1)) : host.equals(declared);
  }

  /** Private, link-local or loopback, by how the address is written. */
  public static boolean local(String address) {
    return address.matches(
        "(10|127|192\\.168|169\\.254|172\\.(1[6-9]|2\\d|3[01]))\\..*|f[cd][0-9a-f]{2}:.*|fe80:.*|::1");
  }
}
