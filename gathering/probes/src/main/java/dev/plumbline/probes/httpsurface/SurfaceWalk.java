package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.http.AnswersAhead;
import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.PathKinds;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.client.http.ServerNames;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.observation.http.HttpHeaders;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks one server for every declared and listed path and for what its own answers lead to, and
 * reads each answer, whatever its status.
 */
final class SurfaceWalk {
  private static final int MAX_FOLLOWED = 150;
  private static final int MAX_REDIRECTS = 8;
  private static final int MAX_SILENT_IN_A_ROW = 6;
  private static final int MOST_COOKIES = 20;
  private static final BoundedPattern LOGIN_PATH =
      BoundedPattern.compile("(?i)(log-?in|log-?on|sign-?in|/auth)");

  /** An image of such a name may be a picture that the device took. */
  private static final BoundedPattern PICTURE =
      BoundedPattern.compile(
          "(?i)(snap|image\\.jpe?g|video|stream|live|cam|mjpe?g|jpeg|picture|photo|capture|record|clip|channel|thumb|frame)");

  private final ProbeContext context;
  private final HttpClient client;
  private final AnswersAhead ahead;
  private final PathKinds kinds;
  private final AnswerReading reading;
  private final FoundPaths surface = new FoundPaths();
  private final Refusals refusals = new Refusals();
  private final Map<String, HttpResponse.Cookie> cookies = new LinkedHashMap<>();
  private final Map<String, Boolean> loginTargets = new HashMap<>();
  private final Set<Likeness> loginPages = new HashSet<>();
  private final Set<Likeness> shown = new HashSet<>();
  private final Set<String> behindPages = new HashSet<>();
  private final Set<String> seenPaths = new HashSet<>();
  private final Set<String> decoration = new HashSet<>();
  private final Set<String> links = new LinkedHashSet<>();

  SurfaceWalk(ProbeContext context, HttpClient client, AnswersAhead ahead, PathKinds kinds) {
    this.context = context;
    this.client = client;
    this.ahead = ahead;
    this.kinds = kinds;
    this.reading = new AnswerReading(context);
  }

  FoundPaths surface() {
    return surface;
  }

  AnswerReading reading() {
    return reading;
  }

  /** What the server shows to all: none of it is what a guard keeps. */
  Set<Likeness> shown() {
    return shown;
  }

  /** Whether the login page itself is shown at that path, so that its status tells nothing. */
  boolean isBehindPage(String path) {
    return behindPages.contains(path);
  }

  /** The cookies that were set without a login, as a browser sends them back; empty without one. */
  String cookieHeader() {
    return cookies.values().stream()
        .limit(MOST_COOKIES)
        .map(c -> c.name() + "=" + c.value())
        .collect(Collectors.joining("; "));
  }

  /** The attributes of every cookie that was set without a login. */
  List<HttpHeaders.Cookie> cookies() {
    return cookies.values().stream()
        .map(c -> new HttpHeaders.Cookie(c.name(), c.secure(), c.httpOnly(), c.sameSite()))
        .toList();
  }

  /**
   * Walks.
   *
   * @param root the answer to {@code /}
   * @param elsewhere what invented paths get
   * @param declared paths of the dossier, asked for first
   * @param listed paths on which devices are known to show too much
   * @throws IOException if the server stops answering on the way
   */
  void walk(
      Exchange root, Elsewhere elsewhere, Collection<String> declared, Collection<String> listed)
      throws IOException, InterruptedException {
    elsewhere.read(reading);
    seenPaths.add("/");
    surface.tried(false);
    endOfRedirects(root.response());
    note("/", root.response(), Optional.empty());
    Set<String> first = new LinkedHashSet<>(declared);
    first.addAll(listed);
    Deque<String> waiting = new ArrayDeque<>(first);
    declared.stream().filter("/"::equals).forEach(surface::declared);
    Course course = new Course(first.size());
    plan(first, Integer.MAX_VALUE);
    while (!waiting.isEmpty()) {
      String path = waiting.pop();
      if (seenPaths.add(path)) {
        ask(path, false, elsewhere, course);
        if (declared.contains(path)) {
          surface.declared(path);
        }
      }
    }
    int followed = 0;
    int known = 0;
    while (!links.isEmpty()) {
      String path = links.iterator().next();
      links.remove(path);
      if (!seenPaths.add(path)) {
        continue;
      }
      if (followed >= MAX_FOLLOWED) {
        surface.left(path);
        continue;
      }
      followed++;
      if (known-- <= 0) {
        known = links.size();
        plan(links, MAX_FOLLOWED - followed);
      }
      ask(path, true, elsewhere, course);
    }
    refusals
        .telling()
        .forEach((path, kind) -> surface.open(path, refusals.answer(path), "", kind, List.of()));
  }

  private void plan(Collection<String> next, int most) {
    ahead.plan(
        next.stream()
            .filter(p -> p.startsWith("/") && !seenPaths.contains(p))
            .limit(most)
            .map(HttpRequest::get)
            .toList());
  }

  /** How far the walk is, and how long the server has been silent. */
  private static final class Course {
    private final int listed;
    private int silent;
    private int done;

    Course(int listed) {
      this.listed = listed;
    }
  }

  private void ask(String path, boolean byLink, Elsewhere elsewhere, Course course)
      throws IOException, InterruptedException {
    surface.tried(byLink);
    Optional<HttpResponse> response = answer(path);
    if (response.isPresent()) {
      // A body that stalls is silence too: it costs as long a wait as no answer.
      course.silent = response.get().stalled() ? course.silent + 1 : 0;
      noteAlone(path, response.get(), elsewhere);
      if (response.get().stalled()) {
        surface.unanswered(path);
      }
    } else {
      surface.unanswered(path);
      course.silent++;
    }
    if (course.silent >= MAX_SILENT_IN_A_ROW) {
      throw new IOException("stopped answering after " + surface.triedCount() + " paths");
    }
    if (++course.done % 20 == 0) {
      context.progress(
          client.endpoint() + ": " + course.done + " paths",
          Math.min(0.99, course.done / (course.listed + 60.0)));
    }
  }

  /** A page that cannot be read is one without an answer, and the others are read. */
  private void noteAlone(String path, HttpResponse response, Elsewhere elsewhere)
      throws InterruptedException {
    try {
      note(path, response, Optional.of(elsewhere));
    } catch (IllegalArgumentException | TooMuchWorkException | StackOverflowError e) {
      surface.unanswered(path);
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
        return Optional.of(ahead.send(HttpRequest.get(path)).response());
      } catch (IOException noAnswer) {
        // A small server drops a connection now and then; the second silence counts.
      }
    }
    return Optional.empty();
  }

  private void note(String path, HttpResponse response, Optional<Elsewhere> elsewhere)
      throws InterruptedException {
    response.cookies().forEach(c -> cookies.putIfAbsent(c.name(), c));
    response.redirect().flatMap(ServerNames::inAddress).ifPresent(surface::host);
    List<String> shows = reading.read(path, response);
    if (elsewhere.isPresent() && elsewhere.get().isSame(path, response)) {
      surface.missing();
      return;
    }
    links.addAll(PageLinks.in(path, response, client.authority()));
    int status = response.status();
    if (response.isOk()) {
      page(path, response, shows);
    } else if (!shows.isEmpty()) {
      surface.open(path, response, "", "data", shows);
    } else if (status == 401 || status == 403 || status == 407) {
      surface.guarded(path);
      refusals.note(path, response);
    } else if (response.redirect().isPresent()) {
      moved(path, response.redirect().get());
      refusals.note(path, response);
    } else if (status == 404 || status == 410) {
      surface.missing();
    } else {
      surface.other(path, status);
      refusals.note(path, response);
    }
  }

  private void page(String path, HttpResponse response, List<String> shows) {
    String kind = kinds.of(path, response);
    String title = "";
    if (response.isHtml()) {
      HtmlPage page = HtmlPage.parse(response.text(), path);
      title = page.title();
      if (page.loginForm().isPresent()) {
        // The login page in place of what was asked for is a guard, at its own address a page.
        boolean again = !loginPages.add(Likeness.of(path, response));
        if (again && !path.equals("/") && !LOGIN_PATH.matcher(path).find()) {
          surface.guarded(path);
          behindPages.add(path);
          return;
        }
        decoration.addAll(page.images(client.authority()));
        kind = shows.isEmpty() ? page.showsMoreThanLogin() ? "page" : "login" : "data";
      } else if (page.asksForPassword()) {
        kind = "configuration";
      }
    } else if (kind.equals("media") && isDecoration(path, response)) {
      kind = "static";
    }
    shown.add(Likeness.of(path, response));
    surface.open(path, response, title, kind, shows);
  }

  /**
   * An image of the login page, such as a logo, unless its name says that it is a picture taken.
   */
  private boolean isDecoration(String path, HttpResponse response) {
    return decoration.contains(path)
        && response.mediaType().startsWith("image/")
        && !PICTURE.matcher(path).find();
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
                            && (HtmlPage.parse(r.text(), target).loginForm().isPresent()
                                || isScriptLogin(target, r))))
            .orElse(false);
    loginTargets.put(target, login);
    return login;
  }

  /** A page at the address of a login that is empty until a script has run. */
  private static boolean isScriptLogin(String target, HttpResponse response) {
    return LOGIN_PATH.matcher(target).find()
        && HtmlPage.parse(response.text(), target).isMadeByScript();
  }
}
