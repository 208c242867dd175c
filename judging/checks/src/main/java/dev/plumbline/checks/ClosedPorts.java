package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.network.OpenPorts;
import java.util.List;

/** Endpoints that are known to be closed: a port that nobody asked, or that is silent, is not. */
record ClosedPorts(Facts facts) {
  /** So many ranges at most are listed by a look; what stands behind them is not known. */
  private static final int RANGES_LISTED = 200;

  /** Whether nothing ever answered there and the newest look was refused. */
  boolean contain(Endpoint endpoint) {
    List<? extends Seen<? extends OpenPorts>> looks =
        facts.seen(NetworkFacts.kind(endpoint.transport()), NetworkFacts.AT + endpoint.address());
    return !NetworkFacts.of(facts).open().contains(endpoint)
        && !looks.isEmpty()
        && looks.stream().map(Seen::fact).allMatch(f -> isRefused(f, endpoint.port()));
  }

  private static boolean isRefused(OpenPorts look, int port) {
    boolean allListed = look.unanswered() == 0 || look.unansweredPorts().size() < RANGES_LISTED;
    return allListed
        && NetworkFacts.isIn(look.ports(), port)
        && !NetworkFacts.isIn(look.unansweredPorts(), port)
        && !look.found().contains(port);
  }
}
