package dev.plumbline.workbench.web;

import dev.plumbline.core.Digest;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * What each request passes before a page sees it: the name of this server (against DNS rebinding),
 * the page that it comes from, the session, and the token of a form.
 */
public final class Guard {
  /** Every answer carries it: no script, style, picture or form target but our own. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD);
  private static final String SESSION = "session";

  private final Sessions sessions;
  private final IntSupplier port;

  /**
   * For one server.
   *
   * @param port on which it listens
   */
  public Guard(Sessions sessions, IntSupplier port) {
    this.sessions = sessions;
    this.port = port;
  }

  /**
   * Lets a request through.
   *
   * @throws Refusal otherwise
   */
  public void check(Context ctx) {
    headers(ctx);
    List<String> hosts = hosts();
    if (header(ctx, "Host").filter(hosts::contains).isEmpty()) {
      throw new Refusal(
          421, "This server has another name.", "Use the address that plumbline serve printed.");
    }
    boolean foreign =
        header(ctx, "Origin")
            .filter(o -> hosts.stream().noneMatch(h -> o.equals("http://" + h)))
            .isPresent();
    boolean changes = !SAFE.contains(ctx.method());
    boolean crossSite =
        header(ctx, "Sec-Fetch-Site")
            .filter(s -> !(s.equals("same-origin") || s.equals("none")))
            .isPresent();
    if (foreign || (changes && crossSite)) {
      throw new Refusal(
          403, "The request comes from another site.", "Open the workbench by its own address.");
    }
    if (ctx.path().equals("/login") || ctx.path().startsWith("/assets/")) {
      return;
    }
    Session session =
        Optional.ofNullable(ctx.cookie(cookie()))
            .flatMap(sessions::find)
            .orElseThrow(
                () ->
                    new Refusal(
                        401,
                        "This browser is not logged in.",
                        "Open the link that plumbline serve printed, or make a new one in the"
                            + " browser that is logged in."));
    ctx.attribute(SESSION, session);
    if (changes && !token(ctx).filter(t -> same(t, session.csrf())).isPresent()) {
      throw new Refusal(
          403,
          "The form is not from this session, so nothing was saved.",
          "Load the page again and repeat what you did.");
    }
  }

  /** The session of a request that {@link #check} let through. */
  public static Session session(Context ctx) {
    return find(ctx).orElseThrow(Refusal::absent);
  }

  /** The session, where there is one. */
  static Optional<Session> find(Context ctx) {
    return Optional.ofNullable(ctx.attribute(SESSION));
  }

  /** Gives the browser its session; a session that it had before is no more its own. */
  public void keep(Context ctx, Session session) {
    Cookie cookie = new Cookie(cookie(), session.id());
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    ctx.cookie(cookie);
  }

  // Cookies know no port: two workbenches of one machine have two names.
  private String cookie() {
    return "plumbline-" + port.getAsInt();
  }

  private List<String> hosts() {
    return List.of("127.0.0.1:" + port.getAsInt(), "localhost:" + port.getAsInt());
  }

  /** The address of a new link for another browser of this machine. */
  public String link() {
    return "http://" + hosts().getFirst() + "/login?token=" + sessions.link();
  }

  private static void headers(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    // With "no-referrer" a browser sends "Origin: null" with our own forms, which is refused.
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
  }

  private static Optional<String> token(Context ctx) {
    return header(ctx, "X-Csrf-Token").or(() -> Optional.ofNullable(ctx.formParam("csrf")));
  }

  private static boolean same(String a, String b) {
    return Digest.of(a).equals(Digest.of(b));
  }

  private static Optional<String> header(Context ctx, String name) {
    return Optional.ofNullable(ctx.header(name));
  }
}
