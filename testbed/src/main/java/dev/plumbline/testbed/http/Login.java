package dev.plumbline.testbed.http;

import dev.plumbline.testbed.net.DeviceAccounts;
import dev.plumbline.testbed.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How visitors of a web interface prove who they are: a form with a session cookie, HTTP Basic, or
 * a bearer token. Settings: {@code kind} ({@code form}, {@code basic}, {@code bearer}), {@code
 * path} and {@code cookie} ({@code secure}, {@code httpOnly}, {@code sameSite}) for the form,
 * {@code endsSessions}: logging out ends the session on the device too (true), {@code anyToken}:
 * any bearer token is taken for the right one (false).
 */
final class Login {
  private static final String COOKIE = "session";

  private final Settings settings;
  private final DeviceAccounts accounts;
  private final Map<String, String> sessions = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  Login(Settings settings, DeviceAccounts accounts) {
    this.settings = settings;
    this.accounts = accounts;
  }

  private String kind() {
    return settings.text("kind", "form");
  }

  /** The user who sends this request, or the answer that refuses it. */
  Visitor visitor(HttpRequest request) {
    return switch (kind()) {
      case "basic" -> basic(request);
      case "bearer" -> bearer(request);
      default ->
          request
              .cookie(COOKIE)
              .map(sessions::get)
              .map(Visitor::known)
              .orElseGet(() -> Visitor.stranger(challenge(request)));
    };
  }

  private HttpResponse challenge(HttpRequest request) {
    String path = settings.text("path", "/login");
    return request.headers().getOrDefault("accept", "text/html").contains("json")
            || request.path().startsWith("/api/")
        ? HttpResponse.json(401, "{\"error\":\"login required\"}\n")
        : HttpResponse.redirect(path);
  }

  private Visitor basic(HttpRequest request) {
    String header = request.headers().getOrDefault("authorization", "");
    if (!header.startsWith("Basic ")) {
      return Visitor.stranger(refusal("Basic realm=\"device\", charset=\"UTF-8\""));
    }
    String[] sides = decoded(header.substring("Basic ".length())).split(":", 2);
    if (sides.length != 2) {
      return Visitor.stranger(HttpResponse.html(400, "Bad Request", ""));
    }
    return switch (accounts.attempt(sides[0], sides[1])) {
      case ACCEPTED -> Visitor.known(sides[0]);
      case REFUSED -> Visitor.stranger(refusal("Basic realm=\"device\", charset=\"UTF-8\""));
      case LOCKED -> Visitor.stranger(locked(sides[0]));
    };
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private Visitor bearer(HttpRequest request) {
    String header = request.headers().getOrDefault("authorization", "");
    String token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    boolean anyToken = settings.flag("anyToken", false);
    return accounts.known().entrySet().stream()
        .filter(e -> e.getValue().equals(token) || (anyToken && !token.isEmpty()))
        .map(e -> Visitor.known(e.getKey()))
        .findFirst()
        .orElseGet(() -> Visitor.stranger(refusal("Bearer realm=\"device\"")));
  }

  private static HttpResponse refusal(String challenge) {
    return HttpResponse.json(401, "{\"error\":\"login required\"}\n")
        .with("WWW-Authenticate", challenge);
  }

  private HttpResponse locked(String user) {
    return HttpResponse.html(429, "Locked", "<p>Too many attempts. Wait and try again.</p>")
        .with("Retry-After", Long.toString(accounts.secondsLocked(user)));
  }

  /** Shows the form, or takes what was filled in. */
  HttpResponse form(HttpRequest request, String extra) {
    if (!request.method().equals("POST")) {
      return page(200, "", extra);
    }
    String user = request.form("username");
    return switch (accounts.attempt(user, request.form("password"))) {
      case ACCEPTED -> HttpResponse.redirect("/").with("Set-Cookie", open(user));
      case REFUSED -> page(401, "<p class=\"error\">Wrong user name or password.</p>", extra);
      case LOCKED -> locked(user);
    };
  }

  private HttpResponse page(int status, String message, String extra) {
    return HttpResponse.html(
        status,
        "Log in",
        message
            + "<form method=\"post\" action=\""
            + settings.text("path", "/login")
            + "\">\n<label>User <input name=\"username\" autocomplete=\"username\"></label>\n"
            + "<label>Password <input name=\"password\" type=\"password\"></label>\n"
            + "<button>Log in</button></form>\n"
            + extra);
  }

  private String open(String user) {
    byte[] token = new byte[16];
    random.nextBytes(token);
    String session = HexFormat.of().formatHex(token);
    sessions.put(session, user);
    Settings cookie = settings.child("cookie");
    return COOKIE
        + "="
        + session
        + "; Path=/"
        + (cookie.flag("secure", true) ? "; Secure" : "")
        + (cookie.flag("httpOnly", true) ? "; HttpOnly" : "")
        + cookie.text("sameSite").map(s -> "; SameSite=" + s).orElse("");
  }

  /** Ends the session of this request. */
  HttpResponse logout(HttpRequest request) {
    if (settings.flag("endsSessions", true)) {
      request.cookie(COOKIE).ifPresent(sessions::remove);
    }
    return HttpResponse.redirect(settings.text("path", "/login"))
        .with("Set-Cookie", COOKIE + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict");
  }

  /** Changes the visitor's password; the old one is asked for, and may go on being taken. */
  HttpResponse change(HttpRequest request, String user, boolean keepsOld) {
    if (!request.method().equals("POST")) {
      return HttpResponse.html(
          200,
          "Change password",
          "<form method=\"post\"><input name=\"old\" type=\"password\">"
              + "<input name=\"new\" type=\"password\"><button>Change</button></form>");
    }
    boolean changed =
        request.form("new").length() >= 12
            && accounts.change(user, request.form("old"), request.form("new"), keepsOld);
    return changed
        ? HttpResponse.html(200, "Password changed", "")
        : HttpResponse.html(400, "Not changed", "<p>Old password wrong or new one too short.</p>");
  }

  /** Who sent a request: a known user, or a stranger with the answer that they get. */
  record Visitor(Optional<String> user, Optional<HttpResponse> refusal) {
    static Visitor known(String user) {
      return new Visitor(Optional.of(user), Optional.empty());
    }

    static Visitor stranger(HttpResponse answer) {
      return new Visitor(Optional.empty(), Optional.of(answer));
    }
  }
}
