package dev.plumbline.probes.publicpages;

import dev.plumbline.probe.OutOfScopeException;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeContext.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Goes to a page and follows its redirects, as far as the declared hosts go. */
final class Visitor {
  private static final int MAX_REDIRECTS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ProbeContext context;

  Visitor(ProbeContext context) {
    this.context = context;
  }

  /**
   * @throws OutOfScopeException if it leads to a host that is not declared
   * @throws IOException if there is no page, or no end of redirects
   */
  Page visit(URI start) throws IOException, InterruptedException {
    URI here = start;
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      Page page = context.fetch(here, PATIENCE);
      Optional<String> next =
          page.status() >= 300 && page.status() < 400
              ? page.headers().getOrDefault("location", List.of()).stream().findFirst()
              : Optional.empty();
      if (next.isEmpty()) {
        return page;
      }
      here = resolved(here, next.get());
    }
    throw new IOException("more than " + MAX_REDIRECTS + " redirects");
  }

  private static URI resolved(URI from, String location) throws IOException {
    try {
      return from.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      throw new IOException("redirects to something that is no URL", e);
    }
  }
}
