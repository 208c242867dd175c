package dev.plumbline.judging.fact;

import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The observations of a dossier that count for its product, and those that were set aside. Rests on
 * the observations and on product.yaml alone, so that it serves every declaration of the same
 * product. Immutable but for what it remembers; safe for several threads.
 */
final class ObservationIndex {
  private static final String BEFORE_SILENCE = "answers before silence";
  private static final String WITHOUT_COVERAGE = "answers without a whole coverage";
  private static final String ELSEWHERE = "answers before silence in another state";

  private final List<Observation> usable;
  private final List<Observation> setAside;
  private final Map<String, List<Observation>> byKey = new HashMap<>();
  private final Map<Question, List<Observation>> byQuestion = new HashMap<>();
  private final Map<String, Map<Question, Observation>> followed = new LinkedHashMap<>();
  private final Map<String, ObservationIndex> others = new ConcurrentHashMap<>();
  private final Map<Needs, Map<String, ObservationIndex>> bySource = new ConcurrentHashMap<>();

  /**
   * @param usable the newest per key and subject; one that lacks a field of its kind counts as
   *     unanswered
   */
  private ObservationIndex(List<Observation> usable, List<Observation> setAside) {
    this.usable = usable.stream().map(Observation::orUnanswered).toList();
    this.setAside = List.copyOf(setAside);
    for (Observation o : this.usable) {
      byKey.computeIfAbsent(o.key(), k -> new ArrayList<>()).add(o);
      byQuestion.computeIfAbsent(Question.of(o), q -> new ArrayList<>(1)).add(o);
    }
    byKey.replaceAll((key, list) -> List.copyOf(list));
    byQuestion.replaceAll((question, list) -> List.copyOf(list));
  }

  /** The observations of the version, unit and state that the product names; the rest set aside. */
  static ObservationIndex of(List<Observation> observations, Product product) {
    Map<Question, Observation> newest = new LinkedHashMap<>();
    Map<String, Map<Question, Observation>> bySource = new LinkedHashMap<>();
    Map<Question, Observation> answered = new LinkedHashMap<>();
    Map<Question, Observation> partly = new LinkedHashMap<>();
    List<Observation> others = new ArrayList<>();
    for (Observation o : observations) {
      if (Facts.whySetAside(o, product).isPresent()) {
        others.add(o);
      } else {
        Question question = Question.of(o);
        newest.merge(question, o, ObservationIndex::later);
        boolean whole = o.orUnanswered().seen();
        Observation shown = whole ? o : o.withoutCoverage();
        if (o.seen()) {
          (whole ? answered : partly).merge(question, shown, ObservationIndex::later);
        }
        bySource
            .computeIfAbsent(o.source().producer(), p -> new LinkedHashMap<>())
            .merge(question, shown, ObservationIndex::later);
      }
    }
    ObservationIndex index = new ObservationIndex(List.copyOf(newest.values()), others);
    // What answered once and is silent now can still refute.
    bySource.put(BEFORE_SILENCE, answered);
    bySource.put(WITHOUT_COVERAGE, partly);
    bySource.forEach(
        (producer, own) -> {
          own.entrySet().removeIf(e -> e.getValue().equals(newest.get(e.getKey())));
          if (!own.isEmpty()) {
            index.followed.put(producer, own);
          }
        });
    return index;
  }

  /**
   * By name, the same as each source has it whose answers of these keys were followed by another's;
   * see {@link Facts#bySource(List, Set)}.
   */
  Map<String, ObservationIndex> bySource(List<String> keys, Set<String> states) {
    return bySource.computeIfAbsent(new Needs(keys, states), n -> found(keys, states));
  }

  private Map<String, ObservationIndex> found(List<String> keys, Set<String> states) {
    Map<String, ObservationIndex> all = new LinkedHashMap<>();
    followed.forEach(
        (producer, own) -> {
          if (own.keySet().stream().anyMatch(q -> keys.contains(q.key()))) {
            all.put(producer, other(producer, () -> heardAs(own)));
          }
        });
    boolean silent =
        !states.isEmpty()
            && setAside.stream()
                .filter(o -> keys.contains(o.key()) && states.contains(o.source().state()))
                .anyMatch(o -> !o.orUnanswered().seen());
    if (silent) {
      all.put(ELSEWHERE, other(ELSEWHERE, this::answeredElsewhere));
    }
    return Collections.unmodifiableMap(all);
  }

  private ObservationIndex heardAs(Map<Question, Observation> own) {
    return new ObservationIndex(
        usable.stream().map(o -> own.getOrDefault(Question.of(o), o)).toList(), setAside);
  }

  private ObservationIndex answeredElsewhere() {
    return new ObservationIndex(
        usable,
        setAside.stream()
            .filter(Observation::seen)
            .map(o -> o.orUnanswered().seen() ? o : o.withoutCoverage())
            .toList());
  }

  /** What was seen of the same software and unit in another state. */
  ObservationIndex inState(String state, Product product) {
    return other(
        "state " + state,
        () -> {
          Map<Question, Observation> newest = new LinkedHashMap<>();
          setAside.stream()
              .filter(o -> Facts.whySetAside(o, product, Set.of(state)).isEmpty())
              .forEach(o -> newest.merge(Question.of(o), o, ObservationIndex::later));
          return new ObservationIndex(List.copyOf(newest.values()), List.of());
        });
  }

  private ObservationIndex other(String name, Supplier<ObservationIndex> work) {
    return others.computeIfAbsent(name, n -> work.get());
  }

  List<Observation> usable() {
    return usable;
  }

  List<Observation> setAside() {
    return setAside;
  }

  List<Observation> of(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  List<Observation> of(String key, String subject) {
    return byQuestion.getOrDefault(new Question(key, subject), List.of());
  }

  private static Observation later(Observation first, Observation second) {
    return Comparator.<Observation, Instant>comparing(o -> o.source().at()).compare(first, second)
            > 0
        ? first
        : second;
  }

  /** What a check reads. */
  private record Needs(List<String> keys, Set<String> states) {}

  private record Question(String key, String subject) {
    static Question of(Observation o) {
      return new Question(o.key(), o.subject());
    }
  }
}
