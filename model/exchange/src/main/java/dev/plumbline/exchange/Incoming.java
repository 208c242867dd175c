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
 */
record Incoming(Map<String, List<Row>> tables) {
  Incoming {
    Map<String, List<Row>> copy = new LinkedHashMap<>();
    tables.forEach((id, rows) -> copy.put(id, List.copyOf(rows)));
    tables = Collections.unmodifiableMap(copy);
  }

  List<Row> rows(String layout) {
    return tables.getOrDefault(layout, List.of());
  }

  /**
   * A row.
   *
   * @param former the name that it had when it was exported, where that was another one
   * @param cells by key; blank cells are absent
   */
  record Row(String id, Optional<String> former, Place place, Map<String, Value> cells) {
    Row {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
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
