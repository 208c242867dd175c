package dev.plumbline.catalogue;

import dev.plumbline.core.Place;
import dev.plumbline.core.UnitId;
import java.util.Optional;

/**
 * Of a unit that a machine decides: which check does, and whether its question is closed or open.
 *
 * @param check id of the check, such as {@code open-ports-are-declared}; empty where a rule decides
 * @param because why, as a sentence
 */
public record UnitQuestion(
    UnitId unit, Optional<String> check, QuestionKind kind, String because, Place place) {}
