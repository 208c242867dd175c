package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.http.AnswersAhead;
import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.PathKinds;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for guarded paths in other ways, without a login: other spellings, places that are shown to
 * all beside them, headers that proxies set, cookies that anybody gets, the device's names, other
 * methods, and once more after all that. What an invented path gets in the same way, and what the
 * server shows to all, says nothing.
 */
final class GuardTrials {
  private static final int MOST_PATHS = 6;
  private static final int MOST_SILENT = 4;
  private static final int MOST_OPEN = 2;
  private static final int MOST_NAMES = 3;
  private static final int MOST_MOVED = 40;
  private static final Set<String> PUBLIC = Set.of("static", "health", "login");

  private static final BoundedPattern SIMPLE = BoundedPattern.compile("/[\\w./-]+");

  private final ProbeContext context;
  private final HttpClient client;
  private final AnswersAhead ahead;
  private final PathKinds kinds;
  private final SurfaceWalk walk;
  private final String invented;
  private final Mapping trials = DataFile.mapping(GuardTrials.class, "trials.yaml");
  private final BoundedPattern spared = BoundedPattern.compile(trials.text("spared").orElseThrow());
  private final Map<Way, Optional<Likeness>> controls = new HashMap<>();
  private int silent;

  GuardTrials(
      ProbeContext context,
      HttpClient client,
      AnswersAhead ahead,
      PathKinds kinds,
      SurfaceWalk walk,
      String invented) {
    this.context = context;
    this.client = client;
    this.ahead = ahead;
    this.kinds = kinds;
    this.walk = walk;
    this.invented = invented;
  }

  /**
   * A way to ask for a path; path and headers hold open places.
   *
   * @param name for people
   */
  private record Way(String name, String method, String path, Map<String, String> headers) {}

  /**
   * Tries.
   *
   * @param declared paths of the dossier, which come first
   * @param listed paths on which devices are known to show too much
   * @param names of the device, under which a server may show something else
   */
  void run(Collection<String> declared, Collection<String> listed, Collection<String> names)
      throws InterruptedException {
    Set<String> guarded = new LinkedHashSet<>(declared);
    guarded.retainAll(walk.surface().guarded());
    guarded.addAll(walk.surface().guarded());
    List<String> paths = guarded.stream().filter(p -> !p.contains("?")).limit(MOST_PATHS).toList();
    List<Way> ways = ways();
    for (String path : paths) {
      context.progress(client.endpoint() + ": other ways to " + path, 0.99);
      attemptAll(List.of(path), ways);
    }
    underNames(declared, listed, names);
    // A guard may tire.
    attemptAll(paths, List.of(new Way("asked again", "GET", "${path}", Map.of())));
  }

  private void attemptAll(Collection<String> paths, List<Way> ways) throws InterruptedException {
    ahead.plan(
        paths.stream()
            .flatMap(
                p ->
                    ways.stream()
                        .filter(w -> w.method().equals("GET") && !isIdle(p, w))
                        .flatMap(w -> request(p, w).stream()))
            .toList());
    for (String path : paths) {
      for (Way way : ways) {
        attempt(path, way);
      }
    }
  }

  /** A server tells its sites apart by the name that a client asks for. */
  private void underNames(
      Collection<String> declared, Collection<String> listed, Collection<String> names)
      throws InterruptedException {
    FoundPaths surface = walk.surface();
    Set<String> shut = new LinkedHashSet<>(declared);
    shut.addAll(surface.guarded());
    shut.addAll(surface.moved());
    Set<String> all = new LinkedHashSet<>(shut);
    all.addAll(listed);
    List.of(shut, all).forEach(paths -> paths.removeAll(surface.opened()));
    int port = client.endpoint().port();
    for (String name : names.stream().limit(MOST_NAMES).toList()) {
      String host = port == (client.tls() ? 443 : 80) ? name : name + ":" + port;
      Way way = new Way("under the name " + name, "GET", "${path}", Map.of("Host", host));
      // A name that the server sends its visitors to is asked for everything.
      boolean sent = surface.hosts().contains(name);
      attemptAll(sent ? all : shut.stream().limit(MOST_MOVED).toList(), List.of(way));
    }
  }

  private List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    trials.texts("paths").forEach(p -> ways.add(new Way("as " + p, "GET", p, Map.of())));
    for (String open : shownPaths()) {
      String folder = open.substring(0, open.lastIndexOf('/') + 1);
      for (String p : trials.texts("beside")) {
        String beside = p.replace("${open}", open).replace("${folder}", folder);
        ways.add(new Way("as " + beside, "GET", beside, Map.of()));
      }
    }
    for (Mapping m : trials.mappings("headers")) {
      String name = m.text("name").orElseThrow();
      String path = m.text("path").orElseThrow();
      Map<String, String> header = Map.of(name, m.text("value").orElseThrow());
      ways.add(new Way("with the header " + name, "GET", path, header));
    }
    String cookies = walk.cookieHeader();
    if (!cookies.isEmpty()) {
      Map<String, String> sentBack = Map.of("Cookie", cookies);
      ways.add(new Way("with the cookies set without a login", "GET", "${path}", sentBack));
    }
    ways.add(new Way("by HEAD", "HEAD", "${path}", Map.of()));
    if (context.allows(Intrusiveness.PROVOKE)) {
      trials.texts("methods").forEach(m -> ways.add(new Way("by " + m, m, "${path}", Map.of())));
    }
    return ways;
  }

  /** Paths that the server shows to all, those in other folders first. */
  private List<String> shownPaths() {
    Map<String, String> byFolder = new LinkedHashMap<>();
    for (String path : walk.surface().opened()) {
      if (path.length() > 1 && SIMPLE.matcher(path).matches()) {
        byFolder.putIfAbsent(path.substring(0, path.lastIndexOf('/') + 1), path);
      }
    }
    return byFolder.values().stream().limit(MOST_OPEN).toList();
  }

  /** Whether a way to a path is the plain one, tells nothing there, or may do harm. */
  private boolean isIdle(String path, Way way) {
    boolean head = way.method().equals("HEAD");
    boolean same =
        filled(way.path(), path).equals(path)
            && way.path().contains("{")
            && !way.path().equals("${path}");
    boolean plain = head || way.method().equals("GET");
    return same || (head && walk.isBehindPage(path)) || (!plain && spared.matcher(path).find());
  }

  private void attempt(String path, Way way) throws InterruptedException {
    if (silent >= MOST_SILENT || isIdle(path, way)) {
      return;
    }
    String asked = filled(way.path(), path);
    boolean head = way.method().equals("HEAD");
    Optional<HttpResponse> answer = send(path, way);
    if (answer.filter(HttpResponse::isOk).isEmpty()) {
      return;
    }
    HttpResponse response = answer.get();
    List<String> shows = walk.reading().read(asked, response);
    boolean login =
        shows.isEmpty()
            && response.isHtml()
            && HtmlPage.parse(response.text(), asked).loginForm().isPresent();
    Likeness likeness = Likeness.of(asked, response);
    boolean usual = !head && (response.text().isBlank() || walk.shown().contains(likeness));
    if (login || usual || control(way).equals(Optional.of(likeness))) {
      return;
    }
    String kind = head ? "page" : kinds.of(path, response);
    if (!shows.isEmpty() || !PUBLIC.contains(kind)) {
      walk.surface().openBy(filled(way.name(), path), path, response, kind, shows);
    }
  }

  /** What an invented path gets in the same way. */
  private Optional<Likeness> control(Way way) throws InterruptedException {
    Optional<Likeness> known = controls.get(way);
    if (known == null) {
      known = send(invented, way).map(r -> Likeness.of(filled(way.path(), invented), r));
      controls.put(way, known);
    }
    return known;
  }

  private Optional<HttpRequest> request(String path, Way way) {
    Map<String, String> headers = new HashMap<>();
    way.headers().forEach((name, value) -> headers.put(name, filled(value, path)));
    try {
      return Optional.of(new HttpRequest(way.method(), filled(way.path(), path), headers, ""));
    } catch (IllegalArgumentException noPath) {
      return Optional.empty();
    }
  }

  private Optional<HttpResponse> send(String path, Way way) throws InterruptedException {
    try {
      Optional<HttpRequest> request = request(path, way);
      if (request.isPresent()) {
        HttpResponse response = ahead.send(request.get()).response();
        silent = response.stalled() ? silent + 1 : 0;
        walk.surface().triedAnotherWay();
        return Optional.of(response);
      }
    } catch (IOException noAnswer) {
      // It counts like a path that cannot be asked for.
    }
    silent++;
    return Optional.empty();
  }

  private String filled(String template, String path) {
    String name = path.substring(1);
    return template
        .replace("${path}", path)
        .replace("${name}", name)
        .replace("${coded}", coded(path, "%"))
        .replace("${twice}", coded(path, "%25"))
        .replace("${upper}", path.toUpperCase(Locale.ROOT))
        .replace("${origin}", (client.tls() ? "https://" : "http://") + client.authority());
  }

  /** The path with its second character in percent code. */
  private static String coded(String path, String percent) {
    if (path.length() < 2) {
      return path;
    }
    byte[] second = path.substring(1, 2).getBytes(StandardCharsets.ISO_8859_1);
    return "/" + percent + String.format(Locale.ROOT, "%02x", second[0] & 0xff) + path.substring(2);
  }
}
