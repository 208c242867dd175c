package dev.plumbline.driver;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.AccessPlace;
import java.util.List;
import java.util.Set;

/**
 * A place of the device, who may reach it, and how that is tried.
 *
 * @param endpoint of the device, where all steps go
 * @param steps what a visitor does there; at least one
 * @param session whether the visitor has logged in by the action {@code login}; else each step
 *     brings the login of the visitor with it
 */
record AccessTrial(
    String name, Set<String> roles, Endpoint endpoint, List<DriverStep> steps, boolean session) {
  /** Stands where a step names a role, and means whoever tries. */
  static final String VISITOR = "visitor";

  /** What a program is told to do. */
  static final String REACH = "reach";

  AccessTrial {
    roles = Set.copyOf(roles);
    steps = List.copyOf(steps);
  }

  AccessPlace place() {
    List<String> paths =
        steps.stream()
            .filter(DriverStep.Http.class::isInstance)
            .map(s -> ((DriverStep.Http) s).path())
            .filter(p -> p.variables().isEmpty())
            .map(Template::text)
            .toList();
    return new AccessPlace(name, endpoint, paths, roles, session);
  }
}
