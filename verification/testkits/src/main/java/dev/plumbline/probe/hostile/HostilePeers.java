package dev.plumbline.probe.hostile;

import dev.plumbline.probe.hostile.Peer.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** The ways in which a peer is hostile, by name. Each is the same at every run. */
public final class HostilePeers {
  private static final int PAGE = 64 * 1024;

  private HostilePeers() {}

  /**
   * All of them, for a protocol.
   *
   * @param dripMillis pace of the peer that sends one byte at a time; less than the probe's
   *     patience
   */
  public static Map<String, Behaviour> all(PeerProtocol protocol, long dripMillis) {
    Map<String, Behaviour> peers = new LinkedHashMap<>();
    peers.put("mute", (client, n) -> swallow(client));
    peers.put("half-open", new NeverAccepts());
    peers.put("closes at once", (client, n) -> {});
    peers.put("greets and falls silent", (client, n) -> greetAndSwallow(client, protocol));
    peers.put("one byte at a time", (client, n) -> drip(client, protocol, dripMillis));
    peers.put("endless", (client, n) -> endless(client, protocol.greeting(), "A".repeat(PAGE)));
    peers.put("endless lines", (client, n) -> endless(client, protocol.greeting(), "x\r\n"));
    peers.put("announces 4 GiB", (client, n) -> say(client, protocol.hugeLength()));
    peers.put("nests without end", (client, n) -> say(client, protocol.deep()));
    peers.put("echoes", (client, n) -> echo(client));
    peers.put("replays its greeting", (client, n) -> replay(client, protocol));
    peers.put("changes its answer", (client, n) -> say(client, changing(n)));
    peers.put("speaks POP3", (client, n) -> say(client, text("+OK ready\r\n-ERR what\r\n")));
    peers.put("redirects in a circle", (client, n) -> answer(client, redirect()));
    peers.put("compression bomb", (client, n) -> answer(client, bomb()));
    for (int seed = 1; seed <= 4; seed++) {
      long s = seed;
      peers.put("garbage " + seed, (client, n) -> say(client, garbage(s)));
    }
    for (int at : new int[] {0, 1, 2, 5, 9, 20}) {
      peers.put("resets after " + at, (client, n) -> reset(client, protocol, at));
    }
    return peers;
  }

  /**
   * Web servers whose pages are meant to end a probe. Each speaks HTTP, so that something may be
   * seen of it.
   */
  static Map<String, Behaviour> pages() {
    Map<String, Behaviour> peers = new LinkedHashMap<>();
    peers.put("links that are not ASCII", (client, n) -> answer(client, links()));
    peers.put("a header of 18 KB", (client, n) -> answer(client, longHeader()));
    peers.put("a body that stops", (client, n) -> say(client, stopped()));
    peers.put("a body without end", (client, n) -> endless(client, head(), "<p>A</p>"));
    peers.put("half a chunk", (client, n) -> answer(client, halfAChunk()));
    return peers;
  }

  /** One of them. */
  static Behaviour named(String name, PeerProtocol protocol) {
    Behaviour behaviour = all(protocol, 20).get(name);
    if (behaviour == null) {
      throw new IllegalArgumentException("no peer does this: " + name);
    }
    return behaviour;
  }

  private static void swallow(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    byte[] buffer = new byte[4096];
    while (in.read(buffer) >= 0) {
      // Nothing is what it says.
    }
  }

  private static void greetAndSwallow(Socket client, PeerProtocol protocol) throws IOException {
    write(client, protocol.greeting());
    swallow(client);
  }

  private static void drip(Socket client, PeerProtocol protocol, long millis)
      throws IOException, InterruptedException {
    byte[] greeting = PeerProtocol.join(protocol.greeting(), protocol.hugeLength());
    for (int i = 0; ; i++) {
      client.getOutputStream().write(greeting[i % greeting.length]);
      Thread.sleep(millis);
    }
  }

  private static void endless(Socket client, byte[] greeting, String text) throws IOException {
    write(client, greeting);
    byte[] page = text(text.repeat(Math.max(1, PAGE / text.length())));
    while (true) {
      client.getOutputStream().write(page);
    }
  }

  private static void say(Socket client, byte[] bytes) throws IOException {
    write(client, bytes);
    swallow(client);
  }

  /** Waits for the client's first bytes, answers and closes, as an HTTP server does. */
  private static void answer(Socket client, byte[] bytes) throws IOException {
    byte[] buffer = new byte[8192];
    if (client.getInputStream().read(buffer) >= 0) {
      write(client, bytes);
    }
  }

  private static void echo(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = client.getOutputStream();
    in.transferTo(out);
  }

  private static void replay(Socket client, PeerProtocol protocol) throws IOException {
    byte[] buffer = new byte[4096];
    byte[] greeting = protocol.greeting().length == 0 ? text("\r\n") : protocol.greeting();
    do {
      write(client, greeting);
    } while (client.getInputStream().read(buffer) >= 0);
  }

  private static void reset(Socket client, PeerProtocol protocol, int at) throws IOException {
    byte[] all = PeerProtocol.join(protocol.greeting(), protocol.hugeLength());
    client.getOutputStream().write(all, 0, Math.min(at, all.length));
    client.getOutputStream().flush();
    // Closing with a linger of nothing sends RST instead of FIN.
    client.setSoLinger(true, 0);
  }

  private static byte[] changing(int number) {
    return switch (number % 3) {
      case 0 -> text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      case 1 -> text("SSH-2.0-changing\r\n");
      default -> text("220 changing FTP\r\n");
    };
  }

  private static byte[] page(String headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    return PeerProtocol.join(
        text(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                + headers
                + "Content-Length: "
                + content.length
                + "\r\nConnection: close\r\n\r\n"),
        content);
  }

  /** Links that browsers turn into ASCII, and some that no request line can hold. */
  private static byte[] links() {
    StringBuilder body = new StringBuilder("<title>\u00e9\u4e2d\ud83d\ude00</title>");
    for (String link :
        new String[] {
          "/einf\u00fchrung.html",
          "/\u4e2d\u6587?q=\u00e9#\u00df",
          "/a b",
          "/%zz",
          "/\u202e",
          "//[",
          "/\t\n"
        }) {
      body.append("<a href=\"").append(link).append("\">x</a><script src='");
      body.append(link).append("'></script><form action='").append(link).append("'></form>");
    }
    return page("", body.toString());
  }

  /** Parts of names and versions that an expression could try in very many ways. */
  private static byte[] longHeader() {
    return page(
        "Server: "
            + "a.".repeat(9_000)
            + "\r\nSet-Cookie: "
            + "a=a;".repeat(2_000)
            + "\r\nWWW-Authenticate: Digest "
            + "realm=\"\\\"\",".repeat(1_000)
            + "\r\n",
        "<p>x</p>");
  }

  private static byte[] head() {
    return text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
  }

  private static byte[] stopped() {
    return text(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10737418240\r\n\r\n<p>");
  }

  private static byte[] halfAChunk() {
    return text(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "ffffffff\r\n<p>");
  }

  private static byte[] redirect() {
    return text(
        "HTTP/1.1 302 Found\r\nLocation: /circle\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  private static byte[] bomb() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(body)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: "
            + body.size()
            + "\r\nConnection: close\r\n\r\n";
    return PeerProtocol.join(text(head), body.toByteArray());
  }

  private static byte[] garbage(long seed) {
    byte[] bytes = new byte[4096];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static void write(Socket client, byte[] bytes) throws IOException {
    client.getOutputStream().write(bytes);
    client.getOutputStream().flush();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The kernel completes the connection; nobody ever takes it. */
  private static final class NeverAccepts implements Behaviour {
    @Override
    public void serve(Socket client, int number) {
      throw new IllegalStateException("nobody is served");
    }

    @Override
    public boolean accepts() {
      return false;
    }
  }
}
