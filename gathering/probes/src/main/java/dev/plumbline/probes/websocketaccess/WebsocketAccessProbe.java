package dev.plumbline.probes.websocketaccess;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.client.recordedlogins.LoginInterfaces;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.http.WebsocketAccess;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks each web server to open a WebSocket, without a login. */
public final class WebsocketAccessProbe implements Probe {

  private static final int MOST_COMMANDS = 8;
  private static final int MOST_PAGES = 12;
  private static final Set<String> READ = Set.of("page", "login", "static");
  private final ProbeSpec spec = ProbeSpec.load(WebsocketAccessProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<String> usual = DataFile.lines(WebsocketAccessProbe.class, "paths.txt");
    List<String> usualCommands = DataFile.lines(WebsocketAccessProbe.class, "commands.txt");
    LoginInterfaces doors = new LoginInterfaces(context, LoginWords.load());
    Disclosures disclosures = Disclosures.load();
    context.each(
        Services.speaking(context, "http"),
        s -> s.endpoint().toString(),
        service -> {
          String subject = service.endpoint().toString();
          try {
            NamedSockets named = named(context, service);
            if (context.allows(Intrusiveness.PROVOKE)) {
              behind(context, doors, service).forEach(named::read);
            }
            Set<String> paths = new LinkedHashSet<>(named.paths());
            paths.addAll(usual);
            Set<String> commands = new LinkedHashSet<>();
            if (context.allows(Intrusiveness.PROVOKE)) {
              commands.addAll(named.messages());
              commands.addAll(usualCommands);
            }
            Sockets sockets =
                new Sockets(
                    new WebSocketHandshake(context, service.endpoint(), service.tls()),
                    commands.stream().limit(MOST_COMMANDS).toList(),
                    m -> isTelling(disclosures, m, context));
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

  private static boolean isTelling(Disclosures disclosures, String message, ProbeContext context) {
    return disclosures.in(message, context).stream()
        .anyMatch(g -> g.kind().equals("secret") || g.kind().equals("personal"));
  }

  /** What the start page, the login page and the scripts of the server name. */
  private static NamedSockets named(ProbeContext context, Service service)
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
    NamedSockets named = new NamedSockets(client.authority());
    for (String page : pages) {
      try {
        named.read(client.get(page).text());
      } catch (IOException e) {
        // A server without a start page may open sockets all the same.
        if (page.equals("/")) {
          return named;
        }
      }
    }
    return named;
  }

  /** Pages and scripts that the first declared login opens. */
  private static Collection<String> behind(
      ProbeContext context, LoginInterfaces doors, Service service) throws InterruptedException {
    List<Credential> logins = context.product().credentials();
    List<LoginInterface> found =
        doors.of(service).map(LoginInterfaces.Found::doors).orElse(List.of());
    if (logins.isEmpty()) {
      return List.of();
    }
    context.redact(logins.getFirst().password());
    for (LoginInterface door : found) {
      try {
        if (context.takeLoginAttempt(door.mechanism())) {
          Map<String, String> texts = door.readBehind(logins.getFirst());
          if (!texts.isEmpty()) {
            context.giveBackLoginAttempt(door.mechanism());
            return texts.values();
          }
        }
      } catch (IOException noAnswer) {
        // Without these pages those that anybody reads name what there is.
        return List.of();
      }
    }
    return List.of();
  }
}
