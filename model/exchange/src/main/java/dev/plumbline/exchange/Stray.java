package dev.plumbline.exchange;

import java.util.List;

/**
 * A text beside the tables.
 *
 * @param titles headings over it, the nearest first
 * @param title whether it is a heading or the caption of a table itself
 */
record Stray(GridCell cell, List<String> titles, boolean title) {
  Stray {
    titles = List.copyOf(titles);
  }

  /** A text under headings. */
  static Stray under(List<String> titles, GridCell cell) {
    return new Stray(cell, titles, false);
  }

  /** A heading or caption. */
  static Stray title(GridCell cell) {
    return new Stray(cell, List.of(), true);
  }
}
