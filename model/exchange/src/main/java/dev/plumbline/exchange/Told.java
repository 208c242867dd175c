package dev.plumbline.exchange;

import dev.plumbline.core.Place;

/**
 * A cell or a text of a file that did not simply become a value of the dossier.
 *
 * @param table id of the table that it belongs to; empty when it is in none
 * @param text all of it
 * @param why in a sentence without a full stop
 */
public record Told(Kind kind, String table, Place place, String where, String text, String why) {
  /** What became of it. */
  public enum Kind {
    /** An answer that could not be taken, and that nobody finds in the dossier. */
    LOST,
    /** Not taken, and no answer. */
    LEFT,
    /** Taken with a doubt. */
    DOUBT,
    /** Taken as a value, and as a remark beside it. */
    KEPT,
    /** Kept as a remark of its table. */
    BESIDE,
    /** Words of the standard, which the catalogue has in its own. */
    STANDARD
  }

  /** Whether its words are not in the dossier. */
  public boolean isLeft() {
    return kind == Kind.LOST || kind == Kind.LEFT || kind == Kind.STANDARD;
  }
}
