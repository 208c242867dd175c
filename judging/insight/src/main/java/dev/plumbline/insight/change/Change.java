package dev.plumbline.insight.change;

import java.util.Locale;

/**
 * One difference between two states of a dossier.
 *
 * @param where what it is about: a provision, {@code TABLE/ENTRY}, a condition, a product fact, a
 *     run, an item
 * @param field which part of that, such as {@code support} or the key of a column; empty when all
 *     of it came or went
 * @param title its name for people, such as the title of the provision or the name of the column
 * @param before what was there; empty when nothing was
 * @param after what is there now; empty when nothing is
 */
public record Change(
    Part part, Kind kind, String where, String field, String title, String before, String after) {

  /** Which part of a dossier. */
  public enum Part {
    PRODUCT,
    /** What may be tested, and with what: no part of the declaration. */
    TESTING,
    CONDITION,
    FEATURE,
    ANSWER,
    TABLE,
    ROW,
    CELL,
    EVIDENCE,
    RUN,
    DECISION;

    /** As formats write it: {@code cell}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of it. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED;

    /** As formats write it: {@code added}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String before, String after) {
      return before.isEmpty() ? ADDED : after.isEmpty() ? REMOVED : CHANGED;
    }
  }

  /** A value that came, went, or is another now. */
  static Change of(
      Part part, String where, String field, String title, String before, String after) {
    return new Change(part, Kind.of(before, after), where, field, title, before, after);
  }

  /** In a few words, as the reason of something else: {@code 1-AuthMech/AuthMech-1 description}. */
  public String brief() {
    String name = field.isEmpty() ? where : where + " " + field;
    return name + " " + kind.word();
  }
}
