package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Web services that send every visitor to another service and serve nothing themselves. */
record Redirects(Facts facts) {
  private static final String SURFACE = "http.surface";

  /**
   * The surface that shows it: nothing readable, nothing guarded, nothing failing, nothing
   * unanswered, and each redirect leads to another service.
   */
  Optional<Observation> only(Endpoint endpoint) {
    return facts.observations(SURFACE, endpoint.toString()).stream()
        .filter(Observation::seen)
        .filter(o -> listed(o, "open").filter(List::isEmpty).isPresent())
        .filter(o -> listed(o, "guarded").filter(List::isEmpty).isPresent())
        .filter(o -> listed(o, "other").filter(List::isEmpty).isPresent())
        .filter(o -> o.coverage().get("unanswered") instanceof List<?> l && l.isEmpty())
        .filter(
            o ->
                listed(o, "redirects")
                    .filter(l -> !l.isEmpty() && l.stream().allMatch(r -> leaves(r, endpoint)))
                    .isPresent())
        .findFirst();
  }

  private static Optional<List<?>> listed(Observation o, String name) {
    return o.value().get(name) instanceof List<?> l ? Optional.of(l) : Optional.empty();
  }

  private static boolean leaves(Object redirect, Endpoint endpoint) {
    if (!(redirect instanceof Map<?, ?> r && r.get("to") instanceof String to)) {
      return false;
    }
    return WebAddress.parse(to).filter(a -> a.port() != endpoint.port()).isPresent();
  }
}
