package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.network.LaterPorts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a second look at the TCP ports found, after logins, guesses and odd input. A port that
 * opened then is open like one that was so from the start; that none did shows nothing of what the
 * first look left open.
 */
public record LaterLook(Facts facts) {
  public static final String NOT_MADE = "the ports again after logins and guesses";

  private static final String AT = "address/";

  /** Endpoints that opened, in the newest look or in an earlier one that it does not overrule. */
  Stream<Endpoint> open() {
    return looks().flatMap(s -> endpoints(s).filter(e -> !isClosedNow(e))).distinct();
  }

  /** The look that shows an endpoint, the newest that does. */
  Optional<Observation> showing(Endpoint endpoint) {
    return shows(endpoint).map(Seen::observation);
  }

  /** When it was seen, and what it says, as a phrase; empty where no second look shows it. */
  String since(Endpoint endpoint) {
    return shows(endpoint)
        .map(
            s ->
                " (found at the second look, "
                    + when(s.fact())
                    + greeting(s.fact(), endpoint.port())
                    + ")")
        .orElse("");
  }

  /** Tells a search at these addresses what of it was looked at again and what was not. */
  public void tell(Questions questions) {
    facts.product().targets().stream()
        .map(Target::address)
        .distinct()
        .forEach(a -> tell(a, questions));
  }

  /** The same for one address. */
  public void tell(String address, Questions questions) {
    List<Seen<LaterPorts>> newest = facts.seen(LaterPorts.class, AT + address);
    if (newest.isEmpty()) {
      questions.notLookedAt(NOT_MADE);
    }
    for (Seen<LaterPorts> look : newest) {
      questions.restsOn(look.observation());
      questions.lookedAt(
          look.fact().tried()
              + " TCP ports of "
              + address
              + " were asked again, "
              + when(look.fact())
              + ", "
              + look.fact().open().size()
              + " more open");
    }
  }

  private Optional<Seen<LaterPorts>> shows(Endpoint endpoint) {
    return looks()
        .filter(s -> endpoints(s).anyMatch(endpoint::equals))
        .reduce((first, second) -> second);
  }

  private Stream<Seen<LaterPorts>> looks() {
    return facts.everSeen(LaterPorts.class).stream().filter(s -> s.subject().startsWith(AT));
  }

  private static Stream<Endpoint> endpoints(Seen<LaterPorts> look) {
    String address = look.subject().substring(AT.length());
    return look.fact().open().stream().map(o -> Endpoint.tcp(address, o.port()));
  }

  /** That a newer second look was refused there says that it is closed; silence does not. */
  private boolean isClosedNow(Endpoint endpoint) {
    return facts.seen(LaterPorts.class, AT + endpoint.address()).stream()
        .filter(s -> endpoints(s).noneMatch(endpoint::equals))
        .map(Seen::fact)
        .anyMatch(
            f ->
                NetworkFacts.isIn(f.ports(), endpoint.port())
                    && !NetworkFacts.isIn(f.unansweredPorts(), endpoint.port()));
  }

  private static String when(LaterPorts look) {
    return look.secondsSinceFirst() > 0
        ? look.secondsSinceFirst() + " s after the first"
        : "after the first";
  }

  private static String greeting(LaterPorts look, int port) {
    return look.open().stream()
        .filter(o -> o.port() == port)
        .flatMap(o -> o.greeting().stream())
        .findFirst()
        .map(g -> "; it says \"" + g + "\"")
        .orElse("");
  }
}
