package dev.plumbline.workbench.page;

import dev.plumbline.dossier.FrameNumbers;
import dev.plumbline.workbench.web.Refusal;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The frames of a capture that a page shows.
 *
 * @param numbers ascending
 * @param named whether an observation names them, so that one that is missing is told; else they
 *     are a part of the capture in the order of the file
 */
record FrameSelection(List<Long> numbers, boolean named) {
  private static final int PART = 20;

  /**
   * As an address names it: single numbers {@code 4,7,9}, a part {@code 21-40}, or nothing for the
   * beginning.
   *
   * @throws Refusal 422 if it is neither
   */
  static FrameSelection of(String text) {
    if (text.isEmpty()) {
      return part(1);
    }
    if (text.matches("\\d{1,15}-\\d{1,15}")) {
      return part(Long.parseLong(text.substring(0, text.indexOf('-'))));
    }
    if (text.length() > FrameNumbers.MOST * 16 || !text.matches("\\d{1,15}(,\\d{1,15})*")) {
      throw new Refusal(
          422, "'frames' is not a list of frame numbers.", "Open the evidence by a link.");
    }
    List<Long> numbers =
        Stream.of(text.split(",", -1))
            .map(Long::valueOf)
            .filter(n -> n > 0)
            .distinct()
            .sorted()
            .limit(FrameNumbers.MOST)
            .toList();
    return numbers.isEmpty() ? part(1) : new FrameSelection(numbers, true);
  }

  private static FrameSelection part(long from) {
    long first = Math.max(1, from);
    return new FrameSelection(LongStream.range(first, first + PART).boxed().toList(), false);
  }

  /** The part before; empty at the beginning, and where single frames are shown. */
  String earlier() {
    long first = numbers.getFirst();
    return named || first == 1 ? "" : range(Math.max(1, first - PART));
  }

  /** The part behind; empty where single frames are shown. */
  String later() {
    return named ? "" : range(numbers.getLast() + 1);
  }

  private static String range(long from) {
    return from + "-" + (from + PART - 1);
  }
}
