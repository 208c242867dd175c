package dev.plumbline.client.login;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HtmlPage.LoginForm;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.login.Attempt.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A login form. It is fetched anew for each attempt, with its hidden fields and cookies, so that
 * tokens are fresh. A form that only a script can send is said to be unclear, not refused.
 */
public final class HttpFormLogin extends HttpSessionLogin {
  private final String path;
  private final boolean inAddress;

  /**
   * @param guarded paths that ask for a login, which show whether one was accepted
   */
  public HttpFormLogin(HttpClient client, String path, List<String> guarded, LoginWords words) {
    this(client, path, guarded, words, false);
  }

  private HttpFormLogin(
      HttpClient client, String path, List<String> guarded, LoginWords words, boolean inAddress) {
    super(client, guarded, words);
    this.path = path;
    this.inAddress = inAddress;
  }

  @Override
  public Optional<LoginInterface> inAddress() {
    return Optional.of(new HttpFormLogin(client, path, guarded, words, true));
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
  Attempt attempt(String user, String password, HttpSession session)
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
    if (session.stays()) {
      fields.putAll(form.stay());
    }
    HttpRequest request =
        form.post() && !inAddress
            ? HttpRequest.postForm(target, fields)
            : HttpRequest.get(
                target + (target.contains("?") ? "&" : "?") + HttpRequest.formEncoded(fields));
    return followed(session, session.send(request), target);
  }

  private static Attempt unclear(String sign, Duration took) {
    return Attempt.implied(Outcome.UNCLEAR, sign, took);
  }
}
