package dev.plumbline.probes.apidiscovery;

import dev.plumbline.client.data.Json;
import dev.plumbline.client.http.AnswersAhead;
import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.PathKinds;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for descriptions of APIs at one server, and reads without a login what they describe. */
final class ApiWalk {
  private static final int MOST_READ = 60;
  private static final int MOST_SILENT_IN_A_ROW = 3;
  private static final int MOST_TEXT = 65_536;

  private final HttpClient client;
  private final AnswersAhead ahead;
  private final PathKinds kinds;
  private final String invented;
  private final List<ApiDocument> documents = new ArrayList<>();
  private final List<GraphQl.Answer> graphs = new ArrayList<>();
  private final Map<String, String> open = new LinkedHashMap<>();
  private final Set<String> guarded = new LinkedHashSet<>();
  private final Set<String> unanswered = new LinkedHashSet<>();
  private final Set<String> skipped = new LinkedHashSet<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, List<String>> shows = new LinkedHashMap<>();
  private Optional<Wire> wire = Optional.empty();
  private int tried;
  private int silent;

  /**
   * @param invented the last part of a path that no device has
   */
  ApiWalk(HttpClient client, AnswersAhead ahead, PathKinds kinds, String invented) {
    this.client = client;
    this.ahead = ahead;
    this.kinds = kinds;
    this.invented = invented;
  }

  /**
   * Looks.
   *
   * @param descriptions paths where descriptions are found
   * @param roots paths whose answer may link to more
   * @param graphQl paths where GraphQL is found
   * @throws IOException if the server stops answering, or answers to whatever it is asked
   */
  void run(List<String> descriptions, List<String> roots, List<String> graphQl)
      throws IOException, InterruptedException {
    Set<String> described = new LinkedHashSet<>();
    ahead.plan(Stream.of(descriptions, roots).flatMap(List::stream).map(HttpRequest::get).toList());
    for (String path : descriptions) {
      Optional<HttpResponse> answer = answer(path);
      if (answer.filter(HttpResponse::isOk).isPresent()) {
        ApiDocument.read(path, answer.get().text())
            .ifPresent(
                d -> {
                  documents.add(d);
                  open.put(path, "description");
                  keep(path, answer.get());
                  described.addAll(d.readable());
                });
      } else if (answer.filter(ApiWalk::asksForLogin).isPresent()) {
        guarded.add(path);
      }
    }
    for (String path : roots) {
      answer(path)
          .filter(a -> a.isOk() && !a.isHtml())
          .flatMap(a -> Json.object(a.text()))
          .ifPresent(o -> Json.texts(o).forEach(t -> link(path, t, described)));
    }
    for (String path : graphQl) {
      graphQl(path);
    }
    ahead.plan(described.stream().filter(p -> !isLeft(p)).map(HttpRequest::get).toList());
    for (String path : described) {
      read(path);
    }
  }

  private void link(String from, String text, Set<String> described) {
    if (text.startsWith("/") || text.startsWith("http")) {
      HtmlPage.local(from, text, client.authority())
          .filter(p -> p.matches("/[!-~]*"))
          .ifPresent(described::add);
    }
  }

  private void graphQl(String path) throws IOException, InterruptedException {
    tried++;
    try {
      GraphQl.Answer answer = new GraphQl(client).ask(path);
      silent = 0;
      switch (answer.state()) {
        case NONE -> {
          return;
        }
        case UNCLEAR -> {
          unanswered.add(path);
          return;
        }
        case GUARDED -> guarded.add(path);
        case OPEN -> open.put(path, answer.readable().isEmpty() ? "schema" : "data");
      }
      graphs.add(answer);
    } catch (IOException e) {
      silence(path);
    }
  }

  /** Reads what a description says is there; one that does something is left alone. */
  private void read(String path) throws IOException, InterruptedException {
    if (isLeft(path) || tried >= MOST_READ) {
      skipped.add(path);
      return;
    }
    Optional<HttpResponse> answer = answer(path);
    if (answer.isEmpty()) {
      return;
    }
    if (!answer.get().isOk() && !answer.get().isHtml() && !answer.get().text().isBlank()) {
      keep(path, answer.get());
    }
    if (asksForLogin(answer.get())) {
      guarded.add(path);
    } else if (answer.get().isOk()) {
      compare(path, answer.get());
    }
  }

  private static boolean isLeft(String path) {
    return path.contains("{") || RiskyLinks.isRisky(path);
  }

  /** A server may answer in the same way to what it does not have. */
  private void compare(String path, HttpResponse answer) throws IOException, InterruptedException {
    String beside = path.substring(0, path.lastIndexOf('/') + 1) + invented;
    Optional<HttpResponse> nothing = answer(beside);
    if (nothing.isEmpty()) {
      return;
    }
    boolean alike = nothing.get().isOk() && nothing.get().mediaType().equals(answer.mediaType());
    if (!alike) {
      open.put(path, kinds.of(path, answer));
      keep(path, answer);
    } else if (!nothing.get().text().equals(answer.text())) {
      // It may be data, or the words in which it says that there is none.
      unanswered.add(path);
    }
  }

  private static boolean asksForLogin(HttpResponse answer) {
    int status = answer.status();
    return status == 401
        || status == 403
        || (answer.isOk()
            && answer.isHtml()
            && HtmlPage.parse(answer.text(), "/").loginForm().isPresent());
  }

  private Optional<HttpResponse> answer(String path) throws IOException, InterruptedException {
    tried++;
    try {
      Exchange exchange = ahead.send(HttpRequest.get(path));
      silent = 0;
      if (wire.isEmpty() || exchange.response().isOk()) {
        wire = Optional.of(exchange.wire());
      }
      HttpResponse response = exchange.response();
      // A description of which only the beginning came may describe anything.
      if (response.saysNothing()
          || (response.isOk() && response.truncated() && !response.isHtml())) {
        unanswered.add(path);
      }
      return Optional.of(response);
    } catch (IOException e) {
      silence(path);
      return Optional.empty();
    }
  }

  private void silence(String path) throws IOException {
    unanswered.add(path);
    if (++silent >= (wire.isEmpty() ? 1 : MOST_SILENT_IN_A_ROW)) {
      throw new IOException(
          wire.isEmpty()
              ? "no answer to the first request"
              : "it stopped answering after " + (tried - silent) + " requests");
    }
  }

  private void keep(String path, HttpResponse answer) {
    texts.put(path, answer.text().substring(0, Math.min(answer.text().length(), MOST_TEXT)));
  }

  /** What answered, whatever its status, by path; each cut at 64 KiB. */
  Map<String, String> texts() {
    return texts;
  }

  /** A path shows secrets or personal data: it is open, though its status may refuse. */
  void shows(String path, List<String> what) {
    shows.put(path, what);
    open.putIfAbsent(path, "data");
    guarded.remove(path);
  }

  /** A connection that showed an answer. */
  Optional<Wire> wire() {
    return wire;
  }

  ApiSurface fact() {
    return new ApiSurface(
        documents.stream().map(ApiDocument::fact).toList(),
        graphs.stream().map(GraphQl.Answer::fact).toList(),
        open.entrySet().stream().map(e -> entry(e.getKey(), e.getValue())).toList(),
        List.copyOf(guarded),
        tried,
        List.copyOf(unanswered),
        List.copyOf(skipped));
  }

  private ApiSurface.Open entry(String path, String kind) {
    return new ApiSurface.Open(path, kind, Optional.ofNullable(shows.get(path)));
  }
}
