package dev.plumbline.probes.login;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
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
    context.observations("service.identified").stream()
        .filter(Observation::seen)
        .forEach(
            o ->
                Endpoint.parse(o.subject())
                    .filter(context::inScope)
                    .ifPresent(
                        e ->
                            services.put(
                                e,
                                new Service(e, o.text("protocol"), o.flag("tls").orElse(false)))));
    return services.values().stream()
        .sorted((a, b) -> a.endpoint().compareTo(b.endpoint()))
        .toList();
  }

  public static List<Service> speaking(ProbeContext context, String protocol) {
    return all(context).stream().filter(s -> s.protocol().equals(protocol)).toList();
  }

  /** The newest observation of a key about an endpoint, answered or not. */
  public static Optional<Observation> newest(ProbeContext context, String key, Endpoint endpoint) {
    List<Observation> found = new ArrayList<>(context.observations(key));
    found.removeIf(o -> !o.subject().equals(endpoint.toString()));
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }
}
