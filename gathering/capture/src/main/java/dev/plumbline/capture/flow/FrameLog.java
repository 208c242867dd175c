package dev.plumbline.capture.flow;

import dev.plumbline.dossier.FrameNumbers;
import java.util.Arrays;

/** Collects the numbers of frames that show something; the first of them are kept. */
public final class FrameLog {
  private long[] first = new long[2];
  private int kept;
  private boolean more;

  /**
   * Adds a frame; one that is there already stays there once.
   *
   * @param number from 1
   */
  public void add(long number) {
    int found = Arrays.binarySearch(first, 0, kept, number);
    int at = -found - 1;
    if (found >= 0) {
      return;
    }
    if (kept == FrameNumbers.MOST) {
      more = true;
      if (at == kept) {
        return;
      }
      kept--;
    }
    if (kept == first.length) {
      first = Arrays.copyOf(first, Math.min(2 * kept, FrameNumbers.MOST));
    }
    System.arraycopy(first, at, first, at + 1, kept - at);
    first[at] = number;
    kept++;
  }

  /** Adds those of another, which may have left some out. */
  public void addAll(FrameLog other) {
    for (int i = 0; i < other.kept; i++) {
      add(other.first[i]);
    }
    more |= other.more;
  }

  /** What was collected. */
  public FrameNumbers numbers() {
    return new FrameNumbers(Arrays.stream(first, 0, kept).boxed().toList(), more);
  }
}
