package dev.plumbline.app.draft;

import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was seen of the version, unit and state that is assessed: the newest of each source. */
final class Known {
  private static final String INITIALIZED = "initialized";

  private final Dossier dossier;
  private final List<Observation> newest;

  Known(Dossier dossier) {
    this.dossier = dossier;
    Map<List<String>, Observation> last = new LinkedHashMap<>();
    for (Observation o : dossier.observations()) {
      if (o.seen() && Facts.whySetAside(o, dossier.product()).isEmpty()) {
        last.put(List.of(o.key(), o.subject(), o.source().producer()), o);
      }
    }
    this.newest = List.copyOf(last.values());
  }

  /**
   * A fact with where it stands.
   *
   * @param subject what it is about
   * @param from its name for people
   */
  record Seen<F extends Fact>(F fact, String subject, String from) {}

  <F extends Fact> List<Seen<F>> seen(Class<F> kind) {
    List<Seen<F>> seen = new ArrayList<>();
    for (Observation o : newest) {
      o.as(kind).ifPresent(f -> seen.add(new Seen<>(f, o.subject(), name(o))));
    }
    return seen;
  }

  <F extends Fact> Optional<Seen<F>> seen(Class<F> kind, String subject) {
    return seen(kind).stream().filter(s -> s.subject().equals(subject)).findFirst();
  }

  /** Whether the device was set up when it was looked at. */
  boolean initialized() {
    return dossier.product().state().equals(INITIALIZED);
  }

  private static String name(Observation o) {
    return o.key() + " of " + o.subject() + " (" + o.source().producer() + ")";
  }
}
