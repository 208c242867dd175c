package dev.plumbline.client.login;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A login over HTTP that is sent once and whose answer opens a session. Each attempt has a session
 * of its own.
 */
abstract sealed class HttpSessionLogin implements LoginInterface
    permits HttpFormLogin, HttpTemplateLogin {
  private static final int MAX_REDIRECTS = 3;

  final HttpClient client;
  final LoginWords words;
  final List<String> guarded;

  /**
   * @param guarded paths that ask for a login, which show whether one was accepted
   */
  HttpSessionLogin(HttpClient client, List<String> guarded, LoginWords words) {
    this.client = client;
    this.guarded = List.copyOf(guarded);
    this.words = words;
  }

  /** Logs in over a session, which holds afterwards what the server gave it. */
  abstract Attempt attempt(String user, String password, HttpSession session)
      throws IOException, InterruptedException;

  @Override
  public final boolean takesHeaders() {
    return true;
  }

  @Override
  public final Attempt attempt(String user, String password)
      throws IOException, InterruptedException {
    return attempt(user, password, Map.of());
  }

  @Override
  public final Attempt attempt(String user, String password, Map<String, String> headers)
      throws IOException, InterruptedException {
    return attempt(user, password, new HttpSession(client, headers));
  }

  @Override
  public final Optional<LoginSession> forgeSession(
      Credential login, Collection<String> keys, Consumer<String> altered, boolean writes)
      throws IOException, InterruptedException {
    HttpSession first = new HttpSession(client, Map.of()).staying();
    HttpSession second = new HttpSession(client, Map.of()).staying();
    boolean accepted =
        attempt(login.user(), login.password(), first).is(Outcome.ACCEPTED)
            && attempt(login.user(), login.password(), second).is(Outcome.ACCEPTED);
    Forgeries forgeries = new Forgeries(login.user(), client.now(), keys);
    return accepted
        ? new SessionTrial(client, guarded, forgeries, altered, writes).run(second, first)
        : Optional.empty();
  }

  @Override
  public final Map<String, String> readBehind(Credential login)
      throws IOException, InterruptedException {
    HttpSession session = new HttpSession(client, Map.of());
    return attempt(login.user(), login.password(), session).is(Outcome.ACCEPTED)
        ? new BehindLogin(client, session).texts(guarded)
        : Map.of();
  }

  /**
   * Reads the answer to a login behind its redirects, and where it seems to be accepted, whether
   * its session opens anything.
   */
  final Attempt followed(HttpSession session, Exchange answer, String target)
      throws IOException, InterruptedException {
    Duration took = answer.took();
    String shape = HttpVerdicts.shape(answer.response());
    Optional<Attempt> failed =
        Optional.of(HttpVerdicts.of(answer.response(), target, took, words))
            .filter(a -> a.explicit() && !a.is(Outcome.ACCEPTED));
    if (failed.isPresent()) {
      return failed.get().shaped(shape).showing(answer.response().text());
    }
    session.take(answer.response(), guarded);
    Exchange exchange = answer;
    String from = target;
    for (int i = 0; i < MAX_REDIRECTS; i++) {
      String here = from;
      Optional<String> next =
          exchange
              .response()
              .redirect()
              .flatMap(to -> HtmlPage.local(here, to, client.authority()));
      if (next.isEmpty()) {
        break;
      }
      exchange = session.send(HttpRequest.get(next.get()));
      from = next.get();
    }
    Attempt attempt =
        HttpVerdicts.of(exchange.response(), from, took, words).showing(exchange.response().text());
    boolean open = attempt.is(Outcome.UNCLEAR) && exchange.response().isOk();
    if (!attempt.is(Outcome.ACCEPTED) && !open) {
      return attempt.shaped(shape);
    }
    List<String> places = new ArrayList<>();
    if (!from.equals(target)) {
      places.add(from);
    }
    places.addAll(guarded);
    boolean reached = session.opens(places);
    return (open && reached
            ? Attempt.explicit(Outcome.ACCEPTED, "its session opens what is guarded", took)
            : attempt.reaching(reached))
        .shaped(shape);
  }
}
