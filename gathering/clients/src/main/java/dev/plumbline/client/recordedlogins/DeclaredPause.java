package dev.plumbline.client.recordedlogins;

import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import java.time.Duration;

/** How long a login stays shut after wrong attempts, by the rows of the dossier that name it. */
public final class DeclaredPause {
  private static final long LONGEST = 900;

  private DeclaredPause() {}

  /** The longest of the rows for an endpoint; zero where none declares any. */
  public static Duration of(ProbeContext context, String endpoint) {
    String service = Endpoint.parse(endpoint).map(Endpoint::service).orElse(endpoint);
    long seconds =
        context.ixit().entries(TableRole.AUTHENTICATION_MECHANISMS).stream()
            .filter(e -> e.texts("endpoints").contains(service))
            .mapToLong(e -> e.number("delaySeconds").orElse(0L))
            .max()
            .orElse(0);
    return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST));
  }
}
