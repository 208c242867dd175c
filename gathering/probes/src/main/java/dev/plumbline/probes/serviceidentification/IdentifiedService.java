package dev.plumbline.probes.serviceidentification;

import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.probe.Wire;
import java.util.List;
import java.util.Optional;

/**
 * What was learnt about an endpoint that said something.
 *
 * @param protocol or {@code unknown}
 * @param starttls whether it offers TLS on request; empty when it was not asked or did not say
 * @param heard what identified it
 * @param spoke protocols that were tried
 * @param wire the connection that showed it
 */
record IdentifiedService(
    String protocol,
    boolean tls,
    Optional<Boolean> starttls,
    PeerText heard,
    Optional<String> product,
    Optional<String> version,
    List<String> spoke,
    Wire wire) {

  static IdentifiedService unknown(boolean tls, PeerText heard, List<String> spoke, Wire wire) {
    return new IdentifiedService(
        "unknown", tls, Optional.empty(), heard, Optional.empty(), Optional.empty(), spoke, wire);
  }

  boolean isKnown() {
    return !protocol.equals("unknown");
  }

  /**
   * The fact.
   *
   * @param refusedAfter first words after which the port refused the next connection
   */
  ServiceIdentified fact(List<String> refusedAfter) {
    return new ServiceIdentified(
        protocol,
        tls,
        starttls,
        Optional.of(heard.banner()),
        product,
        version,
        spoke,
        refusedAfter.isEmpty() ? Optional.empty() : Optional.of(refusedAfter));
  }
}
