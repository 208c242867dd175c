package dev.plumbline.exchange;

import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Recogniser;
import dev.plumbline.exchange.layout.Recogniser.Found;
import dev.plumbline.exchange.layout.TableKind;
import dev.plumbline.exchange.source.Grid;
import dev.plumbline.exchange.source.GridCell;
import dev.plumbline.exchange.write.XlsxSheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a table apart whose columns stand below one another: one entry, name beside value. */
final class FormRows {
  private final Layout layout;
  private final Recogniser recogniser;
  private final Telling telling;

  FormRows(Layout layout, Recogniser recogniser, Telling telling) {
    this.layout = layout;
    this.recogniser = recogniser;
    this.telling = telling;
  }

  /**
   * Whether a grid is such a table: more than half of its rows begin with the name of a column.
   *
   * @param sure whether its title says already which table it is
   */
  boolean fits(Grid grid, boolean sure) {
    if (stamped(grid)) {
      return true;
    }
    long named = grid.rows().stream().filter(r -> name(r).isPresent()).count();
    // A sheet about the product or its supplier asks for much that a dossier has no place for.
    boolean enough = 2 * named > grid.rows().size() || (sure && layout.kind() == TableKind.PRODUCT);
    return named >= (sure ? 1 : 2) && enough;
  }

  private static boolean stamped(Grid grid) {
    return !grid.rows().isEmpty()
        && grid.rows().getFirst().getFirst().text().startsWith(XlsxSheet.FORM);
  }

  /** The column of a row, by its hidden key or by its first cell. */
  private Optional<Found> name(List<GridCell> row) {
    return recogniser.column(layout, row.getFirst().text());
  }

  RawRow row(Grid grid) {
    boolean stamped = stamped(grid);
    Map<Column, GridCell> cells = new LinkedHashMap<>();
    Optional<GridCell> id = Optional.empty();
    for (List<GridCell> row : stamped ? grid.rows().subList(1, grid.rows().size()) : grid.rows()) {
      Optional<Found> found = name(row);
      if (found.isEmpty()) {
        row.forEach(c -> telling.unread(c, layout.id() + " has no such column."));
        continue;
      }
      int at = stamped && row.getFirst().column() == 1 ? 3 : row.getFirst().column() + 1;
      Optional<GridCell> value =
          stamped ? Grid.in(row, at) : row.size() > 1 ? Optional.of(row.get(1)) : Optional.empty();
      row.stream()
          .skip(1)
          .filter(c -> !value.equals(Optional.of(c)))
          .forEach(
              c -> {
                if (stamped && c.column() < at) {
                  telling.beside(c, "it stands before the answer.");
                } else {
                  telling.unread(c, "it stands behind the answer.");
                }
              });
      if (found.get().guess() && !stamped) {
        telling.guessed(row.getFirst(), "this is read as '" + found.get().column().heading() + "'");
      }
      if (value.isEmpty()) {
        continue;
      }
      Column column = found.get().column();
      if (column.isId() && id.isEmpty()) {
        id = value;
      } else if (column.isId() || cells.putIfAbsent(column, value.get()) != null) {
        telling.unread(value.get(), "'" + column.heading() + "' is answered above already.");
      }
    }
    return new RawRow(id, Optional.empty(), cells, grid.rows().getFirst().getFirst());
  }
}
