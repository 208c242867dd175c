package dev.plumbline.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A workbench in a process of its own, and browsers that are logged in there. */
final class ServedWorkbench implements AutoCloseable {
  private static final Pattern LINK =
      Pattern.compile("http://127[.]0[.]0[.]1:\\d+/login[^\\s<\"]+");
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final long PATIENCE_SECONDS = 60;
  private static final int BROWSERS = 32;
  private static final long TICKS_A_SECOND = 100;

  private final Process process;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI link;
  private final List<Browser> browsers = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * One session.
   *
   * @param csrf token of its forms
   */
  private record Browser(String cookie, String csrf) {}

  private ServedWorkbench(Process process, URI link) throws IOException, InterruptedException {
    this.process = process;
    this.link = link;
    browsers.add(browser(link));
    while (browsers.size() < BROWSERS) {
      String page =
          http.send(form("/links", Map.of(), browsers.getFirst()), BodyHandlers.ofString()).body();
      browsers.add(browser(URI.create(found(LINK, page))));
    }
  }

  /** Opens a session. One answers few requests at once, so that there have to be several. */
  private Browser browser(URI opens) throws IOException, InterruptedException {
    String cookie =
        http.send(HttpRequest.newBuilder(opens).build(), BodyHandlers.discarding())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow(() -> new IllegalStateException("the workbench lets nobody in"))
            .replaceFirst(";.*", "");
    HttpRequest me = HttpRequest.newBuilder(opens.resolve("/me")).header("Cookie", cookie).build();
    return new Browser(cookie, found(TOKEN, http.send(me, BodyHandlers.ofString()).body()));
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("the workbench lets nobody in");
    }
    return matcher.group(matcher.groupCount());
  }

  private Browser next() {
    return browsers.get(Math.floorMod(asked.getAndIncrement(), browsers.size()));
  }

  static ServedWorkbench start(Surroundings s, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(s.scratch(), "serve", ".out");
    ProcessBuilder builder = new ProcessBuilder(s.plumbline(), "serve", folder.toString());
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Matcher link = LINK.matcher(Files.readString(out));
    while (!link.find()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        process.destroyForcibly();
        throw new IllegalStateException("did not start: " + Files.readString(out));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      link = LINK.matcher(Files.readString(out));
    }
    return new ServedWorkbench(process, URI.create(link.group()));
  }

  /** The text of a page. */
  String get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(link.resolve(path)).header("Cookie", next().cookie());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode() + " of " + path);
    }
    return answer.body();
  }

  /** The status of the answer to a form. */
  int post(String path, Map<String, String> fields) throws IOException, InterruptedException {
    return http.send(form(path, fields, next()), BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest form(String path, Map<String, String> fields, Browser by) {
    StringBuilder body = new StringBuilder("csrf=").append(by.csrf());
    fields.forEach((k, v) -> body.append('&').append(k).append('=').append(encoded(v)));
    return HttpRequest.newBuilder(link.resolve(path))
        .header("Cookie", by.cookie())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
        .build();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Processor time of the server until now, in seconds, as the kernel counts it. */
  double processorSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] cells = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(cells[11]) + Long.parseLong(cells[12])) / (double) TICKS_A_SECOND;
  }

  /** Memory that is resident now, in MiB. */
  long residentMib() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(l -> l.startsWith("VmRSS:"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    http.close();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
