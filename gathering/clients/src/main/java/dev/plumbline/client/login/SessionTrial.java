package dev.plumbline.client.login;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.login.Forgeries.Forgery;
import dev.plumbline.observation.login.LoginSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks for one guarded path with tokens that the device did not issue. A token counts as taken
 * where it gets what the device's own token gets, and nobody gets it without.
 */
final class SessionTrial {
  private static final int MOST_TOKENS = 4;

  private final HttpClient client;
  private final List<String> guarded;
  private final Forgeries forgeries;
  private final Consumer<String> altered;
  private final List<LoginSession.Forged> forged = new ArrayList<>();
  private final Set<String> tokens = new LinkedHashSet<>();
  private final Set<String> tried = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private final boolean writes;
  private Optional<List<LoginSession.Stored>> stored = Optional.empty();
  private Optional<List<String>> fields = Optional.empty();

  /**
   * @param altered told where something that was changed could not be changed back
   * @param writes whether names may be changed with a session, and back
   */
  SessionTrial(
      HttpClient client,
      List<String> guarded,
      Forgeries forgeries,
      Consumer<String> altered,
      boolean writes) {
    this.client = client;
    this.guarded = guarded;
    this.forgeries = forgeries;
    this.altered = altered;
    this.writes = writes;
  }

  /**
   * Tries each token of a session.
   *
   * @param session the newest, as a device may end the one before
   * @param before that one, for a comparison
   * @return empty where none of them opens a guarded path alone
   */
  Optional<LoginSession> run(HttpSession session, HttpSession before) throws InterruptedException {
    Set<String> places = new LinkedHashSet<>(guarded);
    places.add("/");
    for (Map.Entry<String, String> token :
        session.tokens().entrySet().stream().limit(MOST_TOKENS).toList()) {
      for (String place : places.stream().limit(HttpSession.MOST_PLACES).toList()) {
        String name = token.getKey();
        Optional<String> other = Optional.ofNullable(before.tokens().get(name));
        if (at(place, name, token.getValue(), other)) {
          break;
        }
      }
    }
    if (!tokens.isEmpty()) {
      WriteTrial documents = new WriteTrial(client, guarded);
      forged.addAll(documents.run(session));
      tried.addAll(documents.tried());
      paths.addAll(documents.paths());
      ScriptTrial calls = new ScriptTrial(client);
      forged.addAll(calls.run(session, guarded));
      tried.addAll(calls.tried());
      paths.addAll(calls.paths());
      if (forged.stream().noneMatch(f -> f.token().equals(WriteTrial.NO_TOKEN))) {
        UnauthenticatedChangeTrial changes =
            new UnauthenticatedChangeTrial(client, guarded, altered);
        forged.addAll(changes.run(session));
        tried.addAll(changes.tried());
        paths.addAll(changes.paths());
      }
      if (writes) {
        StoredTrial names = new StoredTrial(client, guarded, altered);
        stored = Optional.of(names.run(session));
        fields = Optional.of(List.copyOf(names.tried()));
      }
    }
    return tokens.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LoginSession(
                forged,
                List.copyOf(tokens),
                stored,
                List.copyOf(tried),
                List.copyOf(paths),
                fields));
  }

  /** Whether the device's own token opens the place, so that others were tried there. */
  private boolean at(String place, String name, String value, Optional<String> other)
      throws InterruptedException {
    Optional<String> without = content(HttpRequest.get(place), place);
    Optional<String> with = content(place, name, value);
    boolean opens =
        without.isEmpty() && with.isPresent() && content(place, name, value).equals(with);
    if (!opens) {
      return false;
    }
    tokens.add(name);
    paths.add(place);
    for (Forgery forgery : forgeries.of(value, other)) {
      Optional<HttpResponse> answer =
          answer(HttpSession.carrying(HttpRequest.get(place), name, forgery.token()));
      answer.ifPresent(a -> tried.add(forgery.how()));
      if (answer.flatMap(a -> readable(a, place)).equals(with)) {
        forged.add(new LoginSession.Forged(name, forgery.how(), place));
      }
    }
    return true;
  }

  private Optional<String> content(String place, String name, String value)
      throws InterruptedException {
    return content(HttpSession.carrying(HttpRequest.get(place), name, value), place);
  }

  private Optional<String> content(HttpRequest request, String place) throws InterruptedException {
    return answer(request).flatMap(a -> readable(a, place));
  }

  private Optional<HttpResponse> answer(HttpRequest request) throws InterruptedException {
    try {
      return Optional.of(client.send(request).response());
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  /** What is readable there, but for numbers and what is made anew each time; empty if nothing. */
  private static Optional<String> readable(HttpResponse response, String place) {
    return response.isOk() && !HttpSession.isShut(response, place)
        ? Optional.of(response.text().replaceAll("[\\w+/=-]{20,}", "*").replaceAll("\\d+", "#"))
        : Optional.empty();
  }
}
