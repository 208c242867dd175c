package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.data.Json;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Bodies that break what an API says of itself: each has one field, with a value that its schema
 * forbids. A server that keeps to its description refuses them all, so that nothing changes.
 */
final class DescribedBodies {
  private static final int MOST_OPERATIONS = 16;
  private static final int MOST_FIELDS = 6;
  private static final int MOST_REFERENCES = 8;
  private static final String JSON = "application/json";
  private static final String DEEP = "[".repeat(500) + "]".repeat(500);

  /** Values that no schema of the type allows. */
  private static final Map<String, List<String>> FORBIDDEN =
      Map.of(
          "string", List.of("{\"plumbline\":[null]}", DEEP),
          "integer", List.of("\"plumbline\"", "1e999", "{}"),
          "number", List.of("\"plumbline\"", "[[]]", "{}"),
          "boolean", List.of("\"plumbline\"", "99999999999999999999999999"),
          "array", List.of("{\"plumbline\":{}}", "\"plumbline\""),
          "object", List.of("[{}]", "\"plumbline\"", DEEP));

  private final Mapping document;
  private final Map<String, List<Body>> bodies = new LinkedHashMap<>();
  private final Map<String, String> skipped = new TreeMap<>();

  private DescribedBodies(Mapping document) {
    this.document = document;
  }

  /** Reads a description in OpenAPI or Swagger; empty where the text is none. */
  static Optional<DescribedBodies> read(String text) {
    Optional<Mapping> document = Json.object(text);
    Optional<Mapping> paths = document.flatMap(d -> d.mapping("paths"));
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    DescribedBodies described = new DescribedBodies(document.get());
    String base = Json.base(document.get());
    for (String path : paths.get().fields().keySet()) {
      paths.get().mapping(path).ifPresent(m -> described.operations(base + "/" + path, m));
    }
    return Optional.of(described);
  }

  /** Bodies by path. */
  Map<String, List<Body>> bodies() {
    return bodies;
  }

  /** Why each path was left out. */
  Map<String, String> skipped() {
    return skipped;
  }

  private void operations(String template, Mapping operations) {
    String path = template.replaceAll("/{2,}", "/").replaceAll("\\{[^}/]*\\}", "plumbline");
    for (String method : List.of("post", "put", "patch")) {
      Optional<Mapping> schema = operations.mapping(method).flatMap(this::schema);
      if (schema.isEmpty() || !path.matches("/[!-~]*")) {
        continue;
      }
      if (RiskyLinks.isRisky(path)) {
        skipped.put(path, "its name says that it changes the device");
      } else if (bodies.size() >= MOST_OPERATIONS && !bodies.containsKey(path)) {
        skipped.put(path, "more than " + MOST_OPERATIONS + " operations of an API");
      } else {
        fields(path, method, schema.get());
      }
    }
  }

  /** The schema of a body in JSON, in either format. */
  private Optional<Mapping> schema(Mapping operation) {
    Optional<Mapping> body =
        operation
            .mapping("requestBody")
            .map(this::resolved)
            .flatMap(b -> b.mapping("content"))
            .flatMap(c -> c.mapping(JSON))
            .flatMap(j -> j.mapping("schema"));
    Optional<Mapping> parameter =
        operation.mappings("parameters").stream()
            .filter(p -> p.text("in").equals(Optional.of("body")))
            .findFirst()
            .flatMap(p -> p.mapping("schema"));
    return body.or(() -> parameter).map(this::resolved);
  }

  private void fields(String path, String method, Mapping schema) {
    Optional<Mapping> properties = schema.mapping("properties");
    Set<String> names = properties.map(p -> p.fields().keySet()).orElse(Set.of());
    List<Body> all = bodies.computeIfAbsent(path, p -> new ArrayList<>());
    names.stream()
        .filter(n -> n.matches("[\\w.-]{1,60}"))
        .limit(MOST_FIELDS)
        .forEach(
            n -> {
              Mapping field =
                  properties.flatMap(p -> p.mapping(n)).map(this::resolved).orElseThrow();
              for (String value : values(field)) {
                all.add(body(method, "{\"" + n + "\":" + value + "}"));
              }
            });
    // Whatever the schema: no JSON at all, and one that breaks off inside a field.
    all.add(body(method, "{\"" + names.stream().findFirst().orElse("plumbline") + "\":"));
    all.add(body(method, DEEP.substring(0, DEEP.length() / 2)));
  }

  private static List<String> values(Mapping field) {
    String type = field.text("type").orElse("");
    List<String> values = new ArrayList<>(FORBIDDEN.getOrDefault(type, List.of()));
    if (type.equals("string") && field.get("maxLength").isPresent()) {
      values.add("\"" + "A".repeat(9_000) + "\"");
    }
    return values;
  }

  private static Body body(String method, String piece) {
    return new Body(
        "json-schema",
        method.toUpperCase(java.util.Locale.ROOT),
        "Content-Type: " + JSON + "\r\n",
        piece);
  }

  /** Follows references inside the document. */
  private Mapping resolved(Mapping node) {
    Mapping at = node;
    for (int i = 0; i < MOST_REFERENCES; i++) {
      Optional<String> reference = at.text("$ref").filter(r -> r.startsWith("#/"));
      if (reference.isEmpty()) {
        return at;
      }
      Optional<YamlNode> to = Optional.of(document);
      for (String step : reference.get().substring(2).split("/", -1)) {
        to = to.filter(Mapping.class::isInstance).flatMap(m -> ((Mapping) m).get(step));
      }
      Optional<Mapping> next = to.filter(Mapping.class::isInstance).map(Mapping.class::cast);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }
}
