package dev.plumbline.client.login;

import dev.plumbline.client.data.TellingJson;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.client.http.ScriptMessages;
import dev.plumbline.observation.login.LoginSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends calls that read, and that only pages behind the login show, without any session. One counts
 * as answered where it gets the data that a session gets.
 */
final class ScriptTrial {
  private static final int MOST_CALLS = 6;

  private final HttpClient client;
  private final Set<String> tried = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();

  ScriptTrial(HttpClient client) {
    this.client = client;
  }

  /**
   * Tries.
   *
   * @param guarded paths that a session may open
   */
  List<LoginSession.Forged> run(HttpSession session, List<String> guarded)
      throws InterruptedException {
    Set<ScriptMessages.Sent> calls = new LinkedHashSet<>();
    for (String text : new BehindLogin(client, session).texts(guarded).values()) {
      calls.addAll(ScriptMessages.in(text));
    }
    List<LoginSession.Forged> answered = new ArrayList<>();
    for (ScriptMessages.Sent call : calls.stream().limit(MOST_CALLS).toList()) {
      Optional<String> path = call.path().filter(p -> !RiskyLinks.isRisky(p));
      if (path.isPresent()) {
        if (isAnswered(path.get(), call.json(), session)) {
          answered.add(
              new LoginSession.Forged(WriteTrial.NO_TOKEN, "POST of " + call.json(), path.get()));
        }
      }
    }
    return answered;
  }

  Set<String> tried() {
    return tried;
  }

  Set<String> paths() {
    return paths;
  }

  private boolean isAnswered(String path, String json, HttpSession session)
      throws InterruptedException {
    HttpRequest request =
        new HttpRequest("POST", path, Map.of("Content-Type", "application/json"), json);
    try {
      HttpResponse without = client.send(request).response();
      tried.add("a call that a page behind the login shows");
      paths.add(path);
      return tells(without) && plain(without).equals(plain(session.send(request).response()));
    } catch (IOException noAnswer) {
      return false;
    }
  }

  private static boolean tells(HttpResponse response) {
    return response.status() == 200 && !TellingJson.values(response.text()).isEmpty();
  }

  private static String plain(HttpResponse response) {
    return response.text().replaceAll("\\d+", "#").replaceAll("\\s+", "");
  }
}
