package dev.plumbline.client.datagram;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.probe.ProbeContext;
import java.util.List;
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
    for (Observation ports : context.observations(UdpOpenPorts.class)) {
      String address = ports.subject().replaceFirst("^address/", "");
      ports.as(UdpOpenPorts.class).stream()
          .flatMap(p -> p.heard().stream())
          .filter(h -> h.protocol().equals(protocol))
          .map(h -> Endpoint.udp(address, h.port()))
          .forEach(endpoints::add);
    }
    return List.copyOf(endpoints);
  }
}
