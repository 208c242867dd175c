package dev.plumbline.exchange;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.exchange.Incoming.Row;
import dev.plumbline.exchange.layout.Exact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the files of a maker said when they were imported last: the common ancestor of their next
 * version and of the dossier.
 *
 * @param tables values by table, row and key of the cell
 */
record LastImport(Map<String, Map<String, Map<String, Object>>> tables) {
  /** Where it stands in a dossier. */
  static final String FILE = "record/imported.json";

  /** Stands for a row where the table as a whole is meant. */
  static final String TABLE = "";

  static final LastImport NONE = new LastImport(Map.of());

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Reads it; a broken file is as none, and then the file of the maker counts as it is. */
  static LastImport of(String json) {
    try {
      Map<String, Map<String, Map<String, Object>>> tables = new TreeMap<>();
      if (JSON.readValue(json, Object.class) instanceof Map<?, ?> read) {
        read.forEach((table, rows) -> tables.put(String.valueOf(table), rows(rows)));
      }
      return new LastImport(tables);
    } catch (JacksonException e) {
      return NONE;
    }
  }

  private static Map<String, Map<String, Object>> rows(Object read) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    if (read instanceof Map<?, ?> m) {
      m.forEach((id, cells) -> rows.put(String.valueOf(id), cells(cells)));
    }
    return rows;
  }

  private static Map<String, Object> cells(Object read) {
    Map<String, Object> cells = new LinkedHashMap<>();
    if (read instanceof Map<?, ?> m) {
      m.forEach((k, v) -> Exact.plain(v).ifPresent(p -> cells.put(String.valueOf(k), p)));
    }
    return cells;
  }

  /** Whether a row was in the last file. */
  boolean has(String table, String row) {
    return tables.getOrDefault(table, Map.of()).containsKey(row);
  }

  /** What a cell said; empty when it was not there. */
  Optional<Object> value(String table, String row, String key) {
    return Optional.ofNullable(
        tables.getOrDefault(table, Map.of()).getOrDefault(row, Map.of()).get(key));
  }

  /**
   * The same with the tables of a file in the place of its own.
   *
   * @param open cells about which file and dossier still differ; they keep what they said before
   */
  LastImport with(Incoming incoming, Iterable<Conflict> open) {
    Map<String, Map<String, Map<String, Object>>> next = new TreeMap<>(tables);
    incoming
        .tables()
        .forEach(
            (table, rows) -> {
              Map<String, Map<String, Object>> all = new LinkedHashMap<>();
              rows.forEach(r -> all.put(r.id(), cells(r)));
              Optional.ofNullable(incoming.remarks().get(table))
                  .ifPresent(v -> all.put(TABLE, Map.of(IxitEntry.REMARKS, v.value())));
              next.put(table, all);
            });
    for (Conflict c : open) {
      next.getOrDefault(c.table(), Map.of())
          .computeIfPresent(
              c.row(),
              (id, cells) -> {
                Map<String, Object> mended = new LinkedHashMap<>(cells);
                mended.put(c.key(), c.before());
                return mended;
              });
    }
    return new LastImport(next);
  }

  private static Map<String, Object> cells(Row row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    row.cells().forEach((key, v) -> cells.put(key, v.value()));
    row.remarks().forEach((key, v) -> cells.put(SheetUpdate.remark(key), v.value()));
    return cells;
  }

  String json() {
    return JSON.writeValueAsString(tables).replace("\r\n", "\n") + "\n";
  }
}
