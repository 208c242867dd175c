package dev.plumbline.exchange;

import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.source.GridCell;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table before its cells are understood.
 *
 * @param id the cell that names it; empty when blank
 * @param former its id when it was exported
 * @param cells by column of the layout
 * @param at any cell of it, for its place
 */
record RawRow(
    Optional<GridCell> id, Optional<String> former, Map<Column, GridCell> cells, GridCell at) {
  RawRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }
}
