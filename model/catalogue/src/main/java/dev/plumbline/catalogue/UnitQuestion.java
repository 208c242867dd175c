package dev.plumbline.catalogue;

import dev.plumbline.core.Place;
import dev.plumbline.core.UnitId;
import java.util.Optional;
import java.util.Set;

/**
 * Of a unit that a machine decides: which check does, and whether its question is closed or open.
 *
 * @param check id of the check, such as {@code open-ports-are-declared}; empty where a rule decides
 * @param asks what the unit asks of the check that the same check is not asked in every edition, in
 *     the words of the check
 * @param because why, as a sentence
 */
public record UnitQuestion(
    UnitId unit,
    Optional<String> check,
    Set<String> asks,
    QuestionKind kind,
    String because,
    Place place) {
  public UnitQuestion {
    asks = Set.copyOf(asks);
  }
}
