package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.http.HttpSurface;
import java.util.Optional;

/** Web services that send every visitor to another service and serve nothing themselves. */
public record Redirects(Facts facts) {
  /**
   * The surface that shows it: nothing readable, nothing guarded, nothing failing, nothing
   * unanswered, and each redirect leads to another service.
   */
  public Optional<Observation> only(Endpoint endpoint) {
    return facts.seen(HttpSurface.class, endpoint.toString()).stream()
        .filter(s -> leadsAway(s.fact(), endpoint))
        .findFirst()
        .map(Seen::observation);
  }

  private static boolean leadsAway(HttpSurface web, Endpoint endpoint) {
    return web.open().isEmpty()
        && web.guarded().isEmpty()
        && web.other().isEmpty()
        && web.unanswered().isEmpty()
        && !web.redirects().isEmpty()
        && web.redirects().stream().allMatch(r -> leaves(r, endpoint));
  }

  /** Whether it leads to another service. */
  public static boolean leaves(HttpSurface.Redirect redirect, Endpoint endpoint) {
    return WebAddress.parse(redirect.to()).filter(a -> a.port() != endpoint.port()).isPresent();
  }
}
