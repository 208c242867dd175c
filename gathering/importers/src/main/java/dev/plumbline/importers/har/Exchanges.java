package dev.plumbline.importers.har;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Urls;
import dev.plumbline.observation.http.HttpExchanges;
import dev.plumbline.observation.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Exchanges by endpoint, each method, path and status once. */
final class Exchanges {
  private static final int MOST = 2_000;
  private static final int LONGEST = 500;

  /** Headers that carry what must not be kept. */
  private static final Set<String> SECRET =
      Set.of("cookie", "set-cookie", "authorization", "proxy-authorization");

  private static final BoundedPattern ATTRIBUTE = BoundedPattern.compile("\\s*;\\s*");

  private static final class Site {
    private final Set<HttpExchanges.Exchange> exchanges = new LinkedHashSet<>();
    private final Set<String> sent = new TreeSet<>();
    private Map<String, String> headers = Map.of();
    private List<HttpHeaders.Cookie> cookies = List.of();
    private boolean root;
    private boolean tls;
    private long count;
  }

  private final Map<Endpoint, Site> sites = new LinkedHashMap<>();

  void add(Urls url, JsonNode entry) {
    Endpoint endpoint = url.endpoint().orElseThrow();
    Site site = sites.computeIfAbsent(endpoint, e -> new Site());
    int status = entry.path("response").path("status").asInt(0);
    site.tls = url.isEncrypted();
    site.count++;
    if (site.exchanges.size() < MOST) {
      site.exchanges.add(
          new HttpExchanges.Exchange(
              Optional.of(cut(text(entry, "request", "method"))),
              Optional.of(cut(url.where())),
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
    Map<String, String> headers = new LinkedHashMap<>();
    List<HttpHeaders.Cookie> cookies = new ArrayList<>();
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

  private static HttpHeaders.Cookie cookie(String line) {
    String[] parts = ATTRIBUTE.split(line);
    boolean secure = false;
    boolean httpOnly = false;
    String sameSite = "";
    for (String part : parts) {
      String lower = part.toLowerCase(Locale.ROOT);
      secure |= lower.equals("secure");
      httpOnly |= lower.equals("httponly");
      if (lower.startsWith("samesite=")) {
        sameSite = part.substring("samesite=".length());
      }
    }
    return new HttpHeaders.Cookie(cut(parts[0].split("=", 2)[0]), secure, httpOnly, sameSite);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  void tell(HeldFacts facts) {
    sites.forEach(
        (endpoint, site) -> {
          facts.seen(
              endpoint.toString(),
              new HttpExchanges(
                  List.copyOf(site.exchanges),
                  site.tls,
                  List.copyOf(site.sent),
                  site.count,
                  "what was done while it was recorded"));
          if (site.root) {
            facts.seen(
                endpoint.toString(), new HttpHeaders(site.headers, site.cookies, Optional.of("/")));
          }
        });
  }
}
