package dev.plumbline.driver;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.driver.DriverStep.Body;
import dev.plumbline.driver.DriverStep.Http;
import dev.plumbline.probe.run.DriverSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/** Sends HTTP requests and reads what came as done, refused or failed. */
final class HttpSteps {
  private static final HttpLimits LIMITS =
      new HttpLimits(32_768, 1_048_576, Duration.ofSeconds(15));
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String BOUNDARY = "plumbline-boundary-7d1f0c52";

  private final DriverSource.Ground ground;

  HttpSteps(DriverSource.Ground ground) {
    this.ground = ground;
  }

  /**
   * @param login whether 401 and 403 are the device's no without being named
   * @return values taken from the answer
   */
  Map<String, String> perform(
      Http step, Variables variables, Optional<byte[]> handed, boolean login)
      throws InterruptedException {
    byte[] request = request(step, variables, handed);
    HttpClient client =
        new HttpClient(ground::connect, ground.clock(), step.endpoint(), step.tls(), LIMITS);
    Instant until = ground.clock().instant().plus(step.within());
    while (true) {
      try {
        HttpResponse answer = client.send(request, step.method()).response();
        note(step, variables, answer);
        answer.cookies().forEach(c -> variables.cookies().put(c.name(), c.value()));
        return read(step, answer, login);
      } catch (IOException e) {
        if (!ground.clock().instant().isBefore(until)) {
          throw StepFailure.errored("no answer from " + step.endpoint() + ": " + e.getMessage());
        }
      } catch (StepFailure e) {
        if (e.result().answered() || !ground.clock().instant().isBefore(until)) {
          throw e;
        }
      }
      ground.rest(PAUSE);
    }
  }

  private void note(Http step, Variables variables, HttpResponse answer) {
    // As it is, not percent-encoded: a secret is known by its own text.
    String path = DriverResponse.shown(step.path().fill(variables));
    ground.note(
        step.method()
            + " "
            + path
            + " at "
            + step.endpoint()
            + ": "
            + answer.status()
            + " "
            + DriverResponse.shown(answer.text()));
  }

  private static Map<String, String> read(Http step, HttpResponse answer, boolean login) {
    boolean usual = answer.isOk();
    DriverResponse read =
        new DriverResponse(
            "status " + answer.status(),
            answer.status(),
            usual,
            answer.text(),
            name -> answer.header(name));
    boolean no = login && (answer.status() == 401 || answer.status() == 403);
    return read.take(step.reading(), step.takes(), no);
  }

  private byte[] request(Http step, Variables variables, Optional<byte[]> handed) {
    Map<String, String> headers = new LinkedHashMap<>();
    step.headers().forEach((name, value) -> headers.put(name, value.fill(variables)));
    step.basic()
        .flatMap(variables::login)
        .ifPresent(
            c -> {
              byte[] login = (c.user() + ":" + c.password()).getBytes(StandardCharsets.UTF_8);
              headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
            });
    if (!variables.cookies().isEmpty()) {
      headers.put(
          "Cookie",
          variables.cookies().entrySet().stream()
              .map(c -> c.getKey() + "=" + c.getValue())
              .collect(Collectors.joining("; ")));
    }
    byte[] body = body(step, variables, handed, headers);
    String host =
        step.endpoint().address().contains(":")
            ? "[" + step.endpoint().address() + "]"
            : step.endpoint().address();
    StringBuilder head = new StringBuilder(256);
    head.append(step.method()).append(' ').append(step.path().fill(variables, HttpSteps::inPath));
    head.append(" HTTP/1.1\r\nHost: ").append(host).append(':').append(step.endpoint().port());
    head.append("\r\nUser-Agent: plumbline\r\nAccept: */*\r\nConnection: close\r\n");
    headers.forEach(
        (name, value) ->
            head.append((name + ": " + value).replaceAll("[\\r\\n\\x00]", "")).append("\r\n"));
    if (body.length > 0 || !step.method().equals("GET")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] body(
      Http step, Variables variables, Optional<byte[]> handed, Map<String, String> headers) {
    return switch (step.body()) {
      case Body.None n -> new byte[0];
      case Body.Form f -> {
        headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
        Map<String, String> fields = new LinkedHashMap<>();
        f.fields().forEach((name, value) -> fields.put(name, value.fill(variables)));
        yield HttpRequest.formEncoded(fields).getBytes(StandardCharsets.US_ASCII);
      }
      case Body.Text t -> {
        headers.putIfAbsent("Content-Type", t.type());
        boolean json = t.type().equals("application/json");
        yield t.text().fill(variables, v -> json ? inJson(v) : v).getBytes(StandardCharsets.UTF_8);
      }
      case Body.Raw r -> {
        headers.putIfAbsent("Content-Type", "application/octet-stream");
        yield file(handed);
      }
      case Body.Upload u -> {
        headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        yield multipart(u, variables, file(handed));
      }
    };
  }

  private static byte[] file(Optional<byte[]> handed) {
    return handed.orElseThrow(() -> StepFailure.errored("the action has no file to upload"));
  }

  private static byte[] multipart(Body.Upload upload, Variables variables, byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    upload
        .fields()
        .forEach(
            (name, value) ->
                part(
                    out,
                    "form-data; name=\"" + name.replace('"', '_') + "\"",
                    "text/plain",
                    value.fill(variables).getBytes(StandardCharsets.UTF_8)));
    part(
        out,
        "form-data; name=\"" + upload.field() + "\"; filename=\"" + upload.fileName() + "\"",
        "application/octet-stream",
        file);
    out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static void part(
      ByteArrayOutputStream out, String disposition, String type, byte[] content) {
    String head =
        "--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type;
    out.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(content);
    out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static String inPath(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String inJson(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
  }
}
