package dev.plumbline.probes.inputvalidation;

/** Shortens an input as long as it does the same (delta debugging, bounded). */
final class Reduction {
  private final int mostTrials;
  private int trials;

  Reduction(int mostTrials) {
    this.mostTrials = mostTrials;
  }

  /** Whether an input still does it. */
  @FunctionalInterface
  interface Test {
    boolean does(OddInput input) throws InterruptedException;
  }

  OddInput reduce(OddInput input, Test test) throws InterruptedException {
    OddInput least = input;
    int parts = 2;
    while (parts <= least.piece().length() && trials < mostTrials) {
      int before = least.piece().length();
      least = withoutOnePart(least, parts, test);
      parts = least.piece().length() < before ? Math.max(2, parts - 1) : parts * 2;
    }
    return least;
  }

  private OddInput withoutOnePart(OddInput input, int parts, Test test)
      throws InterruptedException {
    String piece = input.piece();
    for (int i = 0; i < parts && trials < mostTrials; i++) {
      int from = (int) ((long) piece.length() * i / parts);
      int to = (int) ((long) piece.length() * (i + 1) / parts);
      OddInput shorter = input.with(piece.substring(0, from) + piece.substring(to));
      trials++;
      if (test.does(shorter)) {
        return shorter;
      }
    }
    return input;
  }
}
