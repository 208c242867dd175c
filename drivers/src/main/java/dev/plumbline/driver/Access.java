package dev.plumbline.driver;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.AccessPlace;
import java.util.List;
import java.util.Set;

/**
 * A place of the device, who may reach it, and how that is tried.
 *
 * @param steps HTTP requests to one endpoint, without a login of their own; at least one
 */
record Access(String name, Set<String> roles, List<Step.Http> steps) {
  Access {
    roles = Set.copyOf(roles);
    steps = List.copyOf(steps);
  }

  AccessPlace place() {
    Endpoint endpoint = steps.getFirst().endpoint();
    List<String> paths =
        steps.stream()
            .map(Step.Http::path)
            .filter(p -> p.variables().isEmpty())
            .map(Template::text)
            .toList();
    return new AccessPlace(name, endpoint, paths, roles);
  }
}
