package dev.plumbline.importers.har;

import static dev.plumbline.importers.reading.Fields.text;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.network.HeldFacts;
import dev.plumbline.importers.network.Urls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Exchanges by endpoint, each method, path and status once. */
final class Exchanges {
  private static final int MOST = 2_000;
  private static final int LONGEST = 500;

  /** Headers that carry what must not be kept. */
  private static final Set<String> SECRET =
      Set.of("cookie", "set-cookie", "authorization", "proxy-authorization");

  private static final Pattern ATTRIBUTE = Pattern.compile("\\s*;\\s*");

  private static final class Site {
    private final Set<Map<String, Object>> exchanges = new LinkedHashSet<>();
    private final Set<String> sent = new TreeSet<>();
    private Map<String, Object> headers = Map.of();
    private List<Map<String, Object>> cookies = List.of();
    private boolean root;
    private boolean tls;
    private long count;
  }

  private final Map<Endpoint, Site> sites = new LinkedHashMap<>();

  void add(Urls url, JsonNode entry) {
    Endpoint endpoint = url.endpoint().orElseThrow();
    Site site = sites.computeIfAbsent(endpoint, e -> new Site());
    long status = entry.path("response").path("status").asLong(0);
    site.tls = url.isEncrypted();
    site.count++;
    if (site.exchanges.size() < MOST) {
      site.exchanges.add(
          Map.of(
              "method",
              cut(text(entry, "request", "method")),
              "path",
              cut(url.where()),
              "status",
              status));
    }
    for (JsonNode header : entry.path("request").path("headers")) {
      String name = text(header, "name").toLowerCase(Locale.ROOT);
      if (SECRET.contains(name)) {
        site.sent.add(name);
      }
    }
    if (url.path().equals("/") && status == 200 && !site.root) {
      site.root = true;
      headers(site, entry.path("response").path("headers"));
    }
  }

  private static void headers(Site site, JsonNode list) {
    Map<String, Object> headers = new LinkedHashMap<>();
    List<Map<String, Object>> cookies = new ArrayList<>();
    for (JsonNode header : list) {
      String name = text(header, "name").toLowerCase(Locale.ROOT);
      if (name.equals("set-cookie")) {
        for (String line : text(header, "value").split("\n", -1)) {
          cookies.add(cookie(line));
        }
      } else if (!SECRET.contains(name) && !name.startsWith(":")) {
        headers.put(name, cut(text(header, "value")));
      }
    }
    site.headers = headers;
    site.cookies = List.copyOf(cookies);
  }

  private static Map<String, Object> cookie(String line) {
    String[] parts = ATTRIBUTE.split(line);
    Map<String, Object> cookie = new LinkedHashMap<>();
    cookie.put("name", cut(parts[0].split("=", 2)[0]));
    cookie.put("secure", false);
    cookie.put("httpOnly", false);
    cookie.put("sameSite", "");
    for (String part : parts) {
      String lower = part.toLowerCase(Locale.ROOT);
      if (lower.equals("secure")) {
        cookie.put("secure", true);
      } else if (lower.equals("httponly")) {
        cookie.put("httpOnly", true);
      } else if (lower.startsWith("samesite=")) {
        cookie.put("sameSite", part.substring("samesite=".length()));
      }
    }
    return cookie;
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  void tell(HeldFacts facts) {
    sites.forEach(
        (endpoint, site) -> {
          facts.seen(
              "http.exchanges",
              endpoint.toString(),
              Map.of(
                  "exchanges",
                  List.copyOf(site.exchanges),
                  "tls",
                  site.tls,
                  "sent",
                  List.copyOf(site.sent)),
              Map.of("recorded", site.count, "scope", "what was done while it was recorded"));
          if (site.root) {
            facts.seen(
                "http.headers",
                endpoint.toString(),
                Map.of("headers", site.headers, "cookies", site.cookies),
                Map.of("path", "/"));
          }
        });
  }
}
