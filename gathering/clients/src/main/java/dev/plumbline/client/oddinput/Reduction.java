package dev.plumbline.client.oddinput;

/** Shortens an input as long as it does the same (delta debugging, bounded). */
public final class Reduction {
  private final int mostTrials;
  private int trials;

  public Reduction(int mostTrials) {
    this.mostTrials = mostTrials;
  }

  /** Whether an input, one character a byte, still does it. */
  @FunctionalInterface
  public interface Test {
    boolean does(String input) throws InterruptedException;
  }

  /** The shortest that was found within the trials. */
  public String reduce(String input, Test test) throws InterruptedException {
    String least = input;
    int parts = 2;
    while (parts <= least.length() && trials < mostTrials) {
      int before = least.length();
      least = withoutOnePart(least, parts, test);
      parts = least.length() < before ? Math.max(2, parts - 1) : parts * 2;
    }
    return least;
  }

  private String withoutOnePart(String input, int parts, Test test) throws InterruptedException {
    for (int i = 0; i < parts && trials < mostTrials; i++) {
      int from = (int) ((long) input.length() * i / parts);
      int to = (int) ((long) input.length() * (i + 1) / parts);
      String shorter = input.substring(0, from) + input.substring(to);
      trials++;
      if (test.does(shorter)) {
        return shorter;
      }
    }
    return input;
  }
}
