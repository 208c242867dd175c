package dev.plumbline.declaration.schema;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.dossier.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The building blocks of JSON Schemas. Unknown keys are refused everywhere. */
final class Schemas {
  private Schemas() {}

  static Map<String, Object> object(
      String description, Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = typed("object", description);
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  static Map<String, Object> titled(String title, Map<String, Object> schema) {
    Map<String, Object> titled = new LinkedHashMap<>();
    titled.put("title", title);
    titled.putAll(schema);
    return titled;
  }

  static Map<String, Object> list(String description, Map<String, Object> items) {
    Map<String, Object> schema = typed("array", description);
    schema.put("items", items);
    return schema;
  }

  /** Text; YAML reads an unquoted 1.0 as a number, which is text here too. */
  static Map<String, Object> text(String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", List.of("string", "number", "boolean"));
    schema.put("description", description);
    return schema;
  }

  static Map<String, Object> pattern(String description, String pattern) {
    Map<String, Object> schema = typed("string", description);
    schema.put("pattern", pattern);
    return schema;
  }

  static Map<String, Object> flag(String description) {
    return typed("boolean", description);
  }

  static Map<String, Object> number(String description) {
    Map<String, Object> schema = typed("integer", description);
    schema.put("minimum", 0);
    return schema;
  }

  static Map<String, Object> one(List<String> values, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("enum", values);
    schema.put("description", description);
    return schema;
  }

  static Map<String, Object> texts(String description) {
    Map<String, Object> single = new LinkedHashMap<>();
    single.put("description", description);
    single.put("anyOf", List.of(text("One."), list("Several.", text("One."))));
    return single;
  }

  /** The same, or nothing: a key whose value is still to be written. */
  static Map<String, Object> nullable(Map<String, Object> schema) {
    Map<String, Object> open = new LinkedHashMap<>(schema);
    open.put("type", List.of("object", "null"));
    return open;
  }

  static Map<String, Object> cell(IxitColumn column) {
    String meaning = column.meaning();
    Map<String, Object> schema =
        switch (column.type()) {
          case BOOLEAN -> flag(meaning);
          case NUMBER -> number(meaning);
          case DATE -> pattern(meaning, "^\\d{4}-\\d{2}-\\d{2}$");
          case URL -> pattern(meaning, "^https?://\\S+$");
          case ID -> text(meaning);
          case ENUM -> column.openValues() ? text(meaning) : one(column.values(), meaning);
          case ENDPOINTS -> endpoints(meaning);
          case LIST -> texts(meaning);
          case TEXT -> text(meaning);
        };
    return titled(column.name(), examples(column, schema));
  }

  /** Texts by key of a column. */
  static Map<String, Object> remarks() {
    Map<String, Object> schema =
        typed(
            "object",
            "What the maker wrote where a cell could hold only a part of it, by key of the column.");
    schema.put("additionalProperties", text("The whole text."));
    return schema;
  }

  /** Columns that nobody accepted yet. */
  static Map<String, Object> proposed() {
    return texts(
        "Columns that 'plumbline draft' proposes. They are not declared as long as they stand"
            + " here; remove a name to declare its value.");
  }

  /** Where drafted values come from. */
  static Map<String, Object> drafted() {
    Map<String, Object> schema =
        typed(
            "object",
            "Values that 'plumbline draft' took from observations, by key of the column.");
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("description", "The value as it was drafted.");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(Draft.VALUE, value);
    fields.put(Draft.FROM, text("The observation."));
    schema.put(
        "additionalProperties",
        object("A drafted value.", fields, List.of(Draft.VALUE, Draft.FROM)));
    return schema;
  }

  private static Map<String, Object> endpoints(String meaning) {
    Map<String, Object> one = pattern("Transport and port.", "^(tcp|udp)/\\d{1,5}$");
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", meaning);
    schema.put("anyOf", List.of(one, list("Several.", one)));
    return schema;
  }

  private static Map<String, Object> examples(IxitColumn column, Map<String, Object> schema) {
    if (!column.values().isEmpty() && !schema.containsKey("enum")) {
      schema.put("examples", column.values());
    }
    return schema;
  }

  private static Map<String, Object> typed(String type, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    schema.put("description", description);
    return schema;
  }
}
