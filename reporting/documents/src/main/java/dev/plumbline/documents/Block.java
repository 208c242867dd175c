package dev.plumbline.documents;

import java.util.List;

/** A part of a document. */
public sealed interface Block {
  /** A heading below the title. */
  record Heading(String text) implements Block {}

  /** A paragraph. */
  record Paragraph(List<Piece> pieces) implements Block {
    public Paragraph {
      pieces = List.copyOf(pieces);
    }
  }

  /** A line of a list of points. */
  record Point(List<Piece> pieces) implements Block {
    public Point {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A table.
   *
   * @param rows cells in the order of the head
   */
  record Grid(List<String> head, List<List<List<Piece>>> rows) implements Block {
    public Grid {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }

  /** Lines to be copied as they are. */
  record Verbatim(List<String> lines) implements Block {
    public Verbatim {
      lines = List.copyOf(lines);
    }
  }
}
