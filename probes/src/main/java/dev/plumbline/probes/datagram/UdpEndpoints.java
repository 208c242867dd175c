package dev.plumbline.probes.datagram;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.probe.ProbeContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where a protocol over UDP is to be looked for. */
public final class UdpEndpoints {
  private UdpEndpoints() {}

  /**
   * The protocol's own port of every address in scope, and each port where {@code udp.open-ports}
   * heard it.
   *
   * @param protocol as {@code udp.open-ports} names it
   */
  public static List<Endpoint> of(ProbeContext context, String protocol, int port) {
    Set<Endpoint> endpoints = new TreeSet<>();
    for (Target target : context.product().targets()) {
      Endpoint usual = Endpoint.udp(target.address(), port);
      if (context.inScope(usual)) {
        endpoints.add(usual);
      }
    }
    context.observations("udp.open-ports").stream()
        .filter(Observation::seen)
        .forEach(o -> heard(o, protocol, endpoints));
    return List.copyOf(endpoints);
  }

  private static void heard(Observation ports, String protocol, Set<Endpoint> endpoints) {
    String address = ports.subject().replaceFirst("^address/", "");
    if (ports.value().get("heard") instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof Map<?, ?> m
            && protocol.equals(m.get("protocol"))
            && m.get("port") instanceof Number n) {
          endpoints.add(Endpoint.udp(address, n.intValue()));
        }
      }
    }
  }
}
