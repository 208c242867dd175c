package dev.plumbline.exchange.aside;

/**
 * A text that stands in no cell and no paragraph.
 *
 * @param kind as people call it, such as {@code comment} or {@code text box}
 * @param at the cell or number that its file gives it, such as {@code C12}; empty for none
 * @param text as it stands there, not trimmed
 */
public record Aside(String kind, String at, String text) {
  /** Where it is, as in {@code comment at C12}. */
  public String where() {
    return at.isEmpty() ? kind : kind + " at " + at;
  }
}
