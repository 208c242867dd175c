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
 * tokens are fresh. A server that takes its time for it is asked for some attempts only, where the
 * form came twice the same, hidden fields and all, and without cookies. A form that only a script
 * can send is said to be unclear, not refused.
 */
public final class HttpFormLogin extends HttpSessionLogin {
  private static final Duration SLOW = Duration.ofMillis(500);
  private static final int TIMES_THE_SAME = 2;

  /** A lock may show at the form alone, so that it is looked at again after so many attempts. */
  private static final int MOST_USES = 4;

  private final String path;
  private final boolean inAddress;
  private volatile Kept kept = Kept.NONE;

  /**
   * A form that came without cookies.
   *
   * @param times how often in a row it came the same
   * @param uses how often it was sent since it came last, beside the first time
   */
  private record Kept(Optional<LoginForm> form, String target, int times, int uses) {
    static final Kept NONE = new Kept(Optional.empty(), "", 0, 0);

    Kept andThen(LoginForm next, String to) {
      boolean same = form.equals(Optional.of(next)) && target.equals(to);
      return new Kept(Optional.of(next), to, same ? times + 1 : 1, 0);
    }

    Optional<LoginForm> fresh() {
      return form.filter(f -> times >= TIMES_THE_SAME && uses < MOST_USES);
    }

    Kept used() {
      return new Kept(form, target, times, uses + 1);
    }
  }

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
    Kept known = kept;
    if (known.fresh().isPresent()) {
      Attempt attempt = submit(known.fresh().get(), known.target(), user, password, session);
      kept = attempt.is(Outcome.UNCLEAR) ? Kept.NONE : known.used();
      return attempt;
    }
    Exchange asked = session.send(HttpRequest.get(path));
    Optional<Attempt> locked = HttpVerdicts.locked(asked.response(), asked.took(), words);
    if (locked.isPresent()) {
      return locked.get().showing(asked.response().text());
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
    boolean keeps = asked.took().compareTo(SLOW) >= 0 && asked.response().cookies().isEmpty();
    kept = keeps ? known.andThen(form.get(), target.get()) : Kept.NONE;
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
