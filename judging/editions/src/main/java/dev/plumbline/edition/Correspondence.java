package dev.plumbline.edition;

import java.util.Locale;

/**
 * What became of one thing.
 *
 * @param from its name before; empty when it is new
 * @param to its name after, or names; empty when it is gone
 * @param note what there is to know; may be empty
 */
public record Correspondence(Thing thing, Fate fate, String from, String to, String note) {

  /** What is accounted for. */
  public enum Thing {
    PROVISION,
    CONDITION,
    FEATURE,
    TABLE,
    COLUMN,
    ROW,
    UNIT;

    /** As formats write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of it. */
  public enum Fate {
    SAME,
    RENAMED,
    CHANGED,
    SPLIT,
    MERGED,
    MOVED,
    NEW,
    GONE;

    /** As formats write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
