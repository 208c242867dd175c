package dev.plumbline.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What of a schema breaks those who rely on the released one: files that were right become wrong,
 * or what was always there may be missing. Descriptions may change, properties may be added.
 */
final class SchemaChange {
  private static final Set<String> BOUNDS =
      Set.of("pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

  private final List<String> breaks = new ArrayList<>();

  private SchemaChange() {}

  /** Each break with its place; empty when the new schema can take the old one's place. */
  static List<String> breaks(JsonNode released, JsonNode now) {
    SchemaChange change = new SchemaChange();
    change.compare("", released, now);
    return change.breaks;
  }

  private void compare(String at, JsonNode old, JsonNode now) {
    types(at, old, now);
    values(at, old, now);
    for (String bound : BOUNDS) {
      if (now.has(bound) && !now.get(bound).equals(old.path(bound))) {
        breaks.add(at + ": " + bound + " is narrower or new");
      }
    }
    if (now.path("additionalProperties").isBoolean()
        && !now.get("additionalProperties").asBoolean()
        && !isFalse(old.path("additionalProperties"))) {
      breaks.add(at + ": other properties are no longer allowed");
    }
    properties(at, old, now);
    required(at, old, now);
    for (String inner : List.of("items", "additionalProperties", "not")) {
      both(at + "/" + inner, old.path(inner), now.path(inner));
    }
    for (String inner : List.of("$defs", "definitions", "patternProperties")) {
      JsonNode before = old.path(inner);
      before
          .properties()
          .forEach(
              e ->
                  both(
                      at + "/" + inner + "/" + e.getKey(),
                      e.getValue(),
                      now.path(inner).path(e.getKey())));
    }
    for (String inner : List.of("anyOf", "oneOf", "allOf", "prefixItems")) {
      alternatives(at, inner, old, now);
    }
    for (String inner : List.of("$ref", "const", "format")) {
      if (now.has(inner) && !now.get(inner).equals(old.path(inner))) {
        breaks.add(at + ": " + inner + " is another");
      }
    }
  }

  private static boolean isFalse(JsonNode node) {
    return node.isBoolean() && !node.asBoolean();
  }

  private void both(String at, JsonNode old, JsonNode now) {
    if (old.isObject() && now.isObject()) {
      compare(at, old, now);
    } else if (now.isObject() && old.isMissingNode()) {
      breaks.add(at + ": is new, and narrows what was free");
    }
  }

  private void types(String at, JsonNode old, JsonNode now) {
    Set<String> before = texts(old.path("type"));
    Set<String> after = texts(now.path("type"));
    if (after.contains("number")) {
      after.add("integer");
    }
    if (!after.isEmpty() && (before.isEmpty() || !after.containsAll(before))) {
      breaks.add(at + ": type was " + before + ", is " + after);
    }
  }

  private void values(String at, JsonNode old, JsonNode now) {
    if (now.has("enum")) {
      Set<String> after = texts(now.get("enum"));
      Set<String> before = texts(old.has("enum") ? old.get("enum") : old.path("const"));
      if (before.isEmpty() || !after.containsAll(before)) {
        breaks.add(at + ": values were " + before + ", are " + after);
      }
    }
  }

  private void properties(String at, JsonNode old, JsonNode now) {
    old.path("properties")
        .properties()
        .forEach(
            e -> {
              JsonNode after = now.path("properties").path(e.getKey());
              if (after.isMissingNode()) {
                breaks.add(at + "/" + e.getKey() + ": is gone");
              } else {
                compare(at + "/" + e.getKey(), e.getValue(), after);
              }
            });
  }

  /** New duties break those who write; duties that fell break those who read what we write. */
  private void required(String at, JsonNode old, JsonNode now) {
    Set<String> before = texts(old.path("required"));
    Set<String> after = texts(now.path("required"));
    after.stream()
        .filter(r -> !before.contains(r))
        .forEach(r -> breaks.add(at + "/" + r + ": is newly required"));
    before.stream()
        .filter(r -> !after.contains(r))
        .forEach(r -> breaks.add(at + "/" + r + ": is no longer certain to be there"));
  }

  /** Whether one of the alternatives alone takes whatever the old schema took. */
  private static boolean takesAll(JsonNode before, JsonNode alternatives) {
    for (JsonNode alternative : alternatives) {
      if (breaks(before, alternative).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void alternatives(String at, String inner, JsonNode before, JsonNode after) {
    JsonNode old = before.path(inner);
    JsonNode now = after.path(inner);
    if (now.isArray() && !old.isArray()) {
      if (inner.equals("anyOf") && takesAll(before, now)) {
        return;
      }
      breaks.add(at + "/" + inner + ": is new, and narrows what was free");
      return;
    }
    if (old.size() > now.size()) {
      breaks.add(at + "/" + inner + ": an alternative is gone");
      return;
    }
    for (int i = 0; i < old.size(); i++) {
      both(at + "/" + inner + "/" + i, old.get(i), now.get(i));
    }
  }

  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>();
    if (node.isArray()) {
      node.forEach(n -> texts.add(n.asString()));
    } else if (!node.isMissingNode()) {
      texts.add(node.asString());
    }
    return texts;
  }
}
