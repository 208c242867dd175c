package dev.plumbline.probes.httpsurface;

import dev.plumbline.probes.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was found, path by path. */
final class Surface {
  private static final int MOST_LEFT = 50;

  private final Map<String, Map<String, Object>> open = new TreeMap<>();
  private final Set<String> guarded = new TreeSet<>();
  private final Map<String, String> redirects = new TreeMap<>();
  private final Map<String, Integer> other = new TreeMap<>();
  private final Set<String> unanswered = new TreeSet<>();
  private final Set<String> declared = new TreeSet<>();
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
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("path", path);
    entry.put("status", (long) response.status());
    entry.put("title", title);
    entry.put("bytes", (long) response.bytes());
    entry.put("kind", kind);
    if (!shows.isEmpty()) {
      entry.put("shows", shows);
    }
    open.put(path, entry);
    guarded.remove(path);
  }

  /** One that is readable in another way than by asking for it. */
  void openBy(String way, String path, HttpResponse response, String kind, List<String> shows) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("path", path);
    entry.put("status", (long) response.status());
    entry.put("title", "");
    entry.put("bytes", (long) response.bytes());
    entry.put("kind", kind);
    entry.put("way", way);
    if (!shows.isEmpty()) {
      entry.put("shows", shows);
    }
    open.put(path + " " + way, entry);
  }

  void guarded(String path) {
    guarded.add(path);
  }

  Set<String> guarded() {
    return guarded;
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

  /** The value of {@code http.surface}. */
  Map<String, Object> value(boolean tls, String server, String elsewhere) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("tls", tls);
    value.put("server", server);
    value.put("open", List.copyOf(open.values()));
    value.put("guarded", List.copyOf(guarded));
    List<Map<String, Object>> moved = new ArrayList<>();
    redirects.forEach((path, to) -> moved.add(Map.of("path", path, "to", to)));
    value.put("redirects", moved);
    List<Map<String, Object>> failing = new ArrayList<>();
    other.forEach((path, status) -> failing.add(Map.of("path", path, "status", (long) status)));
    value.put("other", failing);
    value.put("missing", (long) missing);
    value.put("elsewhere", elsewhere);
    return value;
  }

  Map<String, Object> coverage() {
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("paths", (long) tried);
    coverage.put("followed", (long) followed);
    coverage.put("unanswered", List.copyOf(unanswered));
    coverage.put("declared", List.copyOf(declared));
    coverage.put("otherWays", (long) otherWays);
    coverage.put("left", left.stream().limit(MOST_LEFT).toList());
    return coverage;
  }
}
