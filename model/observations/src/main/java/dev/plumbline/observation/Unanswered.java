package dev.plumbline.observation;

import java.util.Map;

/**
 * A question that stayed without an answer, with what is known of the asking all the same. Made by
 * the record of the kind.
 *
 * @param coverage fields of the kind's coverage, by stored name
 */
public record Unanswered(Class<? extends Fact> kind, Map<String, Object> coverage) {
  /** Nothing is known of the asking. */
  public static Unanswered of(Class<? extends Fact> kind) {
    return new Unanswered(kind, Map.of());
  }

  public Unanswered {
    coverage = Map.copyOf(coverage);
  }
}
