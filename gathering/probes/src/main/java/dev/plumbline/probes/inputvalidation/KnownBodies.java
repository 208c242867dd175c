package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.login.Services;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.observation.network.UpnpControl;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies for the paths of which other probes learned what they take: APIs and UPnP control. */
final class KnownBodies {
  private final ProbeContext context;
  private final HttpClient client;
  private final String session;

  KnownBodies(ProbeContext context, HttpClient client, String session) {
    this.context = context;
    this.client = client;
    this.session = session;
  }

  /** Adds them to the places. */
  void addTo(Places places, Grammar grammar) throws InterruptedException {
    for (Map.Entry<String, String> upload : places.uploads().entrySet()) {
      places.take(upload.getKey(), grammar.uploads(upload.getValue()));
    }
    List<ApiSurface.Document> documents =
        Services.fact(context, ApiSurface.class, client.endpoint())
            .map(ApiSurface::documents)
            .orElse(List.of());
    for (ApiSurface.Document document : documents) {
      described(document.path(), places);
    }
    for (Map.Entry<String, List<String>> control : controls().entrySet()) {
      List<Body> bodies = new ArrayList<>();
      control.getValue().forEach(service -> bodies.addAll(grammar.soap(service)));
      places.take(control.getKey(), bodies);
    }
  }

  private void described(String document, Places places) throws InterruptedException {
    Optional<DescribedBodies> described = Optional.empty();
    try {
      HttpResponse answer =
          client.send(Session.with(HttpRequest.get(document), session)).response();
      if (answer.isOk() && !answer.truncated()) {
        described = DescribedBodies.read(answer.text());
      }
    } catch (IOException | IllegalArgumentException e) {
      context.progress("no description at " + document, 0.1);
    }
    if (described.isEmpty()) {
      places.skip(document, "what it describes could not be read again");
      return;
    }
    described.get().skipped().forEach(places::skip);
    for (Map.Entry<String, List<Body>> each : described.get().bodies().entrySet()) {
      places.take(each.getKey(), each.getValue());
    }
  }

  /** Services by the path where they are controlled. */
  private Map<String, List<String>> controls() {
    Map<String, List<String>> controls = new LinkedHashMap<>();
    Services.fact(context, UpnpControl.class, client.endpoint()).stream()
        .flatMap(c -> c.controls().stream())
        .forEach(c -> controls.computeIfAbsent(c.path(), p -> new ArrayList<>()).add(c.service()));
    return controls;
  }
}
