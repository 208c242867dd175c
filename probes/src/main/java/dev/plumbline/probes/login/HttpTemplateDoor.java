package dev.plumbline.probes.login;

import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpClient.Exchange;
import dev.plumbline.probes.http.HttpRequest;
import dev.plumbline.probes.login.Attempt.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A login that a script of the page or a description of the interface shows how to send. */
public final class HttpTemplateDoor implements LoginDoor {
  private final HttpClient client;
  private final LoginTemplate template;
  private final List<String> guarded;
  private final LoginWords words;

  /**
   * @param guarded paths that ask for a login, which show whether one was accepted
   */
  public HttpTemplateDoor(
      HttpClient client, LoginTemplate template, List<String> guarded, LoginWords words) {
    this.client = client;
    this.template = template;
    this.guarded = List.copyOf(guarded);
    this.words = words;
  }

  @Override
  public String kind() {
    return template.kind();
  }

  @Override
  public String mechanism() {
    return client.endpoint() + " " + kind() + " " + template.path();
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
    HttpRequest request =
        new HttpRequest(
            template.method(),
            template.path(),
            Map.of("Content-Type", template.type()),
            template.filled(user, password));
    Exchange answer = session.send(request);
    int status = answer.response().status();
    if (status == 404 || status == 405 || status == 501) {
      Duration took = answer.took();
      return Attempt.implied(
          Outcome.UNCLEAR, "status " + status + ", no login at " + template.path(), took);
    }
    return HttpFormDoor.followed(client, session, answer, template.path(), guarded, words);
  }
}
