package dev.plumbline.probes.login;

import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.probes.http.HtmlPage;
import dev.plumbline.probes.http.HtmlPage.LoginForm;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpClient.Exchange;
import dev.plumbline.probes.http.HttpRequest;
import dev.plumbline.probes.login.Attempt.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A login form. It is fetched anew for each attempt, with its hidden fields and cookies, so that
 * tokens are fresh. A form that only a script can send is said to be unclear, not refused.
 */
public final class HttpFormDoor implements LoginDoor {
  private static final int MAX_REDIRECTS = 3;

  private final HttpClient client;
  private final String path;
  private final List<String> guarded;
  private final LoginWords words;

  /**
   * @param guarded paths that ask for a login, which show whether one was accepted
   */
  public HttpFormDoor(HttpClient client, String path, List<String> guarded, LoginWords words) {
    this.client = client;
    this.path = path;
    this.guarded = List.copyOf(guarded);
    this.words = words;
  }

  @Override
  public String kind() {
    return "http-form";
  }

  @Override
  public String mechanism() {
    return client.endpoint() + " " + kind();
  }

  @Override
  public boolean takesHeaders() {
    return true;
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    return attempt(user, password, Map.of());
  }

  @Override
  public Attempt attempt(String user, String password, Map<String, String> headers)
      throws IOException, InterruptedException {
    return attempt(user, password, new HttpSession(client, headers));
  }

  @Override
  public Optional<LoginSession> forgeSession(Credential login, Collection<String> keys)
      throws IOException, InterruptedException {
    HttpSession first = new HttpSession(client, Map.of());
    HttpSession second = new HttpSession(client, Map.of());
    boolean accepted =
        attempt(login.user(), login.password(), first).is(Outcome.ACCEPTED)
            && attempt(login.user(), login.password(), second).is(Outcome.ACCEPTED);
    return accepted
        ? new SessionTrial(client, guarded, new Forgeries(login.user(), keys)).run(second, first)
        : Optional.empty();
  }

  private Attempt attempt(String user, String password, HttpSession session)
      throws IOException, InterruptedException {
    Exchange asked = session.send(HttpRequest.get(path));
    Optional<Attempt> locked = HttpVerdicts.locked(asked.response(), asked.took(), words);
    if (locked.isPresent()) {
      return locked.get();
    }
    HtmlPage page = HtmlPage.parse(asked.response().text(), path);
    Optional<LoginForm> form = page.loginForm();
    if (form.isEmpty()) {
      return unclear("no login form at " + path, asked.took());
    }
    if (!form.get().drivable()) {
      return unclear("the login form works by script alone", asked.took());
    }
    Optional<String> target =
        form.get().action().isEmpty()
            ? Optional.of(path)
            : page.local(form.get().action(), client.authority());
    if (target.isEmpty()) {
      return unclear("the login form leads to another server", asked.took());
    }
    return submit(form.get(), target.get(), user, password, session);
  }

  private Attempt submit(
      LoginForm form, String target, String user, String password, HttpSession session)
      throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>(form.fixed());
    form.userField().ifPresent(name -> fields.put(name, user));
    fields.put(form.passwordField(), password);
    HttpRequest request =
        form.post()
            ? HttpRequest.postForm(target, fields)
            : HttpRequest.get(
                target + (target.contains("?") ? "&" : "?") + HttpRequest.formEncoded(fields));
    return followed(client, session, session.send(request), target, guarded, words);
  }

  /**
   * Reads the answer to a login behind its redirects, and where it seems to be accepted, whether
   * its session opens anything.
   */
  static Attempt followed(
      HttpClient client,
      HttpSession session,
      Exchange answer,
      String target,
      List<String> guarded,
      LoginWords words)
      throws IOException, InterruptedException {
    Duration took = answer.took();
    String shape = HttpVerdicts.shape(answer.response());
    Optional<Attempt> failed =
        Optional.of(HttpVerdicts.of(answer.response(), target, took, words))
            .filter(a -> a.explicit() && !a.is(Outcome.ACCEPTED));
    if (failed.isPresent()) {
      return failed.get().shaped(shape);
    }
    JsonVerdicts.token(answer.response()).ifPresent(session::carry);
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
    Attempt attempt = HttpVerdicts.of(exchange.response(), from, took, words);
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

  private static Attempt unclear(String sign, Duration took) {
    return Attempt.implied(Outcome.UNCLEAR, sign, took);
  }
}
