package dev.plumbline.workbench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts, as far as these tests need one. */
final class Client {
  /** What all of them asked, so that a test can see which routes nobody asked. */
  private static final Set<Request> SENT = ConcurrentHashMap.newKeySet();

  private final HttpClient http;
  private final String origin;

  /**
   * What was asked.
   *
   * @param origin of the workbench, with its port
   * @param path without its query
   */
  private record Request(String origin, String method, String path) {}

  private Client(String origin, HttpClient http) {
    this.origin = origin;
    this.http = http;
  }

  /** One that asks nobody yet. */
  static Client to(String origin) {
    return to(origin, HttpClient.newBuilder());
  }

  /** The same with settings of its own. */
  static Client to(String origin, HttpClient.Builder builder) {
    return to(origin, builder, new CookieManager());
  }

  static Client to(String origin, HttpClient.Builder builder, CookieManager cookies) {
    return new Client(
        origin, builder.version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build());
  }

  /** One without a session. */
  static Client stranger(Workbench workbench) {
    return to(workbench.address().toString().replaceFirst("/login.*", ""));
  }

  /** One that opened a link. */
  static Client of(Workbench workbench) throws IOException, InterruptedException {
    URI link = workbench.address();
    Client client = to(link.toString().replaceFirst("/login.*", ""));
    client.get(link.getRawPath() + "?" + link.getRawQuery());
    return client;
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return answer(request.build());
  }

  Document page(String path) throws IOException, InterruptedException {
    return Jsoup.parse(get(path).body(), origin);
  }

  /** Sends a form with the token of this session. */
  HttpResponse<String> post(String path, String... fields)
      throws IOException, InterruptedException {
    return send(path, csrf(), List.of(), fields);
  }

  /** The token of this session. */
  String csrf() throws IOException, InterruptedException {
    return page("/me").select("input[name=csrf]").attr("value");
  }

  HttpResponse<String> send(String path, String csrf, List<String> headers, String... fields)
      throws IOException, InterruptedException {
    String body =
        "csrf="
            + csrf
            + IntStream.range(0, fields.length / 2)
                .mapToObj(i -> "&" + fields[2 * i] + "=" + encoded(fields[2 * i + 1]))
                .collect(Collectors.joining());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return answer(request.build());
  }

  /** Sends a form with a file of evidence. */
  HttpResponse<String> upload(String path, String file, byte[] bytes, String... fields)
      throws IOException, InterruptedException {
    return upload(path, "evidence", file, bytes, fields);
  }

  /**
   * Sends a form with a file.
   *
   * @param field of the form
   */
  HttpResponse<String> upload(
      String path, String field, String file, byte[] bytes, String... fields)
      throws IOException, InterruptedException {
    return answer(
        multipart(path, HttpRequest.BodyPublishers.ofByteArrays(form(field, file, bytes, fields))));
  }

  /** Sends a form with a file of evidence in a request that does not say how long it is. */
  HttpResponse<String> uploadWithoutLength(String path, String file, byte[] bytes, String... fields)
      throws IOException, InterruptedException {
    return answer(
        multipart(
            path,
            HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofByteArrays(form("evidence", file, bytes, fields)))));
  }

  /** Sends a plain form in a request that does not say how long it is. */
  HttpResponse<String> sendWithoutLength(String path, byte[] body)
      throws IOException, InterruptedException {
    return answer(
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofByteArray(body)))
            .build());
  }

  private HttpRequest multipart(String path, HttpRequest.BodyPublisher body) {
    return HttpRequest.newBuilder(URI.create(origin + path))
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(body)
        .build();
  }

  /** The parts of a form, the token of this session first. */
  private List<byte[]> form(String field, String file, byte[] bytes, String... fields)
      throws IOException, InterruptedException {
    StringBuilder head = new StringBuilder();
    String[] all = new String[fields.length + 2];
    System.arraycopy(fields, 0, all, 2, fields.length);
    all[0] = "csrf";
    all[1] = csrf();
    for (int i = 0; i < all.length; i += 2) {
      head.append("--b\r\nContent-Disposition: form-data; name=\"")
          .append(all[i])
          .append("\"\r\n\r\n")
          .append(all[i + 1])
          .append("\r\n");
    }
    head.append("--b\r\nContent-Disposition: form-data; name=\"")
        .append(field)
        .append("\"; filename=\"")
        .append(file)
        .append("\"\r\nContent-Type: image/svg+xml\r\n\r\n");
    return List.of(
        head.toString().getBytes(StandardCharsets.UTF_8),
        bytes,
        "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    SENT.add(new Request(origin, request.method(), request.uri().getRawPath()));
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Method and path of each request that was sent to the same workbench, by whichever client. */
  Set<RouteCoverage.Request> sent() {
    return SENT.stream()
        .filter(r -> r.origin().equals(origin))
        .map(r -> new RouteCoverage.Request(r.method(), r.path()))
        .collect(Collectors.toUnmodifiableSet());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String host() {
    return URI.create(origin).getAuthority();
  }
}
