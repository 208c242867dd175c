package dev.plumbline.yaml;

/**
 * A stretch of a source text, for edits.
 *
 * @param start offset of the first character, in UTF-16 units
 * @param end offset behind the last character
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }
}
