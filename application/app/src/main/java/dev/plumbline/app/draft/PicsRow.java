package dev.plumbline.app.draft;

import dev.plumbline.core.TableRole;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row that codes of a PICS propose.
 *
 * @param needs codes that have to be supported, all of them
 * @param column which the table has, so that an edition without it gets no row
 * @param bands where a row of an air interface has one of these, it is meant
 * @param leads whether the row names the network interfaces that lead to it
 * @param carried whether the row names the logical interface of Matter
 * @param cells value and certainty by key
 */
record PicsRow(
    List<String> needs,
    TableRole role,
    String column,
    String description,
    List<String> bands,
    boolean leads,
    boolean carried,
    Map<String, Cell> cells) {

  /** A value that is proposed. */
  record Cell(Object value, Certainty certainty) {}

  static List<PicsRow> all() {
    return DraftData.PICS.mappings("rows").stream().map(PicsRow::of).toList();
  }

  private static PicsRow of(Mapping row) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (Certainty certainty : Certainty.values()) {
      row.mapping(certainty.word())
          .ifPresent(
              m ->
                  m.fields()
                      .forEach(
                          (key, field) ->
                              cells.put(key, new Cell(field.value().plain(), certainty))));
    }
    String role = row.text("role").orElseThrow();
    return new PicsRow(
        row.texts("needs"),
        TableRole.of(role).orElseThrow(() -> new IllegalStateException("no role " + role)),
        row.text("column").orElseThrow(),
        row.text("description").orElseThrow(),
        row.texts("bands"),
        flag(row, "access"),
        flag(row, "interface"),
        cells);
  }

  private static boolean flag(Mapping row, String key) {
    return row.text(key).filter("true"::equals).isPresent();
  }

  /** Whether the entry has its description. */
  boolean isWritten(DraftRow row) {
    return row.mentions(description);
  }
}
