package dev.plumbline.app.edit;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.yaml.YamlText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row that a table of the IXIT gets at its end.
 *
 * @param row its id
 * @param cells texts as a form holds them, by key; empty ones are left out
 */
public record NewRow(IxitTable table, String row, Map<String, String> cells)
    implements DeclarationEdit {
  public NewRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  @Override
  public String file() {
    return TableFile.name(table);
  }

  @Override
  public String begun() {
    return TableFile.begun(table);
  }

  @Override
  public YamlText applied(YamlText text) {
    if (table.single() || TableFile.row(text, table, row).isPresent()) {
      throw new IllegalArgumentException(
          file() + " has a row '" + row + "' already; give the new one another label");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", row);
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      boolean empty = cell.getValue().isEmpty() || cell.getKey().equals("id");
      if (!empty) {
        table
            .column(cell.getKey())
            .map((IxitColumn c) -> CellText.value(c, cell.getValue(), false))
            .ifPresent(v -> fields.put(cell.getKey(), v));
      }
    }
    return text.add(TableFile.ENTRIES, fields);
  }
}
