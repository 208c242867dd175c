package dev.plumbline.probes.httpsurface;

import dev.plumbline.probes.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was found, path by path. */
final class Surface {
  private final Map<String, Map<String, Object>> open = new TreeMap<>();
  private final Set<String> guarded = new TreeSet<>();
  private final Map<String, String> redirects = new TreeMap<>();
  private final Map<String, Integer> other = new TreeMap<>();
  private final Set<String> unanswered = new TreeSet<>();
  private int missing;
  private int tried;
  private int followed;

  void open(String path, HttpResponse response, String title, String kind) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("path", path);
    entry.put("status", (long) response.status());
    entry.put("title", title);
    entry.put("bytes", (long) response.bytes());
    entry.put("kind", kind);
    open.put(path, entry);
  }

  void guarded(String path) {
    guarded.add(path);
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
    return Map.of(
        "paths", (long) tried,
        "followed", (long) followed,
        "unanswered", List.copyOf(unanswered));
  }
}
