package dev.plumbline.exchange;

import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Recogniser;
import dev.plumbline.exchange.source.Grid;
import dev.plumbline.exchange.source.GridCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sheets in which labels and values stand in one column: each value above or below its label. */
final class Stacked {
  private static final int FEWEST_LABELS = 2;

  private Stacked() {}

  /** The same as a table with the label beside its value; empty when the grid is another one. */
  static Optional<Grid> unfolded(Grid grid, Layout layout, Recogniser recogniser) {
    List<List<GridCell>> rows = grid.rows();
    if (rows.size() < 2 * FEWEST_LABELS || rows.stream().anyMatch(r -> r.size() != 1)) {
      return Optional.empty();
    }
    List<Boolean> labels =
        rows.stream()
            .map(r -> recogniser.column(layout, r.getFirst().text()))
            .map(f -> f.filter(c -> !c.guess()).isPresent())
            .toList();
    long known = labels.stream().filter(l -> l).count();
    boolean alternating = known >= FEWEST_LABELS && 2 * known >= rows.size() - 1;
    if (!alternating || labels.getFirst().equals(labels.getLast())) {
      return Optional.empty();
    }
    return Optional.of(new Grid(grid.place(), grid.titles(), pairs(rows, labels), grid.merges()));
  }

  private static List<List<GridCell>> pairs(List<List<GridCell>> rows, List<Boolean> labels) {
    int step = labels.getFirst() ? 1 : -1;
    List<List<GridCell>> pairs = new ArrayList<>();
    boolean[] used = new boolean[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      int value = i + step;
      boolean paired =
          labels.get(i) && value >= 0 && value < rows.size() && !labels.get(value) && !used[value];
      if (paired) {
        used[value] = true;
        used[i] = true;
        GridCell label = rows.get(i).getFirst();
        pairs.add(List.of(at(label, label, 1), at(label, rows.get(value).getFirst(), 2)));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!used[i]) {
        pairs.add(rows.get(i));
      }
    }
    return pairs;
  }

  private static GridCell at(GridCell row, GridCell cell, int column) {
    return new GridCell(row.row(), column, cell.text(), cell.place(), cell.where());
  }
}
