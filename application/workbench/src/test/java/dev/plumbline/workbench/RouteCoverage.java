package dev.plumbline.workbench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which routes of the description tests have asked. */
final class RouteCoverage {
  private static final Pattern PART = Pattern.compile("\\{\\w+\\}");

  private RouteCoverage() {}

  /**
   * What was asked.
   *
   * @param path without its query, as it was sent
   */
  record Request(String method, String path) {}

  /** All routes that an OpenAPI description names, such as {@code GET /p/{product}}. */
  static List<String> described(JsonNode description) {
    return description
        .path("paths")
        .propertyStream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .toList();
  }

  /** Those that no request asked. */
  static List<String> missing(Collection<String> routes, Collection<Request> requests) {
    return routes.stream()
        .filter(route -> requests.stream().noneMatch(request -> isOf(route, request)))
        .toList();
  }

  /** Whether a request asked a route; a part of the path stands for one part of the address. */
  private static boolean isOf(String route, Request request) {
    String[] literals = PART.split(route, -1);
    StringBuilder pattern = new StringBuilder(Pattern.quote(literals[0]));
    for (int i = 1; i < literals.length; i++) {
      pattern.append("[^/]+").append(Pattern.quote(literals[i]));
    }
    return (request.method() + " " + request.path()).matches(pattern.toString());
  }
}
