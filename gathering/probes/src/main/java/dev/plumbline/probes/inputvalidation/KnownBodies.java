package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HtmlPage.LoginForm;
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

/** Bodies for the paths of which is known what they take: APIs, UPnP control, login forms. */
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
  void addTo(InputPaths places, Grammar grammar) throws InterruptedException {
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
    for (Map.Entry<String, LoginForm> login : places.logins().entrySet()) {
      logins(login.getKey(), login.getValue(), places, grammar);
    }
  }

  /** As many as the login budget allows; the answer to the first says what is usual there. */
  private void logins(String path, LoginForm form, InputPaths places, Grammar grammar)
      throws InterruptedException {
    String user = form.userField().orElseThrow();
    Body ordinary = Grammar.ordinaryLogin(form, user);
    List<Body> bodies = new ArrayList<>(List.of(ordinary));
    try {
      if (!take()) {
        places.skip(path, "loginBudget of product.yaml allows no wrong logins there");
        return;
      }
      HttpResponse usual =
          client
              .send(
                  Grammar.input(path, ordinary).bytes(client.authority(), session),
                  ordinary.method())
              .response();
      for (Body body : grammar.logins(form, user)) {
        if (take()) {
          bodies.add(body);
        }
      }
      places.takeLogins(path, usual, bodies);
    } catch (IOException noAnswer) {
      places.skip(path, "no answer to a login");
    }
  }

  private boolean take() {
    return context.takeLoginAttempt(client.endpoint() + " input-validation");
  }

  private void described(String document, InputPaths places) throws InterruptedException {
    Optional<DescribedBodies> described = Optional.empty();
    try {
      HttpResponse answer =
          client.send(DeclaredSession.with(HttpRequest.get(document), session)).response();
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
