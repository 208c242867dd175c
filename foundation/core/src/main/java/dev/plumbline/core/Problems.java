package dev.plumbline.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the problems of an input, so that its author sees all of them at once: of each file as
 * many as a person can bear. Used by one thread, while reading one input.
 */
public final class Problems {
  /** Most problems that are kept of one file; more are counted. */
  public static final int MOST_OF_A_FILE = 1_000;

  private final List<Problem> found = new ArrayList<>();
  private final Map<String, Integer> ofFiles = new HashMap<>();
  private final Map<String, Severity> unkept = new HashMap<>();

  public void add(Problem problem) {
    String file = problem.place().file();
    if (ofFiles.merge(file, 1, Integer::sum) <= MOST_OF_A_FILE) {
      found.add(problem);
    } else {
      unkept.merge(file, problem.severity(), Problems::worse);
    }
  }

  private static Severity worse(Severity a, Severity b) {
    return a == Severity.ERROR || b == Severity.HINT ? a : b;
  }

  /** Whether further problems of that file are only counted, so that no remedy need be sought. */
  public boolean isFull(Place place) {
    return ofFiles.getOrDefault(place.file(), 0) >= MOST_OF_A_FILE;
  }

  public void error(String id, Place place, String what, String remedy) {
    add(new Problem(id, Severity.ERROR, place, what, remedy));
  }

  public void warning(String id, Place place, String what, String remedy) {
    add(new Problem(id, Severity.WARNING, place, what, remedy));
  }

  public void hint(String id, Place place, String what, String remedy) {
    add(new Problem(id, Severity.HINT, place, what, remedy));
  }

  public boolean hasErrors() {
    return unkept.containsValue(Severity.ERROR)
        || found.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  /** All problems by file, line and column. */
  public List<Problem> sorted() {
    List<Problem> all = new ArrayList<>(found);
    unkept.forEach(
        (file, worst) ->
            all.add(
                new Problem(
                    "PLB-1007",
                    worst,
                    Place.of(file),
                    "The file has "
                        + (ofFiles.getOrDefault(file, 0) - MOST_OF_A_FILE)
                        + " more problems than the "
                        + MOST_OF_A_FILE
                        + " that are shown.",
                    "Mend those that are shown; then check again.")));
    return all.stream().sorted().toList();
  }
}
