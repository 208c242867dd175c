package dev.plumbline.probes.apidiscovery;

import dev.plumbline.client.data.Json;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A description of an API that the device gives out, in OpenAPI 3 or Swagger 2.
 *
 * @param path where it was found
 * @param kind {@code openapi} or {@code swagger}
 * @param readable paths that GET reads and that have no parameter in them
 * @param operations number of all
 */
record ApiDocument(
    String path, String kind, String title, String version, List<String> readable, int operations) {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "patch", "head", "options");

  ApiDocument {
    readable = List.copyOf(readable);
  }

  /** Reads a description; empty when the text is none. */
  static Optional<ApiDocument> read(String path, String text) {
    return Json.object(text).flatMap(m -> of(path, m));
  }

  private static Optional<ApiDocument> of(String path, Mapping document) {
    boolean openapi = document.text("openapi").isPresent();
    Optional<Mapping> paths = document.mapping("paths");
    if (paths.isEmpty() || !(openapi || document.text("swagger").isPresent())) {
      return Optional.empty();
    }
    String base = Json.base(document);
    List<String> readable = new ArrayList<>();
    int operations = 0;
    for (String each : paths.get().fields().keySet()) {
      Optional<Mapping> methods = paths.get().mapping(each);
      operations +=
          (int) METHODS.stream().filter(m -> methods.flatMap(o -> o.get(m)).isPresent()).count();
      String whole = (base + "/" + each).replaceAll("/{2,}", "/");
      if (methods.flatMap(o -> o.get("get")).isPresent() && whole.matches("/[!-~]*")) {
        readable.add(whole);
      }
    }
    Optional<Mapping> info = document.mapping("info");
    return Optional.of(
        new ApiDocument(
            path,
            openapi ? "openapi" : "swagger",
            info.flatMap(i -> i.text("title")).orElse(""),
            info.flatMap(i -> i.text("version")).orElse(""),
            readable,
            operations));
  }

  ApiSurface.Document fact() {
    return new ApiSurface.Document(path, kind, title, version, operations);
  }
}
