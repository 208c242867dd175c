package dev.plumbline.declaration.schema;

import dev.plumbline.declaration.data.SupplyFields;
import dev.plumbline.declaration.data.SupplyFields.SupplyField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of supply.yaml. */
final class SupplySchema {
  private SupplySchema() {}

  static Map<String, Object> of() {
    Map<String, Object> fields = new LinkedHashMap<>();
    SupplyFields.all().forEach(f -> fields.put(f.key(), field(f)));
    return Schemas.titled(
        "Supply",
        Schemas.object("Facts of the manufacturer that owed documents need.", fields, List.of()));
  }

  private static Map<String, Object> field(SupplyField field) {
    return switch (field.kind()) {
      case TEXT -> Schemas.text(field.meaning());
      case DAY -> Schemas.pattern(field.meaning(), "^\\d{4}-\\d{2}-\\d{2}$");
      case LINK -> Schemas.pattern(field.meaning(), "^https://\\S+$");
      case POINT ->
          Schemas.time(field.meaning(), "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?$");
    };
  }
}
