package dev.plumbline.exchange.original;

import java.util.Optional;

/**
 * A line of text as it stands on a page.
 *
 * @param page from 1
 * @param x distance of its first letter from the left edge, in points
 * @param y distance of its base line from the upper edge, in points
 * @param size of its first letter, in points
 */
record PdfLine(int page, float x, float y, float size, String text) {
  private static final int FIELDS = 5;

  /** As one line of the file that the reading process writes. */
  String encoded() {
    return page + "\t" + x + "\t" + y + "\t" + size + "\t" + text;
  }

  /** Reads {@link #encoded()}; empty where it is none. */
  static Optional<PdfLine> of(String encoded) {
    String[] fields = encoded.split("\t", FIELDS);
    if (fields.length < FIELDS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PdfLine(
              Integer.parseInt(fields[0]),
              Float.parseFloat(fields[1]),
              Float.parseFloat(fields[2]),
              Float.parseFloat(fields[3]),
              fields[4]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  PdfLine with(String other) {
    return new PdfLine(page, x, y, size, other);
  }
}
