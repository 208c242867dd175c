package dev.plumbline.workbench.web;

import dev.plumbline.core.Digest;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.Set;

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
  private static final Set<String> PASSKEY = Set.of("/login/passkey", "/login/passkey/challenge");
  private static final String BOUND = "-login";

  private final Sessions sessions;
  private final ServerName name;
  private final boolean accounts;
  private final RequestLimit limit = new RequestLimit();

  /**
   * For one server.
   *
   * @param accounts whether people log in with a name and a password
   */
  public Guard(Sessions sessions, ServerName name, boolean accounts) {
    this.sessions = sessions;
    this.name = name;
    this.accounts = accounts;
  }

  /**
   * Lets a request through.
   *
   * @throws Refusal otherwise
   */
  public void check(Context ctx) {
    headers(ctx);
    Optional<Session> found = presented(ctx);
    found.ifPresent(s -> limit.begin(ctx, s));
    if (accounts && found.isEmpty()) {
      // One answer fits into the buffers of the system. A second one behind it might not, and would
      // keep a thread waiting for a stranger who does not read.
      ctx.header("Connection", "close");
    }
    if (header(ctx, "Host").filter(name.authorities()::contains).isEmpty()) {
      throw new Refusal(
          421, "This server has another name.", "Use the address that plumbline serve printed.");
    }
    boolean foreign = header(ctx, "Origin").filter(o -> !name.isOrigin(o)).isPresent();
    boolean changes = !SAFE.contains(ctx.method());
    boolean crossSite =
        header(ctx, "Sec-Fetch-Site")
            .filter(s -> !(s.equals("same-origin") || s.equals("none")))
            .isPresent();
    if (foreign || (changes && crossSite)) {
      throw new Refusal(
          403, "The request comes from another site.", "Open the workbench by its own address.");
    }
    Uploads.checkLength(ctx, found.isPresent());
    if (needsNoSession(ctx.path())) {
      return;
    }
    if (found.isEmpty() && accounts && isPage(ctx)) {
      ctx.redirect("/login", HttpStatus.SEE_OTHER);
      ctx.result("");
      ctx.skipRemainingHandlers();
      return;
    }
    Session session = found.orElseThrow(this::unknown);
    ctx.attribute(SESSION, session);
    if (changes && !token(ctx).filter(t -> same(t, session.csrf())).isPresent()) {
      throw new Refusal(
          403,
          "The form is not from this session, so nothing was saved.",
          "Load the page again and repeat what you did.");
    }
  }

  private boolean needsNoSession(String path) {
    return path.equals("/login")
        || path.startsWith("/assets/")
        || (accounts && PASSKEY.contains(path));
  }

  private Optional<Session> presented(Context ctx) {
    return Optional.ofNullable(ctx.cookie(cookie())).flatMap(sessions::find);
  }

  private Refusal unknown() {
    return new Refusal(
        401,
        "This browser is not logged in.",
        accounts
            ? "Open " + name.origin() + "/login and log in."
            : "Open the link that plumbline serve printed, or make a new one in the browser that"
                + " is logged in.");
  }

  /** Whether a person opens a page, and no script or program asks for a part of one. */
  private static boolean isPage(Context ctx) {
    return ctx.method().equals(HandlerType.GET)
        && header(ctx, "HX-Request").isEmpty()
        && header(ctx, "Accept").filter(a -> a.contains("text/html")).isPresent();
  }

  /** The session of a request that {@link #check} let through. */
  public static Session session(Context ctx) {
    return find(ctx).orElseThrow(Refusal::absent);
  }

  /** The request keeps no thread any more: it counts no longer among those of its session. */
  public static void streams(Context ctx) {
    RequestLimit.end(ctx);
  }

  /** The session, where there is one. */
  static Optional<Session> find(Context ctx) {
    return Optional.ofNullable(ctx.attribute(SESSION));
  }

  /** Gives the browser its session; the one that it had before is over. */
  public void keep(Context ctx, Session session) {
    presented(ctx).ifPresent(sessions::end);
    give(ctx, cookie(), session.id());
  }

  /** Gives a browser that is not logged in what the login that it begins is bound to. */
  public void bind(Context ctx, String token) {
    give(ctx, cookie() + BOUND, token);
  }

  /** What {@link #bind} gave this browser last. */
  public Optional<String> bound(Context ctx) {
    return Optional.ofNullable(ctx.cookie(cookie() + BOUND));
  }

  private void give(Context ctx, String cookieName, String value) {
    Cookie cookie = new Cookie(cookieName, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(name.secure());
    cookie.setSameSite(SameSite.STRICT);
    ctx.cookie(cookie);
  }

  /** How the browser that asks calls this server. */
  public ServerName.Called called(Context ctx) {
    return name.called(String.valueOf(ctx.header("Host")));
  }

  // Cookies know no port: two workbenches of one machine have two names.
  private String cookie() {
    return (name.secure() ? "__Host-plumbline-" : "plumbline-") + name.port().getAsInt();
  }

  /** The address of a new link for another browser of this machine. */
  public String link() {
    return name.origin() + "/login?token=" + sessions.link();
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
