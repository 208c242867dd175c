package dev.plumbline.client.login;

import dev.plumbline.client.data.Json;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.login.LoginSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a guarded JSON document back to where it was read, as it was and without any session. A
 * guard that refuses does nothing with it, and one that lets it pass changes nothing. It counts as
 * taken where the answer is "no content", or the document again, and an invented path does not get
 * the same.
 */
final class WriteTrial {
  static final String NO_TOKEN = "none";

  private static final List<String> METHODS = List.of("PUT", "PATCH", "POST");
  private static final int MOST_PLACES = 4;
  private static final int LONGEST = 16_384;
  private static final String INVENTED = "/plumbline-8c1f4e07a2";

  /** A value that is shown in another form than it is kept must not be sent back. */
  private static final BoundedPattern MASKED =
      BoundedPattern.compile("(?i)[*\\u2022\\u25cf]{3}|\"x{4,}\"|hidden|redacted|masked");

  private final HttpClient client;
  private final List<String> guarded;
  private final Set<String> tried = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();

  WriteTrial(HttpClient client, List<String> guarded) {
    this.client = client;
    this.guarded = guarded;
  }

  /**
   * Tries.
   *
   * @param session that reads what is guarded
   */
  List<LoginSession.Forged> run(HttpSession session) throws InterruptedException {
    List<LoginSession.Forged> taken = new ArrayList<>();
    int places = 0;
    for (String place : guarded) {
      if (places == MOST_PLACES) {
        break;
      }
      Optional<String> document =
          RiskyLinks.isRisky(place) ? Optional.empty() : read(session, place);
      if (document.isEmpty()) {
        continue;
      }
      places++;
      for (String method : METHODS) {
        String how = method + " of what a session reads";
        Optional<HttpResponse> answer = send(method, place, document.get());
        if (answer.isEmpty()) {
          continue;
        }
        paths.add(place);
        tried.add(how);
        if (takes(method, answer.get(), document.get())) {
          taken.add(new LoginSession.Forged(NO_TOKEN, how, place));
        }
      }
    }
    return taken;
  }

  Set<String> tried() {
    return tried;
  }

  Set<String> paths() {
    return paths;
  }

  /** A document that only the session reads, and that can be sent back whole. */
  private Optional<String> read(HttpSession session, String place) throws InterruptedException {
    try {
      HttpResponse without = client.send(HttpRequest.get(place)).response();
      HttpResponse with = session.send(HttpRequest.get(place)).response();
      String text = with.text();
      boolean whole =
          with.status() == 200
              && !with.truncated()
              && text.length() <= LONGEST
              && text.chars().allMatch(c -> c < 0x7f)
              && !isMasked(text)
              && Json.object(text).filter(o -> !o.fields().isEmpty()).isPresent();
      return whole && HttpSession.isShut(without, place) ? Optional.of(text) : Optional.empty();
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  /** Whether a value seems to be shown in another form than it is kept. */
  static boolean isMasked(String text) {
    return MASKED.matcher(text).find();
  }

  private boolean takes(String method, HttpResponse answer, String document)
      throws InterruptedException {
    return done(answer, document)
        && send(method, INVENTED, document).filter(r -> done(r, document)).isEmpty();
  }

  private static boolean done(HttpResponse answer, String document) {
    boolean same = answer.status() == 200 && plain(answer.text()).equals(plain(document));
    return same || answer.status() == 204 || answer.status() == 205;
  }

  private static String plain(String document) {
    return document.replaceAll("\\d+", "#").replaceAll("\\s+", "");
  }

  private Optional<HttpResponse> send(String method, String place, String document)
      throws InterruptedException {
    try {
      HttpRequest request =
          new HttpRequest(method, place, Map.of("Content-Type", "application/json"), document);
      return Optional.of(client.send(request).response());
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }
}
