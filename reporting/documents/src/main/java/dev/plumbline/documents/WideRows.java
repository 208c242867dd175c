package dev.plumbline.documents;

import dev.plumbline.documents.Block.Grid;
import java.util.ArrayList;
import java.util.List;

/** Lays rows out so that a page has room for their columns. */
final class WideRows {
  /** With more, words break on a sheet of A4. */
  private static final int COLUMNS = 4;

  private WideRows() {}

  /** One table with a row each; where there are too many columns, a table of two for each row. */
  static List<Grid> grids(List<String> head, List<List<Piece>> rows) {
    if (head.size() <= COLUMNS) {
      return List.of(new Grid(head, rows.stream().map(WideRows::cells).toList()));
    }
    return rows.stream().map(r -> upright(head, r)).toList();
  }

  /** What a row is about stands in the head of its table. */
  private static Grid upright(List<String> head, List<Piece> row) {
    boolean named = row.getFirst() instanceof Piece.Declared;
    List<List<List<Piece>>> lines = new ArrayList<>();
    for (int c = named ? 1 : 0; c < head.size(); c++) {
      lines.add(cells(List.of(new Piece.Words(head.get(c)), row.get(c))));
    }
    return row.getFirst() instanceof Piece.Declared d
        ? new Grid(List.of(head.getFirst(), d.text()), lines)
        : new Grid(List.of("Item", "Statement"), lines);
  }

  private static List<List<Piece>> cells(List<Piece> row) {
    return row.stream().map(List::of).toList();
  }
}
