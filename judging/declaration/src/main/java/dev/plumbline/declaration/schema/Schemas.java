package dev.plumbline.declaration.schema;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.dossier.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.NullNode;

/**
 * The building blocks of JSON Schemas. Unknown keys are refused everywhere; a key that is not
 * required may be left without a value, and a list of one may be written without brackets, as the
 * readers of a dossier allow it.
 */
final class Schemas {
  private Schemas() {}

  static Map<String, Object> object(
      String description, Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = typed("object", description);
    schema.put("additionalProperties", false);
    Map<String, Object> fields = new LinkedHashMap<>();
    properties.forEach(
        (key, value) -> fields.put(key, required.contains(key) ? value : orNothing(value)));
    schema.put("properties", fields);
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

  /** The same schema, or no value. */
  static Map<String, Object> orNothing(Object schema) {
    Map<String, Object> open = new LinkedHashMap<>();
    ((Map<?, ?>) schema).forEach((key, value) -> open.put((String) key, value));
    if (open.get("type") instanceof String type) {
      open.put("type", List.of(type, "null"));
    } else if (open.get("type") instanceof List<?> types && !types.contains("null")) {
      open.put("type", with(types, "null"));
    }
    if (open.get("anyOf") instanceof List<?> alternatives) {
      open.put("anyOf", with(alternatives, Map.of("type", "null")));
    }
    if (open.get("enum") instanceof List<?> values) {
      open.put("enum", with(values, NullNode.getInstance()));
    }
    return open;
  }

  private static List<Object> with(List<?> values, Object last) {
    List<Object> more = new ArrayList<>(values);
    more.add(last);
    return more;
  }

  /** A list, or the only item of one. */
  static Map<String, Object> listOrOne(String description, Map<String, Object> items) {
    return either(description, list("Several.", items), items);
  }

  private static Map<String, Object> either(
      String description, Map<String, Object> first, Map<String, Object> second) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description);
    schema.put("anyOf", List.of(first, second));
    return schema;
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

  /**
   * A day or a time.
   *
   * @param usual pattern of the usual spelling; one with an offset from UTC is read too
   */
  static Map<String, Object> time(String description, String usual) {
    return either(
        description,
        pattern("A day, or a time in UTC.", usual),
        pattern(
            "A time with its offset from UTC.",
            "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?[+-]\\d{2}(:\\d{2})?$"));
  }

  /** True or false; yes and no, and either in quotes, are read as such too. */
  static Map<String, Object> flag(String description) {
    return either(
        description,
        typed("boolean", "True or false."),
        pattern(
            "Yes or no.",
            "^\\s*([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo])\\s*$"));
  }

  /** A whole number, also in quotes. */
  static Map<String, Object> number(String description) {
    Map<String, Object> number = typed("integer", "A whole number.");
    number.put("minimum", 0);
    return either(description, number, pattern("In quotes.", "^\\d{1,18}$"));
  }

  static Map<String, Object> one(List<String> values, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("enum", values);
    schema.put("description", description);
    return schema;
  }

  static Map<String, Object> texts(String description) {
    return either(description, text("One."), list("Several.", text("One.")));
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
    schema.put("additionalProperties", texts("The whole text."));
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
    return either(meaning, one, list("Several.", one));
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
