package dev.plumbline.workbench.page;

import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files that pages load: all of them come from this program. */
public final class Assets {
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.7/dist/htmx.min.js";
  private static final Map<String, String> TYPES =
      Map.of(
          "htmx.min.js", "text/javascript; charset=utf-8",
          "workbench.js", "text/javascript; charset=utf-8",
          "run.js", "text/javascript; charset=utf-8",
          "passkeys.js", "text/javascript; charset=utf-8",
          "evidence.js", "text/javascript; charset=utf-8",
          "workbench.css", "text/css; charset=utf-8",
          "icon.svg", "image/svg+xml; charset=utf-8");

  private final Map<String, byte[]> files = new HashMap<>();

  /** Loads them. */
  public Assets() {
    TYPES
        .keySet()
        .forEach(
            name ->
                files.put(
                    name,
                    load(
                        name.startsWith("htmx")
                            ? HTMX
                            : "/dev/plumbline/workbench/assets/" + name)));
  }

  private static byte[] load(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends one. */
  public void send(Context ctx) {
    String name = ctx.pathParam("file");
    byte[] bytes = Optional.ofNullable(files.get(name)).orElseThrow(Refusal::absent);
    ctx.header("Cache-Control", "private, max-age=3600");
    ctx.contentType(String.valueOf(TYPES.get(name))).result(bytes);
  }
}
