package dev.plumbline.workbench.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;

/**
 * An address that is served.
 *
 * @param path with {@code {name}} for its parts
 * @param summary what it does, as a sentence
 * @param parameters of its query or form
 */
public record Route(
    HandlerType method, String path, String summary, List<String> parameters, Handler handler) {
  public Route {
    parameters = List.copyOf(parameters);
  }

  /** A page. */
  public static Route get(String path, String summary, Handler handler, String... parameters) {
    return new Route(HandlerType.GET, path, summary, List.of(parameters), handler);
  }

  /** A form. */
  public static Route post(String path, String summary, Handler handler, String... parameters) {
    return new Route(HandlerType.POST, path, summary, List.of(parameters), handler);
  }

  /** Such as {@code GET /p/{product}}. */
  public String name() {
    return method.name() + " " + path;
  }
}
