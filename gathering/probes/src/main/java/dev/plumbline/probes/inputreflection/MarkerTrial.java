package dev.plumbline.probes.inputreflection;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.observation.http.InputReflection;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts a marker into every parameter of one server, within the bound of requests. */
final class MarkerTrial {
  /** The most requests that one endpoint gets, those that read the pages included. */
  static final int MAX_REQUESTS = 40;

  /** Places where a server that writes what it is asked into a header gives a header of ours. */
  private static final List<String> LINE_BREAKS =
      List.of("/plb%0d%0aX-Plb:%20a", "/?plb=%0d%0aX-Plb:%20a", "/plb%0aX-Plb:%20a");

  private static final int MAX_PAGES = 10;
  private static final int MAX_SILENT_IN_A_ROW = 3;

  private final ProbeContext context;
  private final HttpClient client;
  private final List<String> commonNames;
  private final Map<Input.Place, Wire> reflected = new LinkedHashMap<>();
  private final Set<String> paths = new TreeSet<>();
  private final Map<String, Wire> split = new LinkedHashMap<>();
  private int requests;
  private int marked;
  private int tried;
  private int silentInARow;

  MarkerTrial(ProbeContext context, HttpClient client, List<String> commonNames) {
    this.context = context;
    this.client = client;
    this.commonNames = commonNames;
  }

  /**
   * Tries.
   *
   * @param pages paths that are open without a login
   */
  void run(List<String> pages) throws InterruptedException {
    for (String path : LINE_BREAKS) {
      Optional<Exchange> exchange = goesOn() ? ask(HttpRequest.get(path)) : Optional.empty();
      exchange
          .filter(e -> e.response().header("x-plb").isPresent())
          .ifPresent(e -> split.put(path, e.wire()));
    }
    for (Input input : inputs(pages)) {
      if (!goesOn()) {
        return;
      }
      Marker marker = new Marker(++marked);
      Optional<Exchange> exchange = ask(input.request(marker));
      if (exchange.isEmpty() || !isAnswer(exchange.get().response())) {
        continue;
      }
      tried++;
      paths.add(input.path());
      if (marker.isIn(exchange.get().response())) {
        reflected.put(input.place(), exchange.get().wire());
      }
    }
  }

  /** What the pages themselves offer comes first; guesses take the requests that are left. */
  private List<Input> inputs(List<String> pages) throws InterruptedException {
    Map<Input.Place, Input> offered = new LinkedHashMap<>();
    List<String> read = new ArrayList<>();
    for (String page : pages.subList(0, Math.min(MAX_PAGES, pages.size()))) {
      Optional<Exchange> exchange = goesOn() ? ask(HttpRequest.get(page)) : Optional.empty();
      if (exchange.isEmpty() || !isPage(exchange.get().response())) {
        continue;
      }
      read.add(page);
      Inputs.of(exchange.get().response().text(), page, client.authority())
          .forEach(i -> offered.putIfAbsent(i.place(), i));
    }
    for (String page : new LinkedHashSet<>(read)) {
      Inputs.common(page, commonNames).forEach(i -> offered.putIfAbsent(i.place(), i));
    }
    return List.copyOf(offered.values());
  }

  private boolean goesOn() {
    return requests < MAX_REQUESTS && silentInARow < MAX_SILENT_IN_A_ROW;
  }

  private Optional<Exchange> ask(HttpRequest request) throws InterruptedException {
    requests++;
    context.progress(client.endpoint() + ": request " + requests, (double) requests / MAX_REQUESTS);
    try {
      Exchange exchange = client.send(request);
      silentInARow = 0;
      return Optional.of(exchange);
    } catch (IOException noAnswer) {
      silentInARow++;
      return Optional.empty();
    }
  }

  private static boolean isPage(HttpResponse response) {
    return response.isOk() && response.isHtml() && !response.truncated();
  }

  /** A redirect shows nothing, and a broken answer may lack the part that matters. */
  private static boolean isAnswer(HttpResponse response) {
    return response.redirect().isEmpty() && !response.truncated();
  }

  boolean fellSilent() {
    return silentInARow >= MAX_SILENT_IN_A_ROW;
  }

  int tried() {
    return tried;
  }

  int marked() {
    return marked;
  }

  InputReflection fact() {
    return new InputReflection(
        reflected.keySet().stream().map(Input.Place::fact).toList(),
        Optional.of(List.copyOf(split.keySet())),
        tried,
        List.copyOf(paths));
  }

  /** The connection that showed what came back first. */
  Optional<Wire> evidence() {
    return Stream.concat(split.values().stream(), reflected.values().stream()).findFirst();
  }
}
