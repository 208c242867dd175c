package dev.plumbline.exchange.source;

import java.util.List;

/** A block of a Markdown file, or of a text document that is read like one. */
public sealed interface MarkdownBlock {
  /**
   * A heading.
   *
   * @param text without its marks
   */
  record Heading(int level, GridCell text) implements MarkdownBlock {}

  /** A paragraph, a list, a quotation or code, as text. */
  record Prose(GridCell text) implements MarkdownBlock {}

  /** A table. */
  record Table(List<List<GridCell>> rows) implements MarkdownBlock {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** An HTML comment that takes whole lines. */
  record Note(GridCell text) implements MarkdownBlock {}
}
