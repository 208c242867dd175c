package dev.plumbline.probes.httpsurface;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.probe.ProbeContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The paths that rows of the dossier name for an endpoint. */
public final class DeclaredPaths {
  private DeclaredPaths() {}

  /** Those of rows with this endpoint, and of rows that name none. */
  public static Set<String> of(ProbeContext context, Endpoint endpoint) {
    Set<String> paths = new LinkedHashSet<>();
    String service = endpoint.transport() + "/" + endpoint.port();
    for (List<IxitEntry> rows : context.ixit().tables().values()) {
      for (IxitEntry row : rows) {
        List<String> endpoints = row.texts("endpoints");
        if (endpoints.isEmpty() || endpoints.contains(service)) {
          row.texts("paths").stream().filter(p -> p.matches("/[!-~]*")).forEach(paths::add);
        }
      }
    }
    return paths;
  }
}
