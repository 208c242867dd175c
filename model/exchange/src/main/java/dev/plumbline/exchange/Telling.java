package dev.plumbline.exchange;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Shape;

/** What a reader tells about the cells that it did not take, or took with a doubt. */
final class Telling {
  private static final int MOST_UNREAD = 2_000;

  private final Problems problems;
  private final Guide guide;
  private int unread;

  Telling(Problems problems, Guide guide) {
    this.problems = problems;
    this.guide = guide;
  }

  /** A cell among headings that is not taken; the name of a table or a column is no loss there. */
  void beside(GridCell cell, String why) {
    if (!guide.isName(cell.text())) {
      unread(cell, why);
    }
  }

  /** A cell that is not taken. */
  void unread(GridCell cell, String why) {
    if (guide.explains(cell.text())) {
      return;
    }
    unread++;
    if (unread == MOST_UNREAD) {
      problems.error(
          "PLB-9522",
          cell.place(),
          "More than " + MOST_UNREAD + " cells are not read; those behind are not told one by one.",
          "Take what is no ICS and no IXIT out of the file.");
    } else if (unread < MOST_UNREAD) {
      problems.warning(
          "PLB-9520",
          cell.place(),
          named(cell) + " is not read: " + why,
          "Put it where it belongs, or leave it out.");
    }
  }

  /** An answer that cannot be taken as it stands. */
  void refused(GridCell cell, String why, String remedy) {
    problems.error("PLB-9521", cell.place(), named(cell) + " is not read: " + why, remedy);
  }

  /** What is taken with a doubt. */
  void guessed(GridCell cell, String what) {
    problems.warning(
        "PLB-9530",
        cell.place(),
        named(cell) + ": " + what,
        "Look whether that is what is meant; else mend it in the dossier.");
  }

  /** What the catalogue says, and the file says otherwise. */
  void ours(GridCell cell, String expected) {
    if (!Vocabulary.fold(cell.text()).equals(Vocabulary.fold(expected))) {
      problems.hint(
          "PLB-9531",
          cell.place(),
          named(cell) + " is not read: the catalogue says this, and says '" + expected + "'.",
          "Nothing is to be done, unless the file is of another edition.");
    }
  }

  private static String named(GridCell cell) {
    String where = cell.where();
    return where.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + where.substring(1)
        + " ('"
        + Shape.shown(cell.text())
        + "')";
  }
}
