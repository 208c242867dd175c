package dev.plumbline.workbench.overview;

import java.util.List;

/**
 * Parts of one kind.
 *
 * @param more parts that are not drawn and not listed
 */
public record PartGroup(String title, Side side, List<ProductPart> parts, int more) {
  public PartGroup {
    parts = List.copyOf(parts);
  }

  /** Where it is drawn. */
  public enum Side {
    /** What people touch. */
    LEFT(0),
    /** What is inside. */
    MIDDLE(1),
    /** With whom it talks. */
    RIGHT(2);

    private final int column;

    Side(int column) {
      this.column = column;
    }

    /** Its column, from the left. */
    int column() {
      return column;
    }
  }
}
