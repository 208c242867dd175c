package dev.plumbline.exchange;

import dev.plumbline.core.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

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

    /**
     * This row with what another one of the same name adds.
     *
     * @param against receives the key and value of each cell of the other that says something else
     */
    Row with(
        Map<String, Value> otherCells,
        Map<String, Value> otherRemarks,
        BiConsumer<String, Value> against) {
      Map<String, Value> all = new LinkedHashMap<>(cells);
      otherCells.forEach(
          (key, value) -> {
            Value mine = all.computeIfAbsent(key, k -> value);
            if (!mine.value().equals(value.value())) {
              against.accept(key, value);
            }
          });
      Map<String, Value> beside = new LinkedHashMap<>(remarks);
      otherRemarks.forEach((key, value) -> beside.merge(key, value, Value::and));
      return new Row(id, former, place, all, beside);
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
  record Value(Object value, String text, Place place) {
    /** Two texts as one; one that is there already is not repeated. */
    private Value and(Value more) {
      if (text.equals(more.text())) {
        return this;
      }
      String both = text + "\n" + more.text();
      return new Value(both, both, place);
    }
  }
}
