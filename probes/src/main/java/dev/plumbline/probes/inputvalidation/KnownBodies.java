package dev.plumbline.probes.inputvalidation;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpRequest;
import dev.plumbline.probes.http.HttpResponse;
import dev.plumbline.probes.login.Services;
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
    for (String document : named("api.surface", "documents", "path")) {
      described(document, places);
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
    for (Map<?, ?> control : entries("upnp.control", "controls")) {
      if (control.get("path") instanceof String path
          && control.get("service") instanceof String service) {
        controls.computeIfAbsent(path, p -> new ArrayList<>()).add(service);
      }
    }
    return controls;
  }

  private List<String> named(String key, String list, String field) {
    return entries(key, list).stream()
        .map(m -> m.get(field))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  private List<Map<?, ?>> entries(String key, String list) {
    Endpoint endpoint = client.endpoint();
    List<Map<?, ?>> entries = new ArrayList<>();
    Services.newest(context, key, endpoint)
        .filter(Observation::seen)
        .map(o -> o.value().get(list))
        .ifPresent(
            value -> {
              if (value instanceof List<?> all) {
                all.forEach(
                    each -> {
                      if (each instanceof Map<?, ?> m) {
                        entries.add(m);
                      }
                    });
              }
            });
    return entries;
  }
}
