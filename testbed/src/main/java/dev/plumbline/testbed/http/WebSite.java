package dev.plumbline.testbed.http;

import dev.plumbline.testbed.http.Login.Visitor;
import dev.plumbline.testbed.net.DeviceAccounts;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of a web interface. A page has {@code title}, {@code body}, {@code type}, {@code
 * base64}, {@code status}, {@code headers}, {@code guarded}, {@code on}, and {@code does}: {@code
 * page}, {@code login}, {@code logout}, {@code password}, {@code upload}, {@code settings}, {@code
 * graphql}, {@code socket}, {@code onvif} or {@code soap}, which answers each action of {@code
 * actions} with its values; {@code for}: accounts that may see it, all when there are none, as for
 * {@code controlFor}. With {@code validates} off, a login or settings page works on whatever it is
 * sent; with {@code keepsOld} a password page leaves the old password valid.
 */
final class WebSite {
  private final PartContext part;
  private final Map<String, Settings> pages;
  private final Login login;
  private final DeviceAccounts accounts;

  WebSite(PartContext part) {
    this.part = part;
    this.pages = part.settings().child("pages").children();
    this.accounts = part.login();
    this.login = new Login(part.settings().child("login"), accounts);
  }

  HttpResponse answer(HttpRequest request) {
    int secure = part.settings().number("redirectTo", 0);
    HttpResponse response =
        secure > 0
            ? HttpResponse.redirect(
                "https://" + part.address().getHostAddress() + ":" + secure + request.path())
            : page(request);
    for (String name : part.settings().child("headers").values().keySet()) {
      String value = part.fill(part.settings().child("headers").text(name, ""));
      response = value.isEmpty() ? response : response.with(name, value);
    }
    return response;
  }

  /** The page of a WebSocket that this request may open. */
  Optional<Settings> socket(HttpRequest request) {
    Settings page = pages.getOrDefault(request.path(), Settings.NONE);
    boolean opens =
        page.flag("on", true)
            && page.text("does", "").equals("socket")
            && SocketPage.asks(request)
            && SocketPage.isOwn(page, request);
    boolean letIn = !page.flag("guarded", true) || login.visitor(request).refusal().isEmpty();
    return opens && letIn ? Optional.of(page) : Optional.empty();
  }

  private HttpResponse page(HttpRequest request) {
    if (request.path().startsWith(ControlApi.ROOT)
        && part.memory().isPresent()
        && part.settings().flag("control", false)) {
      if (part.memory().get().unguarded()) {
        return new ControlApi(part.memory().get()).answer(request);
      }
      Visitor visitor = login.visitor(request);
      return visitor
          .refusal()
          .or(() -> forbidden(part.settings().on("controlFor"), visitor))
          .orElseGet(() -> new ControlApi(part.memory().get()).answer(request));
    }
    Settings page = pages.getOrDefault(request.path(), Settings.NONE);
    if (page.values().isEmpty() || !page.flag("on", true)) {
      return HttpResponse.html(404, "Not Found", "");
    }
    Visitor visitor = login.visitor(request);
    if (page.flag("guarded", part.settings().flag("guarded", true))
        && visitor.refusal().isPresent()) {
      return visitor.refusal().get();
    }
    Optional<HttpResponse> forbidden = forbidden(page.on("for"), visitor);
    if (forbidden.isPresent()) {
      return forbidden.get();
    }
    return switch (page.text("does", "page")) {
      case "login" -> login.form(request, notice(page, request) + part.fill(page.text("body", "")));
      case "logout" -> login.logout(request);
      case "password" ->
          login.change(request, visitor.user().orElse(""), page.flag("keepsOld", false));
      case "upload" -> upload(page, request);
      case "settings" -> settings(page, request);
      case "soap" -> soap(page, request);
      case "onvif" -> OnvifPage.answer(page, part, accounts, request);
      case "graphql" -> GraphQlPage.answer(request);
      case "socket" ->
          HttpResponse.html(SocketPage.asks(request) ? 403 : 426, "Upgrade Required", "");
      default -> plain(page, request);
    };
  }

  /** The answer to a known visitor who is none of these accounts. */
  private Optional<HttpResponse> forbidden(Collection<String> may, Visitor visitor) {
    boolean allowed =
        may.isEmpty()
            || visitor.user().isEmpty()
            || may.stream()
                .map(id -> part.accounts().child(id).text("user", ""))
                .anyMatch(visitor.user().get()::equals);
    return allowed
        ? Optional.empty()
        : Optional.of(HttpResponse.json(403, "{\"error\":\"not allowed\"}\n"));
  }

  /** Why the visitor is asked to log in, as the address says; escaped where input is validated. */
  private static String notice(Settings page, HttpRequest request) {
    String error = request.parameter("error");
    if (error.isEmpty()) {
      return "";
    }
    String shown =
        page.flag("validates", true)
            ? error
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
            : error;
    return "<p class=\"error\">" + shown + "</p>\n";
  }

  private HttpResponse plain(Settings page, HttpRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return HttpResponse.html(405, "Method Not Allowed", "").with("Allow", "GET, HEAD");
    }
    String type = page.text("type", "text/html");
    String body = part.fill(page.text("body", ""));
    int status = page.number("status", 200);
    HttpResponse response =
        type.equals("text/html")
            ? HttpResponse.html(status, part.fill(page.text("title", "Device")), body)
            : HttpResponse.of(
                status,
                type,
                page.flag("base64", false)
                    ? Base64.getMimeDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8));
    for (String name : page.child("headers").values().keySet()) {
      response = response.with(name, page.child("headers").text(name, ""));
    }
    return response;
  }

  /** A control point of UPnP: {@code SOAPAction: "SERVICE#ACTION"}. */
  private HttpResponse soap(Settings page, HttpRequest request) {
    String[] called =
        request.headers().getOrDefault("soapaction", "").replace("\"", "").split("#", 2);
    Settings action = page.child("actions").child(called[called.length - 1]);
    StringBuilder body = new StringBuilder();
    if (action.values().isEmpty()) {
      body.append("<s:Fault><detail><UPnPError><errorCode>401</errorCode></UPnPError></detail>");
      body.append("</s:Fault>");
    } else if (page.flag("forbids", false)) {
      body.append("<s:Fault><detail><UPnPError><errorCode>606</errorCode></UPnPError></detail>");
      body.append("</s:Fault>");
    } else {
      String name = called[called.length - 1] + "Response";
      body.append("<u:" + name + " xmlns:u=\"" + called[0] + "\">");
      action
          .values()
          .keySet()
          .forEach(v -> body.append("<" + v + ">" + action.text(v, "") + "</" + v + ">"));
      body.append("</u:" + name + ">");
    }
    String envelope =
        "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">"
            + "<s:Body>"
            + part.fill(body.toString())
            + "</s:Body></s:Envelope>";
    return HttpResponse.of(
        body.indexOf("Fault") > 0 ? 500 : 200,
        "text/xml; charset=\"utf-8\"",
        envelope.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes a firmware image; a signed one starts with PLFW-SIGNED. */
  private HttpResponse upload(Settings page, HttpRequest request) {
    if (!request.method().equals("POST")) {
      return HttpResponse.html(
          200,
          "Firmware update",
          "<form method=\"post\" enctype=\"multipart/form-data\">"
              + "<input type=\"file\" name=\"image\"><button>Install</button></form>");
    }
    boolean good = !page.flag("verifies", true) || request.body().contains("PLFW-SIGNED");
    return good
        ? HttpResponse.json(202, "{\"status\":\"image accepted\"}\n")
        : HttpResponse.json(400, "{\"error\":\"signature missing or wrong\"}\n");
  }

  /** Shows the settings, and takes a JSON object with changes. */
  private HttpResponse settings(Settings page, HttpRequest request) {
    String shown = part.fill(page.text("body", "{}"));
    if (!request.method().equals("POST")) {
      return HttpResponse.json(200, shown);
    }
    boolean valid =
        request.body().length() <= 1024
            && request
                .body()
                .strip()
                .matches(
                    "\\{\\s*(\"\\w{1,32}\"\\s*:\\s*(\"[\\w .:-]{0,64}\"|\\d{1,6}|true|false)\\s*,?\\s*){1,16}\\}");
    if (valid) {
      return HttpResponse.json(202, "{\"status\":\"changed\"}\n");
    }
    return page.flag("validates", true)
        ? HttpResponse.json(400, "{\"error\":\"not a settings object\"}\n")
        : HttpResponse.of(
            500,
            "text/plain",
            ("Segmentation fault in cfg_parse(): near '"
                    + request.body().substring(0, Math.min(40, request.body().length()))
                    + "'\n  at /opt/camera/bin/httpd+0x1f3a\n")
                .getBytes(StandardCharsets.UTF_8));
  }
}
