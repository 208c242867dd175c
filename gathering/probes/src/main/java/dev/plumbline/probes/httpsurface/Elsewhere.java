package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the server says about paths that cannot exist. Many devices answer these with 200 and a page
 * of their own; without knowing it, every path would seem to be open.
 */
record Elsewhere(String kind, Set<Likeness> answers, Map<String, HttpResponse> responses) {
  Elsewhere {
    answers = Set.copyOf(answers);
    responses = Map.copyOf(responses);
  }

  /** The server gives invented paths different contents, so that nothing can be told from any. */
  static final class LyingException extends IOException {
    private static final long serialVersionUID = 1L;

    LyingException(String message) {
      super(message);
    }
  }

  /**
   * Asks for invented paths.
   *
   * @param seed makes the names up
   */
  static Elsewhere ask(HttpClient client, String seed) throws IOException, InterruptedException {
    Set<Likeness> answers = new HashSet<>();
    Map<String, HttpResponse> responses = new LinkedHashMap<>();
    Set<Likeness> plain = new HashSet<>();
    String kind = "missing";
    List<String> invented =
        List.of(
            "/pl-" + seed + "a",
            "/pl-" + seed + "b",
            "/pl-" + seed + ".html",
            "/pl-" + seed + ".cgi",
            "/pl-" + seed + ".json",
            "/cgi-bin/pl-" + seed + ".cgi",
            "/api/pl-" + seed);
    for (String path : invented) {
      HttpResponse response = client.get(path);
      Likeness likeness = Likeness.of(path, response);
      answers.add(likeness);
      responses.put(path, response);
      if (invented.indexOf(path) < 2) {
        plain.add(likeness);
        kind = kind(response);
      }
      if (response.isOk() && response.truncated()) {
        throw new LyingException("answers a path that cannot exist without end");
      }
    }
    if (plain.size() > 1 && kind.equals("page")) {
      throw new LyingException("answers paths that cannot exist with different contents");
    }
    return new Elsewhere(kind, answers, responses);
  }

  private static String kind(HttpResponse response) {
    if (response.isOk()) {
      return "page";
    }
    if (response.status() == 401 || response.status() == 403) {
      return "guarded";
    }
    return response.redirect().isPresent() ? "redirect" : "missing";
  }

  /** What the server says there gives something away too. */
  void read(AnswerReading reading) {
    responses.forEach(reading::read);
  }

  boolean isSame(String path, HttpResponse response) {
    return answers.contains(Likeness.of(path, response));
  }
}
