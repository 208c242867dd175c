package dev.plumbline.client.login;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.login.Attempt.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** HTTP Basic (RFC 7617). */
public final class HttpBasicDoor implements LoginDoor {
  private final HttpClient client;
  private final String path;
  private final LoginWords words;

  public HttpBasicDoor(HttpClient client, String path, LoginWords words) {
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
    int status = client.send(HttpRequest.get(path)).response().status();
    return status == 401 || status == 403;
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    return attempt(user, password, Map.of());
  }

  @Override
  public Attempt attempt(String user, String password, Map<String, String> headers)
      throws IOException, InterruptedException {
    String pair =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.get(path).with("Authorization", "Basic " + pair);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request = request.with(header.getKey(), header.getValue());
    }
    Exchange answer = client.send(request);
    Attempt attempt = HttpVerdicts.of(answer, words);
    return attempt.is(Outcome.ACCEPTED) ? attempt.reaching(answer.response().isOk()) : attempt;
  }
}
