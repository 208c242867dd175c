package dev.plumbline.exchange;

import dev.plumbline.core.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says, in terms of the dossier.
 *
 * @param tables rows by id of the layout; absent where the file has no such table
 * @param remarks a list of texts by id of the layout: what stands beside the rows of a table
 */
record Incoming(Map<String, List<Row>> tables, Map<String, Value> remarks) {
  Incoming {
    remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
    Map<String, List<Row>> copy = new LinkedHashMap<>();
    tables.forEach((id, rows) -> copy.put(id, List.copyOf(rows)));
    tables = Collections.unmodifiableMap(copy);
  }

  /** Ids of rows by table. */
  Map<String, java.util.Set<String>> ids() {
    Map<String, java.util.Set<String>> ids = new LinkedHashMap<>();
    tables.forEach(
        (id, rows) ->
            ids.put(id, rows.stream().map(Row::id).collect(java.util.stream.Collectors.toSet())));
    return ids;
  }

  List<Row> rows(String layout) {
    return tables.getOrDefault(layout, List.of());
  }

  /**
   * A row.
   *
   * @param former the name that it had when it was exported, where that was another one
   * @param cells by key; blank cells are absent
   * @param remarks texts that say more than their cell, by its key
   */
  record Row(
      String id,
      Optional<String> former,
      Place place,
      Map<String, Value> cells,
      Map<String, Value> remarks) {
    Row {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
      remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
    }

    /** Whether it says anything. */
    boolean isBlank() {
      return cells.isEmpty() && remarks.isEmpty();
    }
  }

  /**
   * A value.
   *
   * @param value as {@code YamlNode.plain} gives it
   * @param text as it stands in the file
   */
  record Value(Object value, String text, Place place) {}
}
