package dev.plumbline.firmware.find;

import java.util.Arrays;

/** A stretch of a file, each byte as one character. */
final class Window {
  private final String text;
  private final long at;
  private final int fresh;
  private final int line;
  private int[] breaks = {};
  private boolean counted;

  /**
   * @param text bytes as ISO 8859-1
   * @param at where it begins in the file
   * @param fresh where the next window begins: a find from there on is told by that one
   * @param line of the file at its beginning, from 1; 0 where the file is no text
   */
  Window(String text, long at, int fresh, int line) {
    this.text = text;
    this.at = at;
    this.fresh = fresh;
    this.line = line;
  }

  String text() {
    return text;
  }

  /** Where it begins in the file. */
  long at() {
    return at;
  }

  /** Whether a find that begins here is this window's. */
  boolean owns(int index) {
    return index < fresh;
  }

  boolean isText() {
    return line > 0;
  }

  /** The line of a place in it; 0 where the file is no text. */
  long line(int index) {
    if (line == 0) {
      return 0;
    }
    if (!counted) {
      counted = true;
      breaks = text.chars().anyMatch(c -> c == '\n') ? lineBreaks() : new int[0];
    }
    int before = Arrays.binarySearch(breaks, index);
    return (long) line + (before < 0 ? -before - 1 : before);
  }

  private int[] lineBreaks() {
    return java.util.stream.IntStream.range(0, text.length())
        .filter(i -> text.charAt(i) == '\n')
        .toArray();
  }
}
