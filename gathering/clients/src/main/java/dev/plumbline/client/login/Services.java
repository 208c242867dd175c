package dev.plumbline.client.login;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.probe.ProbeContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of the device, as they were identified. */
public final class Services {
  private Services() {}

  /**
   * A service.
   *
   * @param protocol as in {@code service.identified}
   */
  public record Service(Endpoint endpoint, String protocol, boolean tls) {}

  /** All identified services in scope, by endpoint; of each the newest identification. */
  public static List<Service> all(ProbeContext context) {
    Map<Endpoint, Service> services = new LinkedHashMap<>();
    for (Observation o : context.observations(ServiceIdentified.class)) {
      Optional<Endpoint> endpoint = Endpoint.parse(o.subject()).filter(context::inScope);
      Optional<ServiceIdentified> spoken = o.as(ServiceIdentified.class);
      if (endpoint.isPresent() && spoken.isPresent()) {
        services.put(
            endpoint.get(),
            new Service(endpoint.get(), spoken.get().protocol(), spoken.get().tls()));
      }
    }
    return services.values().stream()
        .sorted((a, b) -> a.endpoint().compareTo(b.endpoint()))
        .toList();
  }

  public static List<Service> speaking(ProbeContext context, String protocol) {
    return all(context).stream().filter(s -> s.protocol().equals(protocol)).toList();
  }

  /** The fact of the newest observation of a kind about an endpoint; empty without an answer. */
  public static <F extends Fact> Optional<F> fact(
      ProbeContext context, Class<F> kind, Endpoint endpoint) {
    return newest(context, kind, endpoint).flatMap(o -> o.as(kind));
  }

  /** The newest observation of a kind about an endpoint, answered or not. */
  public static Optional<Observation> newest(
      ProbeContext context, Class<? extends Fact> kind, Endpoint endpoint) {
    List<Observation> found = new ArrayList<>(context.observations(kind));
    found.removeIf(o -> !o.subject().equals(endpoint.toString()));
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }
}
