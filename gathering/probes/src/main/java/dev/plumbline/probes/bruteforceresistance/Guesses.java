package dev.plumbline.probes.bruteforceresistance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The answer times of wrong logins in a row, and whether they grew. */
final class Guesses {
  private static final int FEWEST = 4;
  private static final long NOTABLE_MS = 500;
  private static final long SLOWER_MS = 150;
  private static final long FACTOR = 3;

  private final List<Long> delaysMs = new ArrayList<>();

  void add(Duration took) {
    delaysMs.add(Math.max(0, took.toMillis()));
  }

  List<Long> delaysMs() {
    return List.copyOf(delaysMs);
  }

  /**
   * Whether the device answers more and more slowly: the last quarter of the answers takes at least
   * three times as long as the first, and half a second more. One slow answer is chance.
   */
  boolean slowed() {
    if (delaysMs.size() < FEWEST) {
      return false;
    }
    int quarter = Math.max(2, delaysMs.size() / 4);
    long first = median(delaysMs.subList(0, quarter));
    long last = median(delaysMs.subList(delaysMs.size() - quarter, delaysMs.size()));
    return last >= first * FACTOR && last - first >= NOTABLE_MS;
  }

  long fastest() {
    return delaysMs.isEmpty() ? 0 : Collections.min(delaysMs);
  }

  /** The usual time of the latest answers. */
  long latest() {
    int quarter = Math.min(delaysMs.size(), Math.max(2, delaysMs.size() / 4));
    return delaysMs.isEmpty()
        ? 0
        : median(delaysMs.subList(delaysMs.size() - quarter, delaysMs.size()));
  }

  /** Answers before the first one from which all are notably slower than the fastest of all. */
  int evenAnswers() {
    if (delaysMs.isEmpty()) {
      return 0;
    }
    long fastest = Collections.min(delaysMs);
    int even = delaysMs.size();
    while (even > 1 && delaysMs.get(even - 1) >= fastest + SLOWER_MS) {
      even--;
    }
    return even;
  }

  private static long median(List<Long> values) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    // The lower one of two: a single outlier must not make a slow-down.
    return sorted.get((sorted.size() - 1) / 2);
  }
}
