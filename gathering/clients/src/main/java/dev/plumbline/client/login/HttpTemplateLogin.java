package dev.plumbline.client.login;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.login.Attempt.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A login that a script of the page or a description of the interface shows how to send. */
public final class HttpTemplateLogin extends HttpSessionLogin {
  private final LoginTemplate template;

  /**
   * @param guarded paths that ask for a login, which show whether one was accepted
   */
  public HttpTemplateLogin(
      HttpClient client, LoginTemplate template, List<String> guarded, LoginWords words) {
    super(client, guarded, words);
    this.template = template;
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
  Attempt attempt(String user, String password, HttpSession session)
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
    return followed(session, answer, template.path());
  }
}
