package dev.plumbline.probes.httpsurface;

import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.http.HtmlPage;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpClient.Exchange;
import dev.plumbline.probes.http.HttpResponse;
import dev.plumbline.probes.http.RiskyLinks;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks one server for every listed path and for what its own pages lead to. */
final class SurfaceWalk {
  private static final int MAX_FOLLOWED = 60;
  private static final int MAX_REDIRECTS = 8;
  private static final int MAX_SILENT_IN_A_ROW = 6;
  private static final Pattern LOGIN_PATH = Pattern.compile("(?i)(log-?in|log-?on|sign-?in|/auth)");

  private final ProbeContext context;
  private final HttpClient client;
  private final List<String> paths;
  private final PathKinds kinds;
  private final Surface surface = new Surface();
  private final Disclosures disclosures = new Disclosures();
  private final Map<String, HttpResponse.Cookie> cookies = new LinkedHashMap<>();
  private final Map<String, Boolean> loginTargets = new HashMap<>();
  private final Set<Likeness> loginPages = new HashSet<>();
  private final Set<String> seenPaths = new HashSet<>();
  private final Deque<String> links = new ArrayDeque<>();

  SurfaceWalk(ProbeContext context, HttpClient client, List<String> paths, PathKinds kinds) {
    this.context = context;
    this.client = client;
    this.paths = paths;
    this.kinds = kinds;
  }

  Surface surface() {
    return surface;
  }

  Disclosures disclosures() {
    return disclosures;
  }

  /** The attributes of every cookie that was set without a login. */
  List<Map<String, Object>> cookies() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (HttpResponse.Cookie c : cookies.values()) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("name", c.name());
      value.put("secure", c.secure());
      value.put("httpOnly", c.httpOnly());
      value.put("sameSite", c.sameSite());
      all.add(value);
    }
    return all;
  }

  /**
   * Walks.
   *
   * @param root the answer to {@code /}
   * @param elsewhere what invented paths get
   * @throws IOException if the server stops answering on the way
   */
  void walk(Exchange root, Elsewhere elsewhere) throws IOException, InterruptedException {
    seenPaths.add("/");
    surface.tried(false);
    endOfRedirects(root.response());
    note("/", root.response(), Optional.empty());
    int silent = 0;
    int done = 0;
    Set<String> listed = new LinkedHashSet<>(paths);
    Deque<String> waiting = new ArrayDeque<>(listed);
    int followed = 0;
    while (!waiting.isEmpty() || (!links.isEmpty() && followed < MAX_FOLLOWED)) {
      boolean byLink = waiting.isEmpty();
      String path = byLink ? links.pop() : waiting.pop();
      if (!seenPaths.add(path)) {
        continue;
      }
      followed += byLink ? 1 : 0;
      surface.tried(byLink);
      Optional<HttpResponse> response = answer(path);
      if (response.isPresent()) {
        silent = 0;
        note(path, response.get(), Optional.of(elsewhere));
      } else {
        surface.unanswered(path);
        silent++;
      }
      if (silent >= MAX_SILENT_IN_A_ROW) {
        throw new IOException("stopped answering after " + surface.triedCount() + " paths");
      }
      if (++done % 20 == 0) {
        context.progress(
            client.endpoint() + ": " + done + " paths",
            Math.min(0.99, done / (listed.size() + 60.0)));
      }
    }
  }

  /** A server that sends every visitor in a circle shows nothing, and that proves nothing. */
  private void endOfRedirects(HttpResponse root) throws IOException, InterruptedException {
    HttpResponse here = root;
    String path = "/";
    for (int i = 0; i < MAX_REDIRECTS; i++) {
      String from = path;
      Optional<String> next =
          here.redirect().flatMap(to -> HtmlPage.local(from, to, client.authority()));
      if (next.isEmpty()) {
        return;
      }
      path = next.get();
      here = client.get(path);
    }
    throw new IOException("redirects without end");
  }

  private Optional<HttpResponse> answer(String path) throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      try {
        return Optional.of(client.get(path));
      } catch (IOException noAnswer) {
        // A small server drops a connection now and then; the second silence counts.
      }
    }
    return Optional.empty();
  }

  private void note(String path, HttpResponse response, Optional<Elsewhere> elsewhere)
      throws InterruptedException {
    response.cookies().forEach(c -> cookies.putIfAbsent(c.name(), c));
    disclosures.readHeaders(response);
    if (elsewhere.isPresent() && elsewhere.get().isSame(path, response)) {
      surface.missing();
      return;
    }
    int status = response.status();
    if (response.isOk()) {
      page(path, response);
    } else if (status == 401 || status == 403 || status == 407) {
      surface.guarded(path);
    } else if (response.redirect().isPresent()) {
      moved(path, response.redirect().get());
    } else if (status == 404 || status == 410) {
      surface.missing();
    } else {
      surface.other(path, status);
    }
  }

  private void page(String path, HttpResponse response) {
    String kind = kinds.of(path, response);
    String title = "";
    if (response.isHtml()) {
      HtmlPage page = HtmlPage.parse(response.text(), path);
      title = page.title();
      page.links(client.authority()).stream()
          .filter(l -> !RiskyLinks.isRisky(l))
          .forEach(links::add);
      if (page.loginForm().isPresent()) {
        // The login page in place of what was asked for is a guard, at its own address a page.
        boolean again = !loginPages.add(Likeness.of(path, response));
        if (again && !path.equals("/") && !LOGIN_PATH.matcher(path).find()) {
          surface.guarded(path);
          return;
        }
        kind = "login";
      } else if (page.asksForPassword()) {
        kind = "configuration";
      }
    }
    surface.open(path, response, title, kind);
    disclosures.readBody(path, response, kind);
  }

  private void moved(String path, String to) throws InterruptedException {
    Optional<String> local = HtmlPage.local(path, to, client.authority());
    if (local.isPresent() && leadsToLogin(local.get())) {
      surface.guarded(path);
      return;
    }
    local.filter(l -> !RiskyLinks.isRisky(l)).ifPresent(links::add);
    surface.redirect(path, to);
  }

  private boolean leadsToLogin(String target) throws InterruptedException {
    Boolean known = loginTargets.get(target);
    if (known != null) {
      return known;
    }
    boolean login =
        answer(target)
            .map(
                r ->
                    r.status() == 401
                        || (r.isOk()
                            && r.isHtml()
                            && HtmlPage.parse(r.text(), target).loginForm().isPresent()))
            .orElse(false);
    loginTargets.put(target, login);
    return login;
  }
}
