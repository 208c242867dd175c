package dev.plumbline.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers every problem of an input, so that its author sees all of them at once. Used by one
 * thread, while reading one input.
 */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(Problem problem) {
    found.add(problem);
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
    return found.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  /** All problems by file, line and column. */
  public List<Problem> sorted() {
    return found.stream().sorted().toList();
  }
}
