package dev.plumbline.exchange;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Recogniser;
import dev.plumbline.exchange.layout.Recogniser.Found;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.exchange.source.Grid;
import dev.plumbline.exchange.source.GridCell;
import dev.plumbline.exchange.write.XlsxSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a table apart whose columns stand side by side, wherever in the sheet it stands. */
final class TableRows {
  private static final int DEEPEST_HEADING = 40;
  private static final BoundedPattern LABEL = BoundedPattern.compile("^\\s*\\(\\w{1,2}\\)");

  private final Layout layout;
  private final Recogniser recogniser;
  private final Telling telling;
  private final GuidanceRows guidance;

  TableRows(Layout layout, Recogniser recogniser, Telling telling) {
    this.layout = layout;
    this.recogniser = recogniser;
    this.telling = telling;
    this.guidance = new GuidanceRows();
  }

  /**
   * Where the headings stand.
   *
   * @param index of the row in the grid
   * @param columns by their number in the sheet
   */
  record Header(int index, Map<Integer, Column> columns) {}

  /** The row of headings; empty when none looks like one. */
  Optional<Header> header(Grid grid) {
    Map<Integer, Column> keys = keys(grid);
    Header best = new Header(-1, Map.of());
    int most = 0;
    for (int i = 0; i < Math.min(grid.rows().size(), DEEPEST_HEADING); i++) {
      List<GridCell> row = grid.rows().get(i);
      if (!keys.isEmpty() && row.getFirst().row() <= XlsxSheet.KEY_ROW + 1) {
        continue;
      }
      Map<Integer, Column> columns = named(grid, i, columns(row));
      boolean named =
          layout.idColumn().isEmpty() || columns.values().stream().anyMatch(Column::isId);
      int known = columns.size();
      boolean enough = known >= 2 || (known == row.size() && known == layout.columns().size());
      if (named && enough && known > most) {
        best = new Header(i, keys.isEmpty() ? columns : keys);
        most = known;
      }
    }
    return best.index() < 0 ? Optional.empty() : Optional.of(best);
  }

  /**
   * The ICS by its content: the numbers of provisions stand in the column that has the most of
   * them, whatever stands over it. The same for labels of conditions and features in parentheses.
   */
  private Map<Integer, Column> named(Grid grid, int header, Map<Integer, Column> columns) {
    Optional<Column> id = layout.idColumn();
    boolean statements =
        layout.kind() == TableKind.CONDITIONS || layout.kind() == TableKind.FEATURES;
    if (id.isEmpty() || columns.isEmpty() || (layout.kind() != TableKind.ICS && !statements)) {
      return columns;
    }
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    grid.rows().subList(header + 1, grid.rows().size()).stream()
        .flatMap(List::stream)
        .filter(c -> statements ? LABEL.matcher(c.text()).find() : recogniser.isProvision(c.text()))
        .forEach(c -> numbers.merge(c.column(), 1, Integer::sum));
    int called =
        columns.entrySet().stream()
            .filter(c -> c.getValue().isId())
            .mapToInt(c -> numbers.getOrDefault(c.getKey(), 0))
            .sum();
    Optional<Integer> most =
        numbers.entrySet().stream()
            .filter(n -> n.getValue() > called)
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey);
    if (most.isEmpty()) {
      return columns;
    }
    Map<Integer, Column> better = new LinkedHashMap<>(columns);
    better.values().removeIf(Column::isId);
    better.put(most.get(), id.get());
    return better;
  }

  /** The hidden keys of an export of ours. */
  private Map<Integer, Column> keys(Grid grid) {
    Map<Integer, Column> keys = new LinkedHashMap<>();
    boolean stamped =
        grid.rows().size() > 1
            && grid.rows().getFirst().getFirst().text().startsWith(XlsxSheet.TABLE);
    if (stamped && grid.rows().get(1).getFirst().row() == XlsxSheet.KEY_ROW + 1) {
      grid.rows()
          .get(1)
          .forEach(c -> layout.column(c.text()).ifPresent(k -> keys.put(c.column(), k)));
    }
    return keys;
  }

  private Map<Integer, Column> columns(List<GridCell> row) {
    Map<Integer, Column> columns = new LinkedHashMap<>();
    for (boolean guess : new boolean[] {false, true}) {
      for (GridCell cell : row) {
        Optional<Found> found = recogniser.column(layout, cell.text());
        if (found.isPresent()
            && found.get().guess() == guess
            && !columns.containsValue(found.get().column())) {
          columns.putIfAbsent(cell.column(), found.get().column());
        }
      }
    }
    return columns;
  }

  /** The rows below the headings; everything else is told. */
  List<RawRow> rows(Grid grid, Header header) {
    boolean stamped = !keys(grid).isEmpty();
    headings(grid, header, stamped);
    List<RawRow> rows = new ArrayList<>();
    for (List<GridCell> row : grid.rows().subList(header.index() + 1, grid.rows().size())) {
      if (repeatsHeadings(row, header)) {
        row.stream()
            .filter(c -> recogniser.column(layout, c.text()).map(Found::guess).orElse(true))
            .forEach(c -> telling.guessed(c, "this is taken as a heading that is repeated"));
        continue;
      }
      if (!stamped && guidance.explains(row, header, rows.isEmpty())) {
        row.forEach(telling::standard);
        continue;
      }
      Map<Column, GridCell> cells = new LinkedHashMap<>();
      Optional<GridCell> id = Optional.empty();
      for (Map.Entry<Integer, Column> c : header.columns().entrySet()) {
        Optional<GridCell> cell = grid.at(row, row.getFirst().row(), c.getKey());
        if (c.getValue().isId()) {
          id = cell;
        } else {
          cell.ifPresent(g -> cells.put(c.getValue(), g));
        }
      }
      Optional<String> former =
          stamped
              ? Grid.in(row, 1).filter(f -> !header.columns().containsKey(1)).map(GridCell::text)
              : Optional.empty();
      others(row, header, stamped);
      boolean own = row.stream().anyMatch(c -> header.columns().containsKey(c.column()));
      if (own) {
        join(rows, new RawRow(id, former, cells, row.getFirst()), row);
      }
    }
    return rows;
  }

  /** A row under the same name, made one with the row above, goes on with it. */
  private void join(List<RawRow> rows, RawRow next, List<GridCell> row) {
    boolean same =
        !rows.isEmpty()
            && next.id().isPresent()
            && rows.getLast().id().equals(next.id())
            && next.id().get().row() != row.getFirst().row();
    if (!same) {
      rows.add(next);
      return;
    }
    RawRow above = rows.removeLast();
    Map<Column, GridCell> cells = new LinkedHashMap<>(above.cells());
    next.cells()
        .forEach(
            (column, cell) ->
                cells.merge(
                    column,
                    cell,
                    (first, more) -> {
                      if (first.equals(more)) {
                        return first;
                      }
                      telling.guessed(more, "this is taken as one more line of the cell above");
                      return new GridCell(
                          first.row(),
                          first.column(),
                          first.text() + "\n" + more.text(),
                          first.place(),
                          first.where());
                    }));
    rows.add(new RawRow(above.id(), above.former(), cells, above.at()));
  }

  private void headings(Grid grid, Header header, boolean stamped) {
    for (int i = 0; i < header.index(); i++) {
      boolean hidden = stamped && i < 2;
      if (!hidden) {
        grid.rows().get(i).forEach(c -> telling.beside(c, "it stands above the headings."));
      }
    }
    for (GridCell heading : grid.rows().get(header.index())) {
      Optional<Column> column = Optional.ofNullable(header.columns().get(heading.column()));
      boolean guess =
          !stamped && recogniser.column(layout, heading.text()).map(Found::guess).orElse(true);
      if (column.isPresent() && guess) {
        telling.guessed(heading, "this is read as the column '" + column.get().heading() + "'");
      } else if (column.isEmpty()) {
        telling.unread(heading, layout.id() + " has no such column.");
      }
    }
  }

  private boolean repeatsHeadings(List<GridCell> row, Header header) {
    return row.size() >= 2
        && row.stream()
            .allMatch(
                c ->
                    recogniser
                        .column(layout, c.text())
                        .filter(f -> f.column().equals(header.columns().get(c.column())))
                        .isPresent());
  }

  private void others(List<GridCell> row, Header header, boolean stamped) {
    row.stream()
        .filter(c -> !header.columns().containsKey(c.column()))
        .filter(c -> !(stamped && c.column() == 1))
        .forEach(c -> telling.unread(c, "it stands in no column of " + layout.id() + "."));
  }
}
