package dev.plumbline.probes.serviceidentification;

import dev.plumbline.probe.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
record Service(
    String protocol,
    boolean tls,
    Optional<Boolean> starttls,
    Heard heard,
    Optional<String> product,
    Optional<String> version,
    List<String> spoke,
    Wire wire) {

  static Service unknown(boolean tls, Heard heard, List<String> spoke, Wire wire) {
    return new Service(
        "unknown", tls, Optional.empty(), heard, Optional.empty(), Optional.empty(), spoke, wire);
  }

  boolean isKnown() {
    return !protocol.equals("unknown");
  }

  Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("protocol", protocol);
    value.put("tls", tls);
    starttls.ifPresent(s -> value.put("starttls", s));
    value.put("banner", heard.banner());
    product.ifPresent(p -> value.put("product", p));
    version.ifPresent(v -> value.put("version", v));
    return value;
  }
}
