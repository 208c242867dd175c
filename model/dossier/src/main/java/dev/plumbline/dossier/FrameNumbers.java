package dev.plumbline.dossier;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The frames of a network capture that show something.
 *
 * @param first numbers of the first of them, ascending, at most {@value #MOST}; the first frame of
 *     a capture has number 1, as in other programs that read captures
 * @param more whether there are others behind these
 */
public record FrameNumbers(List<Long> first, boolean more) {
  /** Most numbers that are kept. */
  public static final int MOST = 50;

  /** No frames: what shows the fact is not a capture, or all of it. */
  public static final FrameNumbers NONE = new FrameNumbers(List.of(), false);

  private static final int NAMED = 8;

  public FrameNumbers {
    first = List.copyOf(first);
    if (first.size() > MOST || (more && first.isEmpty())) {
      throw new IllegalArgumentException("not so many frames: " + first.size());
    }
    long before = 0;
    for (long number : first) {
      if (number <= before) {
        throw new IllegalArgumentException("not in the order of frames: " + number);
      }
      before = number;
    }
  }

  /** Whether no frame is named. */
  public boolean isEmpty() {
    return first.isEmpty();
  }

  /** Such as {@code frame 4} or {@code frames 4, 7 and more}; empty without frames. */
  @Override
  public String toString() {
    if (isEmpty()) {
      return "";
    }
    String named =
        first.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    String rest = more || first.size() > NAMED ? " and more" : "";
    return (first.size() == 1 && !more ? "frame " : "frames ") + named + rest;
  }
}
