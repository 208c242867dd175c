package dev.plumbline.probes.kit;

import dev.plumbline.probe.hostile.Peer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A web server that answers as a test tells it, and remembers what it was asked. */
public final class WebDevice implements Peer.Behaviour {
  private final Function<Request, String> answers;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public WebDevice(Function<Request, String> answers) {
    this.answers = answers;
  }

  /** A request as it came. */
  public record Request(String method, String path, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** What it answers, for a device that is like this one in most. */
  public String answerTo(Request request) {
    return answers.apply(request);
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** A page with status 200. */
  public static String html(String body) {
    return answer("200 OK", "Content-Type: text/html\r\n", body);
  }

  public static String notFound() {
    return answer("404 Not Found", "Content-Type: text/html\r\n", "<h1>Not found</h1>");
  }

  public static String redirect(String to) {
    return answer("302 Found", "Location: " + to + "\r\n", "");
  }

  /**
   * @param headers each with its line break
   */
  public static String answer(String status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + headers
        + "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\nConnection: close\r\n\r\n"
        + body;
  }

  @Override
  public void serve(Socket client, int number) throws IOException {
    try {
      answer(client);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException | NumberFormatException e) {
      // A request that breaks HTTP gets no answer.
      client.shutdownOutput();
    }
  }

  private void answer(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    String first = in.readLine();
    if (first == null || first.indexOf(' ') < 0) {
      return;
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String[] parts = line.split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
    int got = 0;
    while (got < body.length) {
      got += in.read(body, got, body.length - got);
    }
    String[] parts = first.split(" ");
    Request request = new Request(parts[0], parts[1], Map.copyOf(headers), new String(body));
    requests.add(request);
    client.getOutputStream().write(answers.apply(request).getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
  }
}
