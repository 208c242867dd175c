package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.http.HtmlPage;
import dev.plumbline.probes.http.HtmlPage.LoginForm;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpClient.Exchange;
import dev.plumbline.probes.http.HttpRequest;
import dev.plumbline.probes.http.HttpResponse;
import dev.plumbline.probes.login.Challenge;
import dev.plumbline.probes.login.Services;
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

  private final HttpClient client;
  private final Optional<Observation> surface;
  private final Map<String, Mechanism> found = new LinkedHashMap<>();
  private final Set<String> looked = new LinkedHashSet<>();
  private Optional<Wire> wire = Optional.empty();
  private boolean madeByScript;
  private boolean readWhole;

  HttpLogins(ProbeContext context, HttpClient client) {
    this.client = client;
    this.surface =
        Services.newest(context, "http.surface", client.endpoint()).filter(Observation::seen);
  }

  /**
   * Looks.
   *
   * @throws IOException if the server does not answer, or not so that "no login" can be said
   */
  List<Mechanism> find() throws IOException, InterruptedException {
    Deque<String> waiting = new ArrayDeque<>(candidates());
    while (!waiting.isEmpty() && looked.size() < MAX_PATHS) {
      String path = waiting.pop();
      if (looked.add(path)) {
        Exchange exchange = client.send(HttpRequest.get(path));
        read(path, exchange, waiting);
      }
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

  private Set<String> candidates() {
    Set<String> paths = new LinkedHashSet<>();
    surface.ifPresent(
        o -> {
          if (o.value().get("open") instanceof List<?> open) {
            for (Object entry : open) {
              if (entry instanceof Map<?, ?> m && "login".equals(m.get("kind"))) {
                paths.add(String.valueOf(m.get("path")));
              }
            }
          }
          o.texts("guarded").stream().limit(12).forEach(paths::add);
        });
    paths.add("/");
    if (surface.isEmpty()) {
      paths.add("/login");
      paths.add("/login.html");
    }
    return paths;
  }

  private void read(String path, Exchange exchange, Deque<String> waiting) {
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
    if (found.putIfAbsent(kind, new Mechanism(kind, Optional.of(path), clear, byScript)) == null
        && wire.isEmpty()) {
      wire = Optional.of(exchange.wire());
    }
  }
}
