package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HtmlPage.LoginForm;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.core.BoundedPattern;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The paths of one server that input can be sent to, and those that are left alone, with why. */
final class InputPaths {
  private static final int MOST = 24;
  private static final int MOST_PARAMETERS = 4;

  /** Tried where a path shows no parameter of its own: any path may take one. */
  private static final String ANY = "q";

  /** A form that takes an update is a matter for a probe of updates. */
  private static final BoundedPattern UPDATE =
      BoundedPattern.compile("(?i)(firmware|upgrade|update|image|restore)");

  private final HttpClient client;
  private final String session;
  private final Map<String, InputPath> found = new LinkedHashMap<>();
  private final Map<String, String> skipped = new TreeMap<>();
  private final Map<String, Set<String>> parameters = new LinkedHashMap<>();
  private final Map<String, String> uploads = new LinkedHashMap<>();
  private final Map<String, LoginForm> logins = new LinkedHashMap<>();
  private final Deque<String> waiting = new ArrayDeque<>();

  InputPaths(HttpClient client, String session) {
    this.client = client;
    this.session = session;
  }

  List<InputPath> found() {
    return List.copyOf(found.values());
  }

  /** Why each path was left out. */
  Map<String, String> skipped() {
    return skipped;
  }

  void skip(String path, String reason) {
    skipped.put(path, reason);
  }

  /**
   * Looks at paths and at what they lead to.
   *
   * @param declared paths that the declaration names: one that is not there is told
   */
  void look(Collection<String> declared, Collection<String> seen) throws InterruptedException {
    declared.forEach(this::add);
    seen.forEach(this::add);
    Set<String> done = new LinkedHashSet<>();
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      if (!done.add(path) || skipped.containsKey(path) || uploads.containsKey(path)) {
        continue;
      }
      if (RiskyLinks.isRisky(path)) {
        skip(path, "its name says that it changes the device");
      } else if (done.size() > MOST) {
        skip(path, "more than " + MOST + " paths");
      } else {
        ask(path, declared.contains(path));
      }
    }
    found.replaceAll(
        (path, place) -> new InputPath(path, named(path), place.ordinary(), place.bodies()));
  }

  /**
   * Adds bodies for a path, whatever it answers to an ordinary request but a demand for a login.
   */
  void take(String path, List<Body> bodies) throws InterruptedException {
    if (RiskyLinks.isRisky(path)) {
      skip(path, "its name says that it changes the device");
      return;
    }
    try {
      InputPath known = found.get(path);
      HttpResponse ordinary =
          known == null
              ? client.send(DeclaredSession.with(HttpRequest.get(path), session)).response()
              : known.ordinary();
      if (DeclaredSession.isRefusal(ordinary, path, client.authority())) {
        skip(path, "it sends those away who have no login");
        return;
      }
      List<Body> all = new ArrayList<>(known == null ? List.of() : known.bodies());
      all.addAll(bodies);
      found.put(
          path, new InputPath(path, known == null ? List.of() : known.parameters(), ordinary, all));
    } catch (IOException | IllegalArgumentException noAnswer) {
      skip(path, "no answer to an ordinary request");
    }
  }

  /**
   * Adds logins for a path.
   *
   * @param ordinary the answer to a login that is not odd
   */
  void takeLogins(String path, HttpResponse ordinary, List<Body> bodies) {
    skip(path, "of its login only the user name was tried");
    found.put(path, new InputPath(path, List.of(), ordinary, bodies));
  }

  /** Forms for signing in, by the path that they are sent to. */
  Map<String, LoginForm> logins() {
    return logins;
  }

  /** Fields that take a file, by the path that their form is sent to. */
  Map<String, String> uploads() {
    return uploads;
  }

  private void add(String reference) {
    String[] sides = reference.split("\\?", 2);
    if (!sides[0].matches("/[!-~]*")) {
      skip(reference, "not a path");
      return;
    }
    Set<String> names = parameters.computeIfAbsent(sides[0], p -> new LinkedHashSet<>());
    if (sides.length == 2) {
      for (String pair : sides[1].split("&", -1)) {
        names.add(pair.split("=", 2)[0]);
      }
    }
    waiting.add(sides[0]);
  }

  private List<String> named(String path) {
    List<String> names = new ArrayList<>(parameters.getOrDefault(path, Set.of()));
    names.removeIf(n -> !n.matches("[\\w.-]{1,40}"));
    if (names.size() > MOST_PARAMETERS) {
      skip(path + "?", "more than " + MOST_PARAMETERS + " parameters");
      return names.subList(0, MOST_PARAMETERS);
    }
    return names.isEmpty() ? List.of(ANY) : names;
  }

  private void ask(String path, boolean declared) throws InterruptedException {
    HttpResponse answer;
    try {
      answer = client.send(DeclaredSession.with(HttpRequest.get(path), session)).response();
    } catch (IOException noAnswer) {
      skip(path, "no answer to an ordinary request");
      return;
    }
    if (answer.truncated()) {
      skip(path, "no whole answer to an ordinary request");
    } else if (answer.status() == 404) {
      if (declared) {
        skip(path, "it does not exist");
      }
    } else if (DeclaredSession.isRefusal(answer, path, client.authority())) {
      skip(path, "it sends those away who have no login");
    } else if (answer.isHtml()) {
      page(path, answer);
    } else {
      found.put(path, new InputPath(path, List.of(ANY), answer, List.of()));
    }
  }

  private void page(String path, HttpResponse answer) {
    HtmlPage page = HtmlPage.parse(answer.text(), path);
    page.links(client.authority()).forEach(this::add);
    page.loginForm()
        .filter(f -> f.drivable() && f.post() && f.userField().isPresent())
        .ifPresent(f -> login(path, page, f));
    for (Element form : Jsoup.parse(answer.text()).select("form")) {
      if (!form.select("input[type=password]").isEmpty()) {
        skip(path, "its form takes a password");
        continue;
      }
      Element file = form.selectFirst("input[type=file]");
      if (file != null) {
        upload(path, form, file.attr("name"));
        continue;
      }
      if (form.attr("method").equalsIgnoreCase("post")) {
        skip(path, "its form changes something");
        continue;
      }
      String to = page.local(form.attr("action"), client.authority()).orElse(path);
      Set<String> names =
          parameters.computeIfAbsent(to.split("\\?", 2)[0], p -> new LinkedHashSet<>());
      form.select("[name]").forEach(e -> names.add(e.attr("name")));
    }
    if (!skipped.containsKey(path) && !uploads.containsKey(path)) {
      found.put(path, new InputPath(path, List.of(ANY), answer, List.of()));
    }
  }

  private void login(String path, HtmlPage page, LoginForm form) {
    Optional<String> to =
        form.action().isEmpty() ? Optional.of(path) : page.local(form.action(), client.authority());
    to.ifPresent(t -> logins.putIfAbsent(t, form));
  }

  private void upload(String path, Element form, String field) {
    String to = form.attr("action").isEmpty() ? path : form.attr("action");
    boolean update = UPDATE.matcher(path + " " + to + " " + form.text() + " " + field).find();
    if (update || !to.matches("/[!-~]*") || !field.matches("[\\w.-]{1,60}")) {
      skip(path, update ? "its form takes an update" : "its form sends a file elsewhere");
      skip(to, "a form sends files there");
    } else {
      uploads.put(to, field);
    }
    found.remove(to);
  }
}
