package dev.plumbline.benchmarks;

/**
 * A line of the table.
 *
 * @param work what was done
 * @param against the other program and its time; a dash where there is none
 * @param reach what is to be reached; a dash where the number is only told
 * @param ratio median of the ratios of pairs measured one after the other; a dash without another
 *     program
 */
record Row(
    String work, String against, String reach, String measured, String ratio, Standing standing) {
  static final String NONE = "–";

  /** Whether the reach was met. */
  enum Standing {
    MET("met"),
    MISSED("missed"),
    TOLD("told");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    static Standing of(boolean met) {
      return met ? MET : MISSED;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  String markdown() {
    return "| " + String.join(" | ", work, against, reach, measured, ratio, "" + standing) + " |";
  }
}
