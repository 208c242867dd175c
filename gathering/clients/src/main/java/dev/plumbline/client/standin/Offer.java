package dev.plumbline.client.standin;

import java.util.List;
import java.util.Optional;

/**
 * What a ClientHello offers, by registered names, most wanted first.
 *
 * @param versions such as {@code TLSv1.3}
 * @param versionsListed whether it lists each version; otherwise it names the highest one alone
 * @param serverName the host that it asks for
 * @param asksForStatus whether it wants to be told what the authority says of the certificate
 */
public record Offer(
    List<String> versions,
    boolean versionsListed,
    List<String> suites,
    List<String> groups,
    List<String> signatures,
    Optional<String> serverName,
    boolean asksForStatus) {
  public Offer {
    versions = List.copyOf(versions);
    suites = List.copyOf(suites);
    groups = List.copyOf(groups);
    signatures = List.copyOf(signatures);
  }
}
