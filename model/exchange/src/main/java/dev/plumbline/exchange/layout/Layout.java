package dev.plumbline.exchange.layout;

import java.util.List;
import java.util.Optional;

/**
 * A table as it travels: what it is, and its columns.
 *
 * @param id {@code product}, {@code conditions}, {@code features}, {@code ics}, or the id of a
 *     table of the IXIT
 * @param single one record instead of rows
 */
public record Layout(
    String id, TableKind kind, String title, String purpose, boolean single, List<Column> columns) {
  public Layout {
    columns = List.copyOf(columns);
  }

  /** The column with this key. */
  public Optional<Column> column(String key) {
    return columns.stream().filter(c -> c.key().equals(key)).findFirst();
  }

  /** The column that names a row; a single record has none. */
  public Optional<Column> idColumn() {
    return columns.stream().filter(Column::isId).findFirst();
  }

  /** As a heading: {@code 1-AuthMech: Authentication Mechanisms}. */
  public String caption() {
    return kind == TableKind.IXIT ? id + ": " + title : title;
  }
}
