package dev.plumbline.workbench.web;

import dev.plumbline.view.Json;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Writes answers: a page for people, the same values as JSON for programs that ask for it. */
public final class Answers {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * What a page of a product is called.
   *
   * @param view what it shows, a record of records, lists and plain values
   */
  public record Page(
      String template,
      String title,
      Optional<Shell.ProductLink> product,
      String tab,
      String command,
      Object view) {}

  /** Writes a page, or its view as JSON. */
  public void page(Context ctx, Page page) {
    if (wantsJson(ctx)) {
      json(ctx, page.view());
      return;
    }
    Optional<Session> session = Guard.find(ctx);
    Shell shell =
        new Shell(
            page.title(),
            page.product(),
            page.tab(),
            session.map(Session::csrf).orElse(""),
            session.flatMap(Session::person),
            page.command());
    Utf8ByteOutput out = new Utf8ByteOutput();
    engine.render(
        "workbench/" + page.template() + ".jte", Map.of("shell", shell, "view", page.view()), out);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(out.getContentLength());
    try {
      out.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ctx.contentType("text/html; charset=utf-8").result(bytes.toByteArray());
  }

  /** Writes a refusal. */
  public void refusal(Context ctx, Refusal refusal) {
    ctx.status(refusal.status());
    page(
        ctx,
        new Page(
            "refusal",
            "Not possible",
            Optional.empty(),
            "",
            "",
            new RefusalView(refusal.what(), refusal.remedy())));
  }

  /** What a refusal says. */
  public record RefusalView(String what, String remedy) {}

  /** Whether the request asks for JSON. */
  public static boolean wantsJson(Context ctx) {
    return Optional.ofNullable(ctx.header("Accept"))
        .filter(a -> a.startsWith("application/json"))
        .isPresent();
  }

  /** Writes values as JSON. */
  public static void json(Context ctx, Object value) {
    ctx.contentType("application/json; charset=utf-8")
        .result(Json.of(value).getBytes(StandardCharsets.UTF_8));
  }
}
