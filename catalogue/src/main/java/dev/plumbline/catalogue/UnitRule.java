package dev.plumbline.catalogue;

import dev.plumbline.core.Place;
import dev.plumbline.core.UnitId;
import java.util.Optional;

/**
 * A CEL rule over declared data that decides a conceptual unit, or a part of it.
 *
 * <p>Variables: {@code row} (the entry; columns and typed fields by key), {@code tables} (all
 * tables by their field name, see the rules how-to), {@code product}, {@code ics}.
 *
 * @param select CEL, boolean: which entries the unit is about; absent for all
 * @param known CEL, boolean: whether the declaration says enough to decide; false gives
 *     Undetermined, never a verdict
 * @param holds CEL, boolean: the proposition
 * @param whole true when the rule decides the unit; false when it can only refute it, so that a
 *     person decides what it does not refute
 * @param because what {@code holds} says, as a sentence for reports
 * @param otherwise what is wrong when it does not hold
 * @param remedy what to do then
 */
public record UnitRule(
    UnitId unit,
    Optional<String> select,
    Optional<String> known,
    Optional<String> holds,
    boolean whole,
    String because,
    String otherwise,
    String remedy,
    Place place) {}
