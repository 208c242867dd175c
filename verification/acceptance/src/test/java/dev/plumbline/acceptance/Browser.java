package dev.plumbline.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page of Debian's Chromium, driven by the DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final int SECONDS = 60;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting;

  private Browser(
      Process process, WebSocket socket, Map<Integer, CompletableFuture<JsonNode>> waiting) {
    this.process = process;
    this.socket = socket;
    this.waiting = waiting;
  }

  /** Starts one with a profile of its own. */
  static Browser start(Path profile) throws Exception {
    return start(profile, List.of());
  }

  /** Starts one that trusts the certificate of a server, by the SHA-256 of its key in base64. */
  static Browser trusting(Path profile, String key) throws Exception {
    return start(profile, List.of("--ignore-certificate-errors-spki-list=" + key));
  }

  private static Browser start(Path profile, List<String> more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + profile));
    command.addAll(more);
    command.add("about:blank");
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
    String line = String.valueOf(err.readLine());
    while (!line.contains("DevTools listening on ws://")) {
      if (line.equals("null")) {
        throw new IOException("Chromium ended; type: sudo apt-get install -y chromium");
      }
      line = String.valueOf(err.readLine());
    }
    Thread.ofPlatform().daemon().start(() -> err.lines().forEach(l -> {}));
    String host = URI.create(line.substring(line.indexOf("ws://"))).getAuthority();
    HttpClient client = HttpClient.newHttpClient();
    String pages =
        client
            .send(
                HttpRequest.newBuilder(URI.create("http://" + host + "/json/list")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    String page = "";
    for (JsonNode target : JSON.readTree(pages)) {
      if (target.path("type").asString().equals("page")) {
        page = target.path("webSocketDebuggerUrl").asString();
      }
    }
    Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(page), new Listener(waiting))
            .get(SECONDS, TimeUnit.SECONDS);
    Browser browser = new Browser(process, socket, waiting);
    browser.call("Page.enable", Map.of());
    browser.call("Runtime.enable", Map.of());
    return browser;
  }

  private record Listener(Map<Integer, CompletableFuture<JsonNode>> waiting, StringBuilder text)
      implements WebSocket.Listener {
    Listener(Map<Integer, CompletableFuture<JsonNode>> waiting) {
      this(waiting, new StringBuilder());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(-1));
        if (answer != null) {
          answer.complete(message);
        }
      }
      socket.request(1);
      return CompletableFuture.completedFuture(data);
    }
  }

  private JsonNode call(String method, Map<String, Object> parameters)
      throws InterruptedException, ExecutionException, TimeoutException {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    Map<String, Object> message = new HashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    socket.sendText(JSON.writeValueAsString(message), true).get(SECONDS, TimeUnit.SECONDS);
    JsonNode told = answer.get(SECONDS, TimeUnit.SECONDS);
    if (told.has("error")) {
      throw new IllegalStateException(method + ": " + told.path("error"));
    }
    return told.path("result");
  }

  /** The width and height of the window, and whether it is dark. */
  void window(int width, int height, boolean dark) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /**
   * Lets pages do what their policy forbids, so that a test sees whether the escaping holds alone.
   */
  void withoutPolicies() throws Exception {
    call("Page.setBypassCSP", Map.of("enabled", true));
  }

  /** Opens pages whatever certificate they come with, as a person does who compared it. */
  void withAnyCertificate() throws Exception {
    call("Security.setIgnoreCertificateErrors", Map.of("ignore", true));
  }

  /**
   * Plugs in an authenticator that keeps passkeys and knows its person.
   *
   * @return its id
   */
  String authenticator() throws Exception {
    call("WebAuthn.enable", Map.of());
    return call(
            "WebAuthn.addVirtualAuthenticator",
            Map.of(
                "options",
                Map.of(
                    "protocol",
                    "ctap2",
                    "transport",
                    "internal",
                    "hasResidentKey",
                    true,
                    "hasUserVerification",
                    true,
                    "isUserVerified",
                    true,
                    "automaticPresenceSimulation",
                    true)))
        .path("authenticatorId")
        .asString();
  }

  /** Whether the person who holds an authenticator can prove to be its owner. */
  void verifies(String authenticator, boolean verified) throws Exception {
    call(
        "WebAuthn.setUserVerified",
        Map.of("authenticatorId", authenticator, "isUserVerified", verified));
  }

  /** Takes all passkeys out of an authenticator. */
  void forgetPasskeys(String authenticator) throws Exception {
    call("WebAuthn.clearCredentials", Map.of("authenticatorId", authenticator));
  }

  /** A script that runs in every page before its own. */
  void before(String script) throws Exception {
    call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** Opens a page and waits until it is loaded. */
  void open(String address) throws Exception {
    eval("window.before = true");
    call("Page.navigate", Map.of("url", address));
    until("!window.before && document.readyState === 'complete'");
  }

  /** What a script says, as text. */
  String eval(String script) throws Exception {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of(
                "expression", script,
                "awaitPromise", true,
                "returnByValue", true,
                "allowUnsafeEvalBlockedByCSP", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(script + ": " + result.path("exceptionDetails"));
    }
    JsonNode value = result.path("result").path("value");
    return value.isString() ? value.asString() : value.toString();
  }

  /** Waits until a script says true. */
  void until(String script) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!"true".equals(condition(script))) {
      if (System.nanoTime() > end) {
        throw new TimeoutException(script + " at " + eval("location.href"));
      }
      Thread.onSpinWait();
    }
  }

  private String condition(String script) throws Exception {
    try {
      return eval("Boolean(" + script + ")");
    } catch (IllegalStateException e) {
      // The page was replaced while the script ran.
      return "false";
    }
  }

  /** Presses a key, such as {@code j} or {@code Enter}; with the control key, if so. */
  void press(String key, boolean control) throws Exception {
    Map<String, Object> event = new HashMap<>();
    event.put("type", key.length() == 1 && !control ? "keyDown" : "rawKeyDown");
    event.put("key", key);
    event.put("modifiers", control ? 2 : 0);
    int code =
        switch (key) {
          case "Enter" -> 13;
          case "Escape" -> 27;
          case "Tab" -> 9;
          default -> Character.toUpperCase(key.charAt(0));
        };
    event.put("windowsVirtualKeyCode", code);
    if (key.length() == 1 && !control) {
      event.put("text", key);
    }
    call("Input.dispatchKeyEvent", event);
    event.put("type", "keyUp");
    event.remove("text");
    call("Input.dispatchKeyEvent", event);
  }

  /** Writes text where the focus is. */
  void type(String text) throws Exception {
    call("Input.insertText", Map.of("text", text));
  }

  /** Writes a picture of the whole page, or of the window. */
  void picture(Path file, boolean whole) throws Exception {
    String png =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole))
            .path("data")
            .asString();
    Files.write(file, Base64.getDecoder().decode(png));
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().join();
  }
}
