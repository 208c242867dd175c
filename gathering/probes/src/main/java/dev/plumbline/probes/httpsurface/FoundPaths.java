package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.http.HttpSurface.Failing;
import dev.plumbline.observation.http.HttpSurface.Open;
import dev.plumbline.observation.http.HttpSurface.Redirect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was found, path by path. */
final class FoundPaths {
  private static final int MOST_LEFT = 50;

  private final Map<String, Open> open = new TreeMap<>();
  private final Set<String> guarded = new TreeSet<>();
  private final Map<String, String> redirects = new TreeMap<>();
  private final Map<String, Integer> other = new TreeMap<>();
  private final Set<String> unanswered = new TreeSet<>();
  private final Set<String> declared = new TreeSet<>();
  private final Set<String> hosts = new TreeSet<>();
  private final Set<String> left = new LinkedHashSet<>();
  private int missing;
  private int tried;
  private int followed;
  private int otherWays;

  /**
   * A path that is readable.
   *
   * @param shows the secrets and personal data that stand there, by what they are
   */
  void open(String path, HttpResponse response, String title, String kind, List<String> shows) {
    open.put(path, entry(path, response, title, kind, Optional.empty(), shows));
    guarded.remove(path);
  }

  /** One that is readable in another way than by asking for it. */
  void openBy(String way, String path, HttpResponse response, String kind, List<String> shows) {
    open.put(path + " " + way, entry(path, response, "", kind, Optional.of(way), shows));
  }

  private static Open entry(
      String path,
      HttpResponse response,
      String title,
      String kind,
      Optional<String> way,
      List<String> shows) {
    return new Open(
        path,
        response.status(),
        title,
        response.bytes(),
        kind,
        way,
        Optional.of(shows).filter(s -> !s.isEmpty()));
  }

  void guarded(String path) {
    guarded.add(path);
  }

  Set<String> guarded() {
    return guarded;
  }

  /** Paths that are readable as they are asked for. */
  Set<String> opened() {
    return open.values().stream()
        .filter(entry -> entry.way().isEmpty() && entry.status() < 300)
        .map(Open::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Paths that lead elsewhere. */
  Set<String> moved() {
    return redirects.keySet();
  }

  /** A host that the server sends its visitors to. */
  void host(String name) {
    hosts.add(name);
  }

  Set<String> hosts() {
    return hosts;
  }

  void redirect(String path, String to) {
    redirects.put(path, to.length() > 300 ? to.substring(0, 300) : to);
  }

  void other(String path, int status) {
    other.put(path, status);
  }

  void unanswered(String path) {
    unanswered.add(path);
  }

  void missing() {
    missing++;
  }

  void tried(boolean byLink) {
    tried++;
    if (byLink) {
      followed++;
    }
  }

  /** A path of the dossier that was asked for. */
  void declared(String path) {
    declared.add(path);
  }

  /** A path that was named and not asked for. */
  void left(String path) {
    left.add(path);
  }

  /** Another way to a guarded path was tried. */
  void triedAnotherWay() {
    otherWays++;
  }

  int unansweredCount() {
    return unanswered.size();
  }

  int triedCount() {
    return tried;
  }

  /** All that is recorded. */
  HttpSurface fact(boolean tls, String server, String elsewhere) {
    return new HttpSurface(
        tls,
        server,
        List.copyOf(open.values()),
        List.copyOf(guarded),
        redirects.entrySet().stream().map(e -> new Redirect(e.getKey(), e.getValue())).toList(),
        other.entrySet().stream().map(e -> new Failing(e.getKey(), e.getValue())).toList(),
        missing,
        elsewhere,
        tried,
        followed,
        List.copyOf(unanswered),
        Optional.of(List.copyOf(declared)),
        Optional.of(otherWays),
        Optional.of(left.stream().limit(MOST_LEFT).toList()));
  }
}
