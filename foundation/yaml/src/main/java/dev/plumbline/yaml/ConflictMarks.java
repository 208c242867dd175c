package dev.plumbline.yaml;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Marks that git leaves in a file where both branches changed the same lines. */
public final class ConflictMarks {
  private static final String BEGIN = "<<<<<<< ";
  private static final String END = ">>>>>>> ";

  private ConflictMarks() {}

  /** Whether a line is the first mark. */
  public static boolean begins(byte[] line) {
    return line.length > BEGIN.length()
        && new String(line, 0, BEGIN.length(), StandardCharsets.ISO_8859_1).equals(BEGIN);
  }

  /** The line of the first mark, from 1; empty where the text has none, or none that ends it. */
  public static Optional<Integer> line(String text) {
    int begin = text.startsWith(BEGIN) ? 0 : text.indexOf("\n" + BEGIN) + 1;
    boolean marked = text.startsWith(BEGIN, begin) && text.indexOf("\n" + END, begin) > 0;
    return marked
        ? Optional.of((int) text.substring(0, begin).chars().filter(c -> c == '\n').count() + 1)
        : Optional.empty();
  }

  /** Tells of marks: nothing of such a file counts. */
  public static void tell(Place place, Problems problems) {
    problems.error(
        "PLB-1018",
        place,
        "This file has git conflict marks.",
        "Run 'plumbline merge DIR' to join the work of both; it shows what is left to choose.");
  }
}
