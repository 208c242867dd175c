package dev.plumbline.workbench.overview;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.OpenPorts;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.network.UdpOpenPorts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What looks at ports showed of a device.
 *
 * @param open ports at which something answered, as {@code tcp/443}, with what speaks there; empty
 *     where it was not recognised
 * @param looked transports that were looked at
 */
record SeenPorts(Map<String, String> open, Set<String> looked) {

  static SeenPorts of(List<Observation> observations) {
    Map<String, String> open = new TreeMap<>();
    Set<String> looked = new HashSet<>();
    for (Observation o : observations) {
      o.as(TcpOpenPorts.class).ifPresent(p -> add("tcp", p, open, looked));
      o.as(UdpOpenPorts.class).ifPresent(p -> add("udp", p, open, looked));
    }
    for (Observation o : observations) {
      Optional<String> port = Endpoint.parse(o.subject()).map(Endpoint::service);
      Optional<ServiceIdentified> service = o.as(ServiceIdentified.class);
      if (port.isPresent() && service.isPresent() && open.containsKey(port.get())) {
        open.put(port.get(), words(service.get()));
      }
    }
    return new SeenPorts(open, looked);
  }

  private static void add(
      String transport, OpenPorts ports, Map<String, String> open, Set<String> looked) {
    looked.add(transport);
    ports.found().forEach(p -> open.putIfAbsent(transport + "/" + p, ""));
  }

  private static String words(ServiceIdentified service) {
    return service.protocol().equals("unknown")
        ? "unknown protocol"
        : service.protocol() + (service.tls() ? " over TLS" : "");
  }

  /**
   * What was seen at declared endpoints. One that was not seen open may have been silent, or not
   * asked.
   */
  String at(List<String> endpoints) {
    List<String> parts = new ArrayList<>();
    for (String endpoint : endpoints) {
      Optional<String> speaks = Optional.ofNullable(open.get(endpoint));
      if (speaks.isPresent()) {
        parts.add(endpoint + " open" + (speaks.get().isEmpty() ? "" : ", " + speaks.get()));
      } else if (looked.contains(endpoint.substring(0, Math.min(3, endpoint.length())))) {
        parts.add(endpoint + " not seen open");
      }
    }
    return String.join("; ", parts);
  }

  /** Open ports that no row declares. */
  Map<String, String> besides(Set<String> declared) {
    Map<String, String> left = new TreeMap<>(open);
    left.keySet().removeAll(declared);
    return left;
  }
}
