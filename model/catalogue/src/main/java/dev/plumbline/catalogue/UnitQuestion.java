package dev.plumbline.catalogue;

import dev.plumbline.core.Place;
import dev.plumbline.core.UnitId;

/**
 * Whether the question of a unit that a machine decides is closed or open.
 *
 * @param because why, as a sentence
 */
public record UnitQuestion(UnitId unit, QuestionKind kind, String because, Place place) {}
