package dev.plumbline.exchange.layout;

import dev.plumbline.catalogue.EditionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dossier as tables of text: what every format writes.
 *
 * @param product how the product is called, for headings
 * @param exact values that their text alone does not give back
 */
public record Pack(EditionId edition, String product, List<Sheet> sheets, List<Exact> exact) {
  /** Version of the exchanged form; a reader refuses a later one. */
  public static final int VERSION = 1;

  public Pack {
    sheets = List.copyOf(sheets);
    exact = List.copyOf(exact);
  }

  /** A table with its rows. */
  public record Sheet(Layout layout, List<Row> rows) {
    public Sheet {
      rows = List.copyOf(rows);
    }

    Optional<Row> row(String id) {
      return rows.stream().filter(r -> r.id().equals(id)).findFirst();
    }
  }

  /**
   * A row.
   *
   * @param texts by key of the column; absent where nothing is stated
   */
  public record Row(String id, Map<String, String> texts) {
    public Row {
      texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** The text of a cell; empty without one. */
    public String text(String key) {
      return texts.getOrDefault(key, "");
    }
  }

  /** The sheet with the layout of this id. */
  public Optional<Sheet> sheet(String layout) {
    return sheets.stream().filter(s -> s.layout().id().equals(layout)).findFirst();
  }
}
