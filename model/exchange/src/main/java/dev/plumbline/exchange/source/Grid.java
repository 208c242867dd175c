package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import java.util.List;
import java.util.Optional;

/**
 * A table of a file as it was read.
 *
 * @param titles what it is called, the nearest name first
 * @param rows those that are not blank, top down; cells from left to right
 * @param merges cells made one
 */
public record Grid(
    Place place, List<String> titles, List<List<GridCell>> rows, List<Merge> merges) {
  public Grid {
    titles = List.copyOf(titles);
    rows = rows.stream().map(List::copyOf).toList();
    merges = List.copyOf(merges);
  }

  /** An area of cells made one; numbers from 1, both ends included. */
  record Merge(int top, int left, int bottom, int right) {
    boolean covers(int row, int column) {
      return row >= top && row <= bottom && column >= left && column <= right;
    }
  }

  /** The cell at a column of a row; that of the area which covers it, where cells were made one. */
  public Optional<GridCell> at(List<GridCell> row, int number, int column) {
    Optional<GridCell> own = in(row, column);
    if (own.isPresent()) {
      return own;
    }
    return merges.stream()
        .filter(m -> m.bottom() > m.top() && m.left() == column && m.covers(number, column))
        .findFirst()
        .flatMap(m -> first(m.top(), m.left()));
  }

  private Optional<GridCell> first(int row, int column) {
    return rows.stream()
        .filter(r -> r.getFirst().row() == row)
        .findFirst()
        .flatMap(r -> in(r, column));
  }

  /** The cell of a row in this column. */
  public static Optional<GridCell> in(List<GridCell> row, int column) {
    return row.stream().filter(c -> c.column() == column).findFirst();
  }
}
