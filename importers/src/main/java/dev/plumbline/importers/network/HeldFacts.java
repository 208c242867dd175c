package dev.plumbline.importers.network;

import dev.plumbline.importing.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Facts that count only when the tool came to its end, which files tell last. Bounded by what they
 * tell of the device alone.
 */
public final class HeldFacts {
  private record Fact(
      String key, String subject, Map<String, ?> value, Map<String, ?> coverage, String reason) {}

  private final List<Fact> facts = new ArrayList<>();

  /** Holds a fact. */
  public void seen(String key, String subject, Map<String, ?> value, Map<String, ?> coverage) {
    facts.add(new Fact(key, subject, Map.copyOf(value), Map.copyOf(coverage), ""));
  }

  /** Holds that there is no answer. */
  public void undetermined(String key, String subject, String reason) {
    facts.add(new Fact(key, subject, Map.of(), Map.of(), reason));
  }

  /** Holds all that another one holds. */
  public void add(HeldFacts others) {
    facts.addAll(others.facts);
  }

  /** Tells all, as the tool came to its end. */
  public void tell(Reading reading) {
    for (Fact fact : facts) {
      if (fact.reason().isEmpty()) {
        reading.seen(fact.key(), fact.subject(), fact.value(), fact.coverage());
      } else {
        reading.undetermined(fact.key(), fact.subject(), fact.reason());
      }
    }
  }

  /** Tells that the questions have no answer, as the tool did not come to its end. */
  public void withhold(Reading reading, String reason) {
    facts.stream()
        .map(f -> new Fact(f.key(), f.subject(), Map.of(), Map.of(), ""))
        .distinct()
        .forEach(f -> reading.undetermined(f.key(), f.subject(), reason));
  }
}
