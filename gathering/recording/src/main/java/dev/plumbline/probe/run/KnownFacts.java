package dev.plumbline.probe.run;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What probes may build on; a line that lacks a field of its kind is no answer. This run's
 * observations of a kind hide all earlier ones of it, since an endpoint of last week may be gone;
 * of several about one subject the newest counts.
 */
final class KnownFacts {
  private final String runId;
  private final List<Observation> all;

  KnownFacts(String runId, List<Observation> earlier) {
    this.runId = runId;
    this.all = new ArrayList<>(earlier.stream().map(Observation::orUnanswered).toList());
  }

  synchronized void add(Observation observation) {
    all.add(observation.orUnanswered());
  }

  /** Whether there is anything with that key, as the needs of a probe name it. */
  synchronized boolean has(String key) {
    return all.stream().anyMatch(o -> o.key().equals(key));
  }

  synchronized List<Observation> ofKind(Class<? extends Fact> kind) {
    List<Observation> matching = all.stream().filter(o -> o.is(kind)).toList();
    List<Observation> now =
        matching.stream().filter(o -> o.source().runId().equals(runId)).toList();
    Map<String, Observation> newest = new LinkedHashMap<>();
    for (Observation o : now.isEmpty() ? matching : now) {
      newest.put(o.subject(), o);
    }
    return List.copyOf(newest.values());
  }

  /** Observations of this run of that kind, in order, several about one subject included. */
  synchronized List<Observation> ofThisRun(Class<? extends Fact> kind) {
    return all.stream().filter(o -> o.is(kind) && o.source().runId().equals(runId)).toList();
  }
}
