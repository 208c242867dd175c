package dev.plumbline.probes.login;

import dev.plumbline.probes.http.HtmlPage;
import dev.plumbline.probes.http.HtmlPage.LoginForm;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpClient.Exchange;
import dev.plumbline.probes.http.HttpRequest;
import dev.plumbline.probes.http.HttpResponse;
import dev.plumbline.probes.login.Attempt.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A login form. It is fetched anew for each attempt, with its hidden fields and cookies, so that
 * tokens are fresh. A form that only a script can send is said to be unclear, not refused.
 */
public final class HttpFormDoor implements LoginDoor {
  private static final int MAX_REDIRECTS = 3;

  private final HttpClient client;
  private final String path;
  private final LoginWords words;

  public HttpFormDoor(HttpClient client, String path, LoginWords words) {
    this.client = client;
    this.path = path;
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
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    Map<String, String> cookies = new LinkedHashMap<>();
    Exchange asked = send(HttpRequest.get(path), cookies);
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
            : page.local(form.get().action(), authority());
    if (target.isEmpty()) {
      return unclear("the login form leads to another server", asked.took());
    }
    return judged(submit(form.get(), target.get(), user, password, cookies));
  }

  private Exchange submit(
      LoginForm form, String target, String user, String password, Map<String, String> cookies)
      throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>(form.fixed());
    form.userField().ifPresent(name -> fields.put(name, user));
    fields.put(form.passwordField(), password);
    HttpRequest request =
        form.post()
            ? HttpRequest.postForm(target, fields)
            : HttpRequest.get(
                target + (target.contains("?") ? "&" : "?") + HttpRequest.formEncoded(fields));
    Exchange exchange = send(request, cookies);
    Duration took = exchange.took();
    String from = target;
    for (int i = 0; i < MAX_REDIRECTS; i++) {
      String here = from;
      Optional<String> next =
          exchange.response().redirect().flatMap(to -> HtmlPage.local(here, to, authority()));
      if (next.isEmpty()) {
        break;
      }
      exchange = send(HttpRequest.get(next.get()), cookies);
      from = next.get();
    }
    return new Exchange(exchange.response(), took, exchange.wire());
  }

  private Attempt judged(Exchange exchange) {
    HttpResponse response = exchange.response();
    Duration took = exchange.took();
    Optional<Attempt> locked = HttpVerdicts.locked(response, took, words);
    if (locked.isPresent()) {
      return locked.get();
    }
    int status = response.status();
    if (status == 401 || status == 403) {
      return Attempt.explicit(Outcome.REFUSED, "status " + status, took);
    }
    boolean formAgain =
        response.isHtml() && HtmlPage.parse(response.text(), path).loginForm().isPresent();
    Optional<String> refusal = words.refusal(response.text());
    boolean json = response.mediaType().endsWith("json");
    if (refusal.isPresent() && (formAgain || json || response.bytes() < 4000)) {
      return Attempt.explicit(Outcome.REFUSED, "says \"" + refusal.get() + "\"", took);
    }
    if (formAgain) {
      return Attempt.implied(Outcome.REFUSED, "the login form again", took);
    }
    if (response.isOk() || (status >= 300 && status < 400)) {
      return Attempt.explicit(Outcome.ACCEPTED, "status " + status + ", no login form", took);
    }
    return unclear("status " + status, took);
  }

  private Exchange send(HttpRequest request, Map<String, String> cookies)
      throws IOException, InterruptedException {
    HttpRequest sent =
        cookies.isEmpty()
            ? request
            : request.with(
                "Cookie",
                cookies.entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining("; ")));
    Exchange exchange = client.send(sent);
    exchange.response().cookies().forEach(c -> cookies.put(c.name(), c.value()));
    return exchange;
  }

  private String authority() {
    return client.authority();
  }

  private static Attempt unclear(String sign, Duration took) {
    return Attempt.implied(Outcome.UNCLEAR, sign, took);
  }
}
