package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jsoup.Jsoup;

/**
 * Serves pages on a loopback port, opens them side by side in Chromium, and tells what ran there
 * and what was asked for.
 */
final class LoopbackPages implements AutoCloseable {
  /** Tells of each page what ran, and what could run at a click. */
  private static final String LOOK =
      """
      <!doctype html><meta charset=utf-8><title>frames</title><pre id=told></pre>
      <script>
      var ran = [];
      function look(frame) {
        const page = frame.contentDocument;
        const all = page ? [...page.querySelectorAll('*')] : [];
        const live = all.filter(e => ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FORM', 'LINK']
            .includes(e.tagName.toUpperCase())
            || [...e.attributes].some(a => a.name.startsWith('on')
            || /^\\s*(javascript|data|vbscript):/i.test(a.value)));
        return frame.name + ' ' + (page ? page.readyState : 'gone') + ' '
            + live.map(e => e.outerHTML.slice(0, 100)).join(' ');
      }
      addEventListener('load', () => setTimeout(() => {
        const frames = [...document.querySelectorAll('iframe')].map(look);
        document.getElementById('told').textContent
            = 'ran: ' + ran.join(' ') + '\\n' + frames.join('\\n');
        document.querySelectorAll('iframe').forEach(f => f.remove());
      }, 1500));
      </script>
      """;

  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  LoopbackPages() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Host and port. */
  String origin() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was asked for beside the pages. */
  Queue<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String page = pages.get(path);
    if (page == null && !path.equals("/favicon.ico")) {
      asked.add(path);
    }
    byte[] bytes = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(page == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /**
   * Opens the pages.
   *
   * @param html by name
   * @param work an empty place
   * @return first what ran, then a line for each page with what could run or ask in it
   */
  String opened(Map<String, String> html, Path work) throws IOException, InterruptedException {
    StringBuilder look = new StringBuilder(LOOK);
    new TreeMap<>(html)
        .forEach(
            (name, text) -> {
              pages.put("/page/" + name, text);
              look.append("<iframe name=\"" + name + "\" src=\"/page/" + name + "\"></iframe>\n");
            });
    pages.put("/look", look.toString());
    Files.createDirectories(work);
    String dom = Chromium.dom(work, 20_000, "http://" + origin() + "/look");
    String told =
        Jsoup.parse(dom).select("#told").textNodes().stream()
            .map(n -> n.getWholeText())
            .reduce("", String::concat);
    assertThat(told).as("the page of frames ran").startsWith("ran: ");
    return told;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
