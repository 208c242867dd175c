package dev.plumbline.observation;

import dev.plumbline.observation.RecordForm.FieldForm;
import dev.plumbline.observation.registry.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** docs/observations.md and the JSON Schema of each kind, from the types. */
final class KindPages {
  private static final String HEAD =
      """
      # Observations

      A probe records facts; a check joins them with the declaration. This page is the contract between the two: for each key, what the subject is, what the value holds,
      and what the coverage says. An answer that could not be had is recorded as UNDETERMINED with a reason, never left out. It is made by `KindPagesTest` from the records
      of the module `observations`; [docs/schemas/observations](schemas/observations) has the JSON Schema of each kind.

      A field is required unless it says otherwise: an observation that lacks one cannot be written, and counts as no answer when it is read. *Where x*: required where the flag
      x is set. Fields that a kind does not have cannot be written, and are passed over when they are read.

      Subjects: `DUT`; an address `address/127.0.0.1`; an endpoint `tcp/127.0.0.1/8443` (IPv6: `tcp/[::1]/8443`); a URL; an IXIT entry `1-AuthMech/AuthMech-1`;
      a server of the device that Plumbline stands in for (`test.clients` of product.yaml), by the address where it waits.

      | key | subject | what it says |
      |---|---|---|
      """;

  private KindPages() {}

  static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Codec<?> kind : Kinds.all()) {
      page.append("| `%s` | %s | %s |\n".formatted(kind.key(), kind.subject(), says(kind)));
    }
    String group = "";
    for (Codec<?> kind : Kinds.all()) {
      String next = kind.type().getPackage().getName().replaceFirst(".*\\.", "");
      if (!next.equals(group)) {
        page.append("\n## ").append(next).append('\n');
        group = next;
      }
      page.append("\n### ").append(kind.key()).append("\n\n").append(says(kind)).append("\n\n");
      page.append("| field | stands in | form | says |\n|---|---|---|---|\n");
      rows(page, kind.form(), "");
    }
    return page.toString();
  }

  private static String says(Codec<?> kind) {
    return kind.type().getAnnotation(Says.class).value();
  }

  private static void rows(StringBuilder page, RecordForm form, String before) {
    for (FieldForm field : form.fields()) {
      String place = before.isEmpty() ? field.coverage() ? "coverage" : "value" : "";
      page.append(
          "| `%s%s` | %s | %s | %s |\n"
              .formatted(before, field.name(), place, form(field), field.says()));
      entry(field.form(), before + field.name(), page);
    }
  }

  private static void entry(Form form, String at, StringBuilder page) {
    switch (form) {
      case Form.Listing l -> entry(l.item(), at + "[]", page);
      case Form.Mapping m -> entry(m.item(), at + ".*", page);
      case Form.Entry e -> rows(page, e.form(), at + ".");
      default -> {}
    }
  }

  private static String form(FieldForm field) {
    String need =
        field.when().map(w -> ", where `" + w + "`").orElse(field.required() ? "" : ", optional");
    return name(field.form()) + need;
  }

  private static String name(Form form) {
    return switch (form) {
      case Form.Text t when t.words().isEmpty() -> "text";
      case Form.Text t ->
          t.words().stream().map(w -> "`" + w + "`").collect(Collectors.joining(" or "));
      case Form.Choice c ->
          c.byWord().keySet().stream().map(w -> "`" + w + "`").collect(Collectors.joining(" or "));
      case Form.Flag f -> "flag";
      case Form.Whole w -> "number";
      case Form.Fraction f -> "fraction";
      case Form.Anything a -> "as the tool says it";
      case Form.Listing l -> "list of " + name(l.item());
      case Form.Mapping m -> "map to " + name(m.item());
      case Form.Entry e -> "fields";
    };
  }

  /** The JSON Schema of value and coverage of a kind. */
  static String schema(Codec<?> kind) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:plumbline:observation:" + kind.key() + ":1");
    schema.put("title", kind.key());
    schema.put("description", says(kind));
    schema.put("type", "object");
    schema.put("required", List.of("value", "coverage"));
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("value", object(kind.form(), false));
    parts.put("coverage", object(kind.form(), true));
    schema.put("properties", parts);
    StringBuilder json = new StringBuilder();
    write(json, schema, "");
    return json.append('\n').toString();
  }

  private static Map<String, Object> object(RecordForm form, boolean coverage) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("additionalProperties", false);
    object.put("required", List.copyOf(form.required(coverage)));
    Map<String, Object> properties = new LinkedHashMap<>();
    Map<String, Object> conditions = new LinkedHashMap<>();
    for (FieldForm field : form.fields()) {
      if (field.coverage() == coverage) {
        Map<String, Object> property = new LinkedHashMap<>(type(field.form()));
        property.put("description", field.says());
        properties.put(field.name(), property);
        field.when().ifPresent(w -> conditions.put(field.name(), w));
      }
    }
    object.put("properties", properties);
    conditions(object, properties, conditions);
    return object;
  }

  /** Only flags of the same part can be told in a schema; the codec knows the others. */
  private static void conditions(
      Map<String, Object> object, Map<String, Object> properties, Map<String, Object> conditions) {
    Map<Object, List<String>> byFlag =
        conditions.entrySet().stream()
            .filter(e -> properties.containsKey(e.getValue()))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    byFlag.forEach(
        (flag, names) -> {
          Map<String, Object> is = Map.of(String.valueOf(flag), Map.of("const", true));
          Map<String, Object> when = new LinkedHashMap<>();
          when.put("required", List.of(String.valueOf(flag)));
          when.put("properties", is);
          object.put("if", when);
          object.put("then", Map.of("required", names));
        });
  }

  private static Map<String, Object> type(Form form) {
    Map<String, Object> type = new LinkedHashMap<>();
    switch (form) {
      case Form.Text t when t.words().isEmpty() -> type.put("type", "string");
      case Form.Text t -> type.put("enum", t.words());
      case Form.Choice c -> type.put("enum", List.copyOf(c.byWord().keySet()));
      case Form.Flag f -> type.put("type", "boolean");
      case Form.Whole w -> type.put("type", "integer");
      case Form.Fraction f -> type.put("type", "number");
      case Form.Anything a -> {}
      case Form.Listing l -> {
        type.put("type", "array");
        type.put("items", type(l.item()));
      }
      case Form.Mapping m -> {
        type.put("type", "object");
        type.put("additionalProperties", type(m.item()));
      }
      case Form.Entry e -> type.putAll(object(e.form(), false));
    }
    return type;
  }

  private static void write(StringBuilder json, Object value, String indent) {
    switch (value) {
      case Map<?, ?> map when map.isEmpty() -> json.append("{}");
      case Map<?, ?> map -> {
        String between = "{\n";
        for (Map.Entry<?, ?> e : map.entrySet()) {
          json.append(between).append(indent).append("  ").append(quoted(e.getKey())).append(": ");
          write(json, e.getValue(), indent + "  ");
          between = ",\n";
        }
        json.append('\n').append(indent).append('}');
      }
      case List<?> list ->
          json.append(
              list.stream().map(KindPages::quoted).collect(Collectors.joining(", ", "[", "]")));
      case Boolean b -> json.append(b);
      default -> json.append(quoted(value));
    }
  }

  private static String quoted(Object text) {
    return '"' + String.valueOf(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
