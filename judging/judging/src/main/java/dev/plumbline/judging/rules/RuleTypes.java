package dev.plumbline.judging.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The types that rules see: one a table, made from its columns and typed fields. */
final class RuleTypes implements CelTypeProvider {
  /** What a unit without a table sees as its row: nothing. */
  static final String NO_ROW = "NoRow";

  private final ImmutableMap<String, StructType> types;

  RuleTypes(Catalogue catalogue) {
    Map<String, StructType> types = new LinkedHashMap<>();
    Map<String, CelType> tables = new LinkedHashMap<>();
    for (IxitTable table : catalogue.tables().values()) {
      StructType row = add(types, name(table.id()), columns(table));
      tables.put(name(table.id()), table.single() ? row : ListType.create(row));
    }
    add(types, "Tables", tables);
    add(types, NO_ROW, Map.of());
    add(types, "Product", strings(Rows.PRODUCT_FIELDS));
    StructType answer = add(types, "IcsAnswer", answer());
    Map<String, CelType> ics = new LinkedHashMap<>();
    ics.put("conditions", MapType.create(SimpleType.STRING, SimpleType.BOOL));
    ics.put("features", MapType.create(SimpleType.STRING, SimpleType.BOOL));
    ics.put("answers", ListType.create(answer));
    ics.put("unanswered", ListType.create(SimpleType.STRING));
    add(types, "Ics", ics);
    this.types = ImmutableMap.copyOf(types);
  }

  /** The name of a table in rules: {@code AuthMech} for {@code 1-AuthMech}. */
  static String name(String table) {
    return table.substring(table.indexOf('-') + 1);
  }

  StructType type(String name) {
    return Optional.ofNullable(types.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no type " + name));
  }

  boolean has(String name) {
    return types.containsKey(name);
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(types.values());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(types.get(name));
  }

  private static StructType add(
      Map<String, StructType> types, String name, Map<String, CelType> fields) {
    ImmutableMap<String, CelType> copy = ImmutableMap.copyOf(fields);
    StructType type =
        StructType.create(
            name, ImmutableSet.copyOf(copy.keySet()), f -> Optional.ofNullable(copy.get(f)));
    types.put(name, type);
    return type;
  }

  private static Map<String, CelType> columns(IxitTable table) {
    Map<String, CelType> fields = new LinkedHashMap<>();
    table.columns().forEach(c -> fields.put(c.key(), type(c)));
    table.fields().forEach(c -> fields.put(c.key(), type(c)));
    return fields;
  }

  private static CelType type(IxitColumn column) {
    ColumnType type = column.type();
    return switch (type) {
      case BOOLEAN -> SimpleType.BOOL;
      case NUMBER -> SimpleType.INT;
      case LIST, ENDPOINTS -> ListType.create(SimpleType.STRING);
      case ID, TEXT, ENUM, DATE, URL -> SimpleType.STRING;
    };
  }

  private static Map<String, CelType> answer() {
    Map<String, CelType> answer = strings(Rows.ANSWER_TEXTS);
    answer.put("mandatory", SimpleType.BOOL);
    answer.put("evidence", ListType.create(SimpleType.STRING));
    return answer;
  }

  private static Map<String, CelType> strings(Iterable<String> names) {
    Map<String, CelType> fields = new LinkedHashMap<>();
    names.forEach(n -> fields.put(n, SimpleType.STRING));
    return fields;
  }
}
