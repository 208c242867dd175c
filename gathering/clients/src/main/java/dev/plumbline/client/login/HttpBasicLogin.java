package dev.plumbline.client.login;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.login.Attempt.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** HTTP Basic (RFC 7617). */
public final class HttpBasicLogin implements LoginInterface {
  private final HttpClient client;
  private final String path;
  private final LoginWords words;

  public HttpBasicLogin(HttpClient client, String path, LoginWords words) {
    this.client = client;
    this.path = path;
    this.words = words;
  }

  @Override
  public String kind() {
    return "http-basic";
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
  public boolean isShut() throws IOException, InterruptedException {
    HttpResponse without = client.send(HttpRequest.get(path)).response();
    return HttpSession.isShut(without, path) && leadsToAPage(without);
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    return attempt(user, password, Map.of());
  }

  @Override
  public Attempt attempt(String user, String password, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.get(path).with("Authorization", authorization(user, password));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request = request.with(header.getKey(), header.getValue());
    }
    Exchange answer = client.send(request);
    Attempt attempt = HttpVerdicts.of(answer, words);
    if (!attempt.is(Outcome.ACCEPTED)) {
      return attempt;
    }
    return HttpSession.isShut(answer.response(), path) && isAsWithout(answer.response())
        ? Attempt.explicit(Outcome.REFUSED, "answered as without a login", answer.took())
        : attempt.reaching(answer.response().isOk());
  }

  /** A server that never asks for this login sends who is refused where it sends everybody. */
  private boolean isAsWithout(HttpResponse answer) throws IOException, InterruptedException {
    HttpResponse without = client.send(HttpRequest.get(path)).response();
    return without.status() == answer.status()
        && without.redirect().equals(answer.redirect())
        && HttpSession.isShut(without, path)
        && leadsToAPage(without);
  }

  /** A server that only sends from place to place refuses nobody. */
  private boolean leadsToAPage(HttpResponse answer) throws IOException, InterruptedException {
    if (answer.redirect().isEmpty()) {
      return true;
    }
    Optional<String> target =
        answer.redirect().flatMap(r -> HtmlPage.local(path, r, client.authority()));
    return target.isPresent() && client.send(HttpRequest.get(target.get())).response().isOk();
  }

  static String authorization(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
