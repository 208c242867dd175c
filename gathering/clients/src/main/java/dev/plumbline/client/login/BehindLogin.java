package dev.plumbline.client.login;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.RiskyLinks;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a session opens: the start page, what is guarded, and the scripts of both. */
final class BehindLogin {
  private static final int MOST_READ = 10;

  private final HttpClient client;
  private final HttpSession session;

  BehindLogin(HttpClient client, HttpSession session) {
    this.client = client;
    this.session = session;
  }

  /** Texts by path; each of them is shut to a visitor without a session. */
  Map<String, String> texts(Collection<String> guarded) throws InterruptedException {
    Deque<String> waiting = new ArrayDeque<>();
    waiting.add("/");
    waiting.addAll(guarded);
    Set<String> asked = new LinkedHashSet<>();
    Map<String, String> texts = new LinkedHashMap<>();
    while (!waiting.isEmpty() && asked.size() < MOST_READ) {
      String path = waiting.pop();
      if (RiskyLinks.isRisky(path) || !asked.add(path)) {
        continue;
      }
      Optional<HttpResponse> page = read(path);
      page.ifPresent(
          response -> {
            texts.put(path, response.text());
            if (response.isHtml()) {
              HtmlPage.parse(response.text(), path)
                  .scripts(client.authority())
                  .forEach(waiting::add);
            }
          });
    }
    return texts;
  }

  private Optional<HttpResponse> read(String path) throws InterruptedException {
    try {
      if (!HttpSession.isShut(client.send(HttpRequest.get(path)).response(), path)) {
        return Optional.empty();
      }
      HttpResponse response = session.send(HttpRequest.get(path)).response();
      return response.isOk() && !HttpSession.isShut(response, path)
          ? Optional.of(response)
          : Optional.empty();
    } catch (IOException | IllegalArgumentException noAnswer) {
      return Optional.empty();
    }
  }
}
