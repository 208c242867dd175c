package dev.plumbline.probe.run;

import dev.plumbline.dossier.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What probes may build on; a line that lacks a field of its kind is no answer. This run's
 * observations with a key hide all earlier ones with it, since an endpoint of last week may be
 * gone; of several about one subject the newest counts.
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

  synchronized List<Observation> withKey(String key) {
    List<Observation> matching = all.stream().filter(o -> o.key().equals(key)).toList();
    List<Observation> now =
        matching.stream().filter(o -> o.source().runId().equals(runId)).toList();
    Map<String, Observation> newest = new LinkedHashMap<>();
    for (Observation o : now.isEmpty() ? matching : now) {
      newest.put(o.subject(), o);
    }
    return List.copyOf(newest.values());
  }

  /** Observations of this run with that key, in order, several about one subject included. */
  synchronized List<Observation> ofThisRun(String key) {
    return all.stream()
        .filter(o -> o.key().equals(key) && o.source().runId().equals(runId))
        .toList();
  }
}
