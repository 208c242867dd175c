package dev.plumbline.probes.websocketaccess;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.http.WebsocketAccess;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Asks each web server to open a WebSocket, without a login. */
public final class WebsocketAccessProbe implements Probe {

  private static final int MOST_LINKS = 20;
  private static final int MOST_PAGES = 12;
  private static final Set<String> READ = Set.of("page", "login", "static");
  private static final BoundedPattern LINK =
      BoundedPattern.compile("[\"'`](?:wss?://[^/\"'`]{1,200})?(/[!-~&&[^\"'`<>]]{0,200})[\"'`]");

  private final ProbeSpec spec = ProbeSpec.load(WebsocketAccessProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<String> usual = DataFile.lines(WebsocketAccessProbe.class, "paths.txt");
    Disclosures disclosures = Disclosures.load();
    context.each(
        Services.speaking(context, "http"),
        s -> s.endpoint().toString(),
        service -> {
          String subject = service.endpoint().toString();
          Sockets sockets = new Sockets(new Handshake(context, service.endpoint(), service.tls()));
          try {
            Set<String> paths = new LinkedHashSet<>(named(context, service));
            paths.addAll(usual);
            sockets.ask(List.copyOf(paths));
            if (!sockets.text().isEmpty()) {
              GivenAway.record(
                  context,
                  spec.id(),
                  service.endpoint(),
                  disclosures.in(sockets.text(), context),
                  List.of("websocket"),
                  sockets.wire());
            }
            context.seen(subject, sockets.fact(), sockets.wire());
          } catch (IOException e) {
            context.undetermined(
                WebsocketAccess.class,
                subject,
                "Which WebSockets it opens cannot be told: " + e.getMessage());
          }
        });
  }

  /** Paths that the start page, the login page and the scripts of the server name. */
  private static Set<String> named(ProbeContext context, Service service)
      throws InterruptedException {
    HttpClient client = new HttpClient(context, service.endpoint(), service.tls(), HttpLimits.PAGE);
    Set<String> pages = new LinkedHashSet<>(List.of("/"));
    Services.fact(context, HttpSurface.class, service.endpoint()).stream()
        .flatMap(surface -> surface.open().stream())
        .filter(o -> READ.contains(o.kind()) && o.way().isEmpty())
        .map(HttpSurface.Open::path)
        .filter(p -> p.matches("/[!-~]*"))
        .limit(MOST_PAGES)
        .forEach(pages::add);
    Set<String> paths = new LinkedHashSet<>();
    for (String page : pages) {
      try {
        named(client.get(page).text(), client.authority(), paths);
      } catch (IOException e) {
        // A server without a start page may open sockets all the same.
        if (page.equals("/")) {
          return paths;
        }
      }
    }
    return paths;
  }

  /** Paths that a text names beside the word. */
  private static void named(String text, String authority, Set<String> paths) {
    Matcher link = LINK.matcher(text);
    while (link.find() && paths.size() < MOST_LINKS) {
      boolean beside =
          link.group().contains("ws://")
              || link.group().contains("wss://")
              || link.group(1).matches("(?i).*(ws|socket).*");
      if (beside) {
        HtmlPage.local("/", link.group(1), authority).ifPresent(paths::add);
      }
    }
  }
}
