package dev.plumbline.catalogue;

import dev.plumbline.core.Place;
import dev.plumbline.core.UnitId;
import java.util.Locale;
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
 * @param reach how much of the unit the rule settles
 * @param because what {@code holds} says, as a sentence for reports
 * @param otherwise what is wrong when it does not hold
 * @param remedy what to do then
 */
public record UnitRule(
    UnitId unit,
    Optional<String> select,
    Optional<String> known,
    Optional<String> holds,
    Reach reach,
    String because,
    String otherwise,
    String remedy,
    Place place) {

  /** How much of its unit a rule settles. A rule of any reach refutes. */
  public enum Reach {
    /** It passes: the unit asks for no more than a statement in a closed form. */
    WHOLE,
    /** It asks the whole question, and what it reads is prose: it proposes, a person passes. */
    PROPOSES,
    /** It asks a part of the question; a person decides the rest. */
    PART;

    /** The reach that is written so; a part where nothing is written. */
    static Reach of(String word) {
      return switch (word) {
        case "", "part" -> PART;
        case "proposes" -> PROPOSES;
        case "whole" -> WHOLE;
        default ->
            throw new IllegalArgumentException(
                "decides: whole, proposes or part, not " + word.toLowerCase(Locale.ROOT));
      };
    }
  }

  public UnitRule(
      UnitId unit,
      Optional<String> select,
      Optional<String> known,
      Optional<String> holds,
      boolean whole,
      String because,
      String otherwise,
      String remedy,
      Place place) {
    this(
        unit,
        select,
        known,
        holds,
        whole ? Reach.WHOLE : Reach.PART,
        because,
        otherwise,
        remedy,
        place);
  }

  /** Whether the rule asks the whole question of its unit, so that nothing else has to. */
  public boolean whole() {
    return reach != Reach.PART;
  }

  /** Whether a PASS is for a person, as the rule reads prose. */
  public boolean proposes() {
    return reach == Reach.PROPOSES;
  }
}
