package dev.plumbline.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {
  private static final int LONGEST = 60;

  private NearestName() {}

  /**
   * The known name with the fewest typing errors from the given one.
   *
   * @return empty when nothing is near: more than a third of the letters would have to change
   */
  public static Optional<String> among(Collection<String> known, String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    int most = Math.max(1, written.length() / 3);
    return known.stream()
        .filter(k -> k.length() <= LONGEST && distance(k, written) <= most)
        .min(
            Comparator.<String>comparingInt(k -> distance(k, written))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Letters to insert, delete, replace or swap; case does not count. */
  private static int distance(String left, String right) {
    String l = left.toLowerCase(Locale.ROOT);
    String r = right.toLowerCase(Locale.ROOT);
    int[] before = new int[r.length() + 1];
    int[] previous = new int[r.length() + 1];
    for (int j = 0; j <= r.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= l.length(); i++) {
      int[] current = new int[r.length() + 1];
      current[0] = i;
      for (int j = 1; j <= r.length(); j++) {
        int replace = previous[j - 1] + (l.charAt(i - 1) == r.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && l.charAt(i - 1) == r.charAt(j - 2)
                && l.charAt(i - 2) == r.charAt(j - 1);
        if (swapped) {
          current[j] = Math.min(current[j], before[j - 2] + 1);
        }
      }
      before = previous;
      previous = current;
    }
    return previous[r.length()];
  }
}
