package dev.plumbline.probes.setupwalk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers that were taken on all ways so far. What a set-up asks may depend on an answer, so
 * that each is taken once before it can be said what is never asked.
 */
final class SetUpAnswers {
  private final Map<String, SetUpQuestion> asked = new LinkedHashMap<>();
  private final Map<String, Set<String>> taken = new LinkedHashMap<>();

  /** The answer to take now: one that was not taken yet, what is chosen already first. */
  Optional<String> next(SetUpQuestion question) {
    asked.put(question.name(), question);
    Set<String> before = taken.getOrDefault(question.name(), Set.of());
    Optional<String> easiest = question.easiest();
    return easiest
        .filter(e -> !before.contains(e))
        .or(() -> question.options().stream().filter(o -> !before.contains(o)).findFirst())
        .or(() -> easiest);
  }

  void took(SetUpQuestion question, String option) {
    taken.computeIfAbsent(question.name(), n -> new HashSet<>()).add(option);
  }

  /** Whether another way would take an answer that none took. */
  boolean hasMore() {
    return asked.values().stream().anyMatch(this::hasMore);
  }

  private boolean hasMore(SetUpQuestion question) {
    return question.options().stream()
        .anyMatch(o -> !taken.getOrDefault(question.name(), Set.of()).contains(o));
  }

  /** Why it is not known what all answers lead to; empty where each was taken. */
  Optional<String> gap() {
    return asked.values().stream()
        .filter(q -> q.options().isEmpty() || hasMore(q))
        .findFirst()
        .map(
            q ->
                q.options().isEmpty()
                    ? "the other answers to '" + q.name() + "' are not known"
                    : "not every answer to '" + q.name() + "' was taken");
  }
}
