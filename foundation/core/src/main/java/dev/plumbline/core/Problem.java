package dev.plumbline.core;

import java.util.Comparator;

/**
 * One thing wrong with an input, told so that its author can mend it without help.
 *
 * @param id permanent id, such as {@code PLB-1003}; documented in docs/problems.md
 * @param severity how much it weighs
 * @param place where
 * @param what what is wrong
 * @param remedy what to write instead
 */
public record Problem(String id, Severity severity, Place place, String what, String remedy)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place).thenComparing(Problem::id).thenComparing(Problem::what);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return place + ": " + severity + " " + id + ": " + what + " " + remedy;
  }
}
