package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.http.AnswersAhead;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.PathKinds;
import dev.plumbline.client.http.ServerNames;
import dev.plumbline.client.login.Services;
import dev.plumbline.observation.http.HttpHeaders;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a web server without a login, and tells what is open, guarded, moved and missing. */
public final class HttpSurfaceProbe implements Probe {

  /** Beyond the limits that small servers and the common ones have. */
  private static final List<Integer> LONG_HEADERS = List.of(5_000, 20_000);

  private final ProbeSpec spec = ProbeSpec.load(HttpSurfaceProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<String> paths = DataFile.lines(HttpSurfaceProbe.class, "paths.txt");
    PathKinds kinds = PathKinds.load();
    context.each(
        Services.speaking(context, "http"),
        s -> s.endpoint().toString(),
        service -> {
          HttpClient client =
              new HttpClient(context, service.endpoint(), service.tls(), HttpLimits.PAGE);
          read(context, client, paths, kinds);
        });
  }

  private void read(ProbeContext context, HttpClient client, List<String> paths, PathKinds kinds)
      throws InterruptedException {
    String subject = client.endpoint().toString();
    Exchange root;
    try {
      root = client.send(HttpRequest.get("/"));
    } catch (IOException e) {
      unknown(context, subject, "No usable answer to /: " + e.getMessage());
      return;
    }
    try (AnswersAhead ahead = new AnswersAhead(client)) {
      String seed = Long.toHexString(context.clock().millis() | 0x1000_0000L);
      Elsewhere elsewhere = Elsewhere.ask(client, seed);
      SurfaceWalk walk = new SurfaceWalk(context, client, ahead, kinds);
      Set<String> declared = DeclaredPaths.of(context, client.endpoint());
      walk.walk(root, elsewhere, declared, paths);
      List<String> names = ServerNames.of(context, client.endpoint(), walk.surface().hosts());
      new GuardTrials(context, client, ahead, kinds, walk, "/pl-" + seed + "g")
          .run(declared, paths, names);
      inClear(context, client, walk);
      withLongHeader(context, client, walk);
      record(context, client, walk, root, elsewhere);
    } catch (IOException e) {
      unknown(context, subject, "What is open cannot be told: " + e.getMessage());
    }
  }

  /** A server of TLS may talk to who speaks plain HTTP. */
  private static void inClear(ProbeContext context, HttpClient client, SurfaceWalk walk)
      throws InterruptedException {
    if (!client.tls()) {
      return;
    }
    try {
      HttpResponse answer =
          new HttpClient(context, client.endpoint(), false, HttpLimits.PAGE).get("/");
      walk.reading().read("/ in plain HTTP", answer);
    } catch (IOException noAnswer) {
      // Most servers close, which is right.
    }
  }

  /** The error page of a server that takes no header of that length may be one of another's. */
  private static void withLongHeader(ProbeContext context, HttpClient client, SurfaceWalk walk)
      throws InterruptedException {
    if (!context.allows(Intrusiveness.PROVOKE)) {
      return;
    }
    for (int length : LONG_HEADERS) {
      try {
        HttpRequest request = HttpRequest.get("/").with("X-Plumbline", "a".repeat(length));
        walk.reading().read("/ with a long header", client.send(request).response());
      } catch (IOException noAnswer) {
        // Closing is an answer that tells nothing.
        return;
      }
    }
  }

  private static void unknown(ProbeContext context, String subject, String reason) {
    context.undetermined(HttpSurface.class, subject, reason);
    context.undetermined(HttpHeaders.class, subject, reason);
  }

  private void record(
      ProbeContext context,
      HttpClient client,
      SurfaceWalk walk,
      Exchange root,
      Elsewhere elsewhere) {
    String subject = client.endpoint().toString();
    FoundPaths surface = walk.surface();
    if (surface.unansweredCount() * 4 > surface.triedCount()) {
      context.undetermined(
          HttpSurface.class,
          subject,
          surface.unansweredCount() + " of " + surface.triedCount() + " paths gave no answer.");
    } else {
      String server = root.response().header("server").orElse("");
      context.seen(subject, surface.fact(client.tls(), server, elsewhere.kind()), root.wire());
    }
    headers(context, subject, walk, root);
    GivenAway.record(
        context,
        spec.id(),
        client.endpoint(),
        Disclosures.told(walk.reading().facts()),
        context.allows(Intrusiveness.PROVOKE)
            ? List.of("headers", "pages", "the answer to a long header")
            : List.of("headers", "pages"),
        Optional.of(root.wire()));
  }

  private static void headers(
      ProbeContext context, String subject, SurfaceWalk walk, Exchange root) {
    HttpResponse response = root.response();
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.equals("set-cookie")) {
                headers.put(name, String.join(", ", values));
              }
            });
    context.seen(subject, new HttpHeaders(headers, walk.cookies(), Optional.empty()), root.wire());
  }
}
