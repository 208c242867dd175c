package dev.plumbline.probe;

import dev.plumbline.core.BoundedPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Whom a probe asks, as {@code probe.yaml} says it.
 *
 * @param protocol that an endpoint has to speak, as services are recorded; empty for any
 * @param port where it is asked whether or not it was found there; 0 for none
 */
public record Asked(Whom whom, String protocol, int port) {
  private static final BoundedPattern SERVICES = BoundedPattern.compile("services ([a-z]+)");
  private static final BoundedPattern UDP = BoundedPattern.compile("udp (\\d{1,5}) ([a-z]+)");

  /** Kinds of those who are asked. */
  public enum Whom {
    /** Every TCP port that may be asked. */
    TCP_PORTS,
    /** Every UDP port that may be asked. */
    UDP_PORTS,
    /** Every open TCP port, or those that speak the protocol. */
    SERVICES,
    /** A UDP port of each address, and those at which the protocol was found. */
    UDP,
    /** The multicast group of the link, where the device does not answer directly. */
    LINK_GROUP,
    /** Nodes of the link, by an echo request to all of them. */
    LINK,
    /** The maker's pages. */
    PAGES,
    /** Nobody: the device calls, and is answered. */
    CALLERS,
    /** What the driver of the dossier names. */
    DRIVER,
    /** Nobody; what is declared is read. */
    NOBODY
  }

  /** Reads it: {@code tcp-ports}, {@code services http}, {@code udp 5353 mdns}, {@code driver}. */
  public static Optional<Asked> parse(String text) {
    Matcher services = SERVICES.matcher(text);
    if (services.matches()) {
      return Optional.of(new Asked(Whom.SERVICES, services.group(1), 0));
    }
    Matcher udp = UDP.matcher(text);
    if (udp.matches()) {
      return Optional.of(new Asked(Whom.UDP, udp.group(2), Integer.parseInt(udp.group(1))));
    }
    return List.of(Whom.values()).stream()
        .filter(w -> w != Whom.UDP)
        .filter(w -> w.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
        .map(w -> new Asked(w, "", 0))
        .findFirst();
  }

  /** In words, where no endpoint is known yet. */
  public String words() {
    return switch (whom) {
      case TCP_PORTS -> "each TCP port that product.yaml allows";
      case UDP_PORTS -> "each UDP port that product.yaml allows";
      case SERVICES ->
          protocol.isEmpty() ? "each open TCP port" : "each TCP port that speaks " + protocol;
      case UDP ->
          "UDP port "
              + port
              + " of each address, and each port at which "
              + protocol
              + " was found";
      case LINK_GROUP -> "the protocol's group on the link, where the device does not answer";
      case LINK -> "all IPv6 nodes of the link, by one echo request";
      case PAGES -> "the pages that publicPages of product.yaml lists";
      case CALLERS -> "nobody; waits where test.clients of product.yaml says that the device calls";
      case DRIVER -> "what driver.yaml names";
      case NOBODY -> "nobody; reads what is declared";
    };
  }
}
