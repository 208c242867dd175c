package dev.plumbline.workbench.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that were made for one request. */
final class Downloads {
  /** A browser that opens a file all the same gives it no script, no origin and no frame. */
  static final String POLICY =
      "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  private Downloads() {}

  /**
   * Sends a file that a browser keeps and never shows.
   *
   * @param file with a name of ours, of letters, digits, dots and hyphens
   */
  static void send(Context ctx, Path file) throws IOException {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
    ctx.contentType("application/octet-stream").result(Files.readAllBytes(file));
  }
}
