package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HtmlPage.LoginForm;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.client.login.Challenge;
import dev.plumbline.client.login.LoginTemplate;
import dev.plumbline.client.login.Services;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for logins of a web server where its surface says that there are some. */
final class HttpLogins {
  private static final int MAX_PATHS = 25;
  private static final int MAX_SCRIPTS = 12;
  private static final int MOST_RECOVERIES = 3;

  private final HttpClient client;
  private final Optional<HttpClient> plain;
  private final Optional<HttpSurface> surface;
  private final Map<String, FoundMechanism> found = new LinkedHashMap<>();
  private final Set<String> looked = new LinkedHashSet<>();
  private Optional<Wire> wire = Optional.empty();
  private final Set<String> scripts = new LinkedHashSet<>();
  private final Optional<ApiSurface> api;
  private boolean madeByScript;
  private boolean readWhole;

  HttpLogins(ProbeContext context, HttpClient client) {
    this.client = client;
    this.plain =
        client.tls()
            ? Optional.of(new HttpClient(context, client.endpoint(), false, HttpLimits.PAGE))
            : Optional.empty();
    this.surface = Services.fact(context, HttpSurface.class, client.endpoint());
    this.api = Services.fact(context, ApiSurface.class, client.endpoint());
  }

  /**
   * Looks.
   *
   * @throws IOException if the server does not answer, or not so that "no login" can be said
   */
  List<FoundMechanism> find() throws IOException, InterruptedException {
    Deque<String> waiting = new ArrayDeque<>(candidates());
    while (!waiting.isEmpty() && looked.size() < MAX_PATHS) {
      String path = waiting.pop();
      if (looked.add(path)) {
        Exchange exchange = client.send(HttpRequest.get(path));
        read(path, exchange, waiting);
      }
    }
    described();
    inClear();
    // A form that only a script sends is the login that the script shows.
    if (found.values().stream().anyMatch(m -> m.template().isPresent())) {
      found.values().removeIf(FoundMechanism::byScript);
    }
    if (found.isEmpty() && surface.isEmpty()) {
      throw new IOException("what else it serves is not known, so a login may be elsewhere");
    }
    if (found.isEmpty() && !readWhole) {
      throw new IOException("no page of it could be read to its end");
    }
    if (found.isEmpty() && madeByScript) {
      throw new IOException("its first page is made by a script, which may ask for a password");
    }
    return List.copyOf(found.values());
  }

  Set<String> looked() {
    return looked;
  }

  /** The connection that showed the first login. */
  Optional<Wire> wire() {
    return wire;
  }

  /** A port of TLS may serve the same pages to who speaks plain HTTP. */
  private void inClear() throws InterruptedException {
    List<String> forms =
        found.values().stream()
            .filter(m -> m.kind().equals("http-form") && !m.clearText())
            .flatMap(m -> m.path().stream())
            .toList();
    if (plain.isEmpty() || forms.isEmpty()) {
      return;
    }
    String path = forms.getFirst();
    try {
      Exchange exchange = plain.get().send(HttpRequest.get(path));
      HttpResponse response = exchange.response();
      looked.add(path + " in plain HTTP");
      if (response.isOk() && response.isHtml()) {
        HtmlPage.parse(response.text(), path)
            .loginForm()
            .filter(form -> !form.action().startsWith("https://"))
            .ifPresent(
                form ->
                    found.put(
                        "http-form",
                        new FoundMechanism(
                            "http-form", Optional.of(path), true, !form.drivable())));
      }
    } catch (IOException noAnswer) {
      // Most servers close, which is right.
    }
  }

  /** Logins that a description of the interface names. */
  private void described() throws InterruptedException {
    for (ApiSurface.Document document : api.map(ApiSurface::documents).orElse(List.of())) {
      text(document.path())
          .ifPresent(t -> ApiLogins.in(t.response().text()).forEach(l -> add(l, t)));
    }
  }

  private Optional<Exchange> text(String path) throws InterruptedException {
    try {
      return Optional.of(client.send(HttpRequest.get(path))).filter(e -> e.response().isOk());
    } catch (IOException | IllegalArgumentException unreadable) {
      // What is not read shows no login; that the server asks for one may show elsewhere.
      return Optional.empty();
    }
  }

  /** Logins that the scripts of a page send. */
  private void scripts(String path, HtmlPage page, Exchange exchange) throws InterruptedException {
    String authority = client.authority();
    for (String script : page.inlineScripts()) {
      ScriptLogins.in(script, path, authority).forEach(l -> add(l, exchange));
    }
    for (String source : page.scripts(authority)) {
      if (scripts.size() < MAX_SCRIPTS && scripts.add(source)) {
        text(source)
            .ifPresent(
                e -> ScriptLogins.in(e.response().text(), path, authority).forEach(l -> add(l, e)));
      }
    }
  }

  private void add(LoginTemplate template, Exchange exchange) {
    FoundMechanism mechanism = FoundMechanism.of(template, !client.tls());
    if (found.putIfAbsent(template.kind() + " " + template.path(), mechanism) == null
        && wire.isEmpty()) {
      wire = Optional.of(exchange.wire());
    }
  }

  private Set<String> candidates() {
    Set<String> paths = new LinkedHashSet<>();
    surface.ifPresent(
        s -> {
          s.open().stream()
              .filter(o -> o.kind().equals("login"))
              .map(HttpSurface.Open::path)
              .forEach(paths::add);
          s.guarded().stream().limit(12).forEach(paths::add);
        });
    paths.add("/");
    if (surface.isEmpty()) {
      paths.add("/login");
      paths.add("/login.html");
    }
    return paths;
  }

  private void read(String path, Exchange exchange, Deque<String> waiting)
      throws InterruptedException {
    HttpResponse response = exchange.response();
    for (Challenge challenge : Challenge.parse(response.all("www-authenticate"))) {
      if (challenge.scheme().equals("basic")) {
        add("http-basic", path, !client.tls(), false, exchange);
      } else if (challenge.scheme().equals("digest")) {
        add("http-digest", path, false, false, exchange);
      }
    }
    Optional<String> here =
        response.redirect().flatMap(to -> HtmlPage.local(path, to, client.authority()));
    here.ifPresent(waiting::push);
    if (response.isHtml()) {
      HtmlPage page = HtmlPage.parse(response.text(), path);
      page.loginForm().ifPresent(form -> add(path, form, exchange));
      if (page.asksForPassword()) {
        page.recoveryLinks(client.authority()).stream()
            .filter(link -> !RiskyLinks.isRisky(link))
            .limit(MOST_RECOVERIES)
            .forEach(waiting::add);
      } else if (response.isOk() && page.asksForRecoveryCode()) {
        add("http-code", path, !client.tls(), false, exchange);
      }
      scripts(path, page, exchange);
      madeByScript |= path.equals("/") && response.isOk() && page.isMadeByScript();
    }
    // Sending everyone to another server is a whole answer; in a circle it is none.
    readWhole |= here.isEmpty() && !response.truncated();
  }

  private void add(String path, LoginForm form, Exchange exchange) {
    boolean clear = !client.tls() || form.action().startsWith("http://");
    add("http-form", path, clear, !form.drivable(), exchange);
  }

  private void add(String kind, String path, boolean clear, boolean byScript, Exchange exchange) {
    if (found.putIfAbsent(kind, new FoundMechanism(kind, Optional.of(path), clear, byScript))
            == null
        && wire.isEmpty()) {
      wire = Optional.of(exchange.wire());
    }
  }
}
