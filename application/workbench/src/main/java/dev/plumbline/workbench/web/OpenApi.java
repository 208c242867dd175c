package dev.plumbline.workbench.web;

import dev.plumbline.app.version.Version;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of all routes in OpenAPI 3.1, made from them. */
public final class OpenApi {
  private static final Pattern PART = Pattern.compile("\\{(\\w+)\\}");

  private OpenApi() {}

  /** The description. */
  public static Map<String, Object> of(List<Route> routes) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      paths
          .computeIfAbsent(route.path(), p -> new LinkedHashMap<>())
          .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("openapi", "3.1.0");
    description.put("info", Map.of("title", "Plumbline workbench", "version", Version.TOOL));
    description.put("paths", paths);
    return description;
  }

  private static Map<String, Object> operation(Route route) {
    boolean form = route.method().equals(HandlerType.POST);
    List<Object> parameters = new ArrayList<>();
    Matcher parts = PART.matcher(route.path());
    while (parts.find()) {
      parameters.add(parameter(parts.group(1), "path", true));
    }
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("summary", route.summary());
    if (!form) {
      route.parameters().forEach(p -> parameters.add(parameter(p, "query", false)));
    }
    operation.put("parameters", parameters);
    if (form) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("csrf", Map.of("type", "string"));
      route.parameters().forEach(p -> fields.put(p, Map.of("type", "string")));
      operation.put(
          "requestBody",
          Map.of(
              "content",
              Map.of(
                  "multipart/form-data",
                  Map.of("schema", Map.of("type", "object", "properties", fields)))));
    }
    operation.put(
        "responses",
        Map.of(
            form ? "303" : "200",
            Map.of("description", form ? "Done; the page that comes next" : "The page, or JSON"),
            "default",
            Map.of("description", "What is wrong, and what to do next")));
    return operation;
  }

  private static Map<String, Object> parameter(String name, String in, boolean required) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    parameter.put("required", required);
    parameter.put("schema", Map.of("type", "string"));
    return parameter;
  }
}
