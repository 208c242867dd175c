package dev.plumbline.probes.login;

import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

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
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    String pair =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return HttpVerdicts.of(
        client.send(HttpRequest.get(path).with("Authorization", "Basic " + pair)), words);
  }
}
