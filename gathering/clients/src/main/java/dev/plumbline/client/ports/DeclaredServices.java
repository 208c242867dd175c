package dev.plumbline.client.ports;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.probe.ProbeContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the dossier declares of the services at an endpoint; it only decides what is asked first.
 */
public final class DeclaredServices {
  private DeclaredServices() {}

  /** Protocols that rows name for the endpoint, in lower case. */
  public static List<String> protocols(ProbeContext context, Endpoint endpoint) {
    return rows(context, endpoint)
        .map(row -> row.text("protocol").toLowerCase(java.util.Locale.ROOT))
        .filter(p -> !p.isBlank())
        .distinct()
        .toList();
  }

  /** Paths that rows list for the endpoint. */
  public static Set<String> paths(ProbeContext context, Endpoint endpoint) {
    Set<String> paths = new LinkedHashSet<>();
    rows(context, endpoint)
        .flatMap(row -> row.texts("paths").stream())
        .filter(p -> p.startsWith("/"))
        .forEach(paths::add);
    return paths;
  }

  private static Stream<IxitEntry> rows(ProbeContext context, Endpoint endpoint) {
    return context.ixit().tables().values().stream()
        .flatMap(List::stream)
        .filter(row -> row.texts("endpoints").contains(endpoint.service()));
  }
}
