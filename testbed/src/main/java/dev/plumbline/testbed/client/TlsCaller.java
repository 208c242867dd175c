package dev.plumbline.testbed.client;

import dev.plumbline.testbed.bench.DeviceMemory;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.UDPTransport;

/**
 * A client of the device. It calls its server over TLS, or over DTLS where {@code transport} is
 * {@code udp}, sends a request, and calls again a moment later, whatever came of it. Settings:
 * {@code to} (numeric address and port), {@code name} (the host that it believes it calls), {@code
 * redialMillis}, {@code clearTextAfter} (so many failures in a row after which it asks in clear
 * text; 0 for never), {@code clearTextPort} (where; its usual one if absent), those of {@link
 * CallerTls}, and {@code fetch} for one that looks for updates, see {@link UpdateFetcher}.
 */
public final class TlsCaller implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1_000;
  private static final int ANSWER_MILLIS = 5_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final int DATAGRAM_MILLIS = 100;
  private static final int LARGEST_DATAGRAM = 1_400;

  private final Settings settings;
  private final InetAddress from;
  private final InetSocketAddress to;
  private final CallerTls tls;
  private final Optional<UpdateFetcher> fetcher;
  private final Thread thread;

  private TlsCaller(
      Settings settings, InetAddress from, CallerTls tls, Optional<UpdateFetcher> fetcher)
      throws IOException {
    this.settings = settings;
    this.from = from;
    this.tls = tls;
    this.fetcher = fetcher;
    String written = settings.required("to");
    int colon = written.lastIndexOf(':');
    this.to =
        new InetSocketAddress(
            InetAddress.getByName(written.substring(0, colon)),
            Integer.parseInt(written.substring(colon + 1)));
    if (!to.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("a simulated device calls loopback alone, not " + to);
    }
    this.thread = Thread.ofVirtual().name("testbed-caller").unstarted(this::call);
  }

  /**
   * Starts to call.
   *
   * @param from the device's address
   */
  public static TlsCaller start(Settings settings, InetAddress from, InstantSource clock)
      throws IOException {
    return start(settings, from, clock, Optional.empty());
  }

  /**
   * The same.
   *
   * @param memory of the device, which takes the updates that are fetched
   */
  public static TlsCaller start(
      Settings settings, InetAddress from, InstantSource clock, Optional<DeviceMemory> memory)
      throws IOException {
    Optional<UpdateFetcher> fetcher =
        memory
            .filter(m -> settings.has("fetch"))
            .map(m -> new UpdateFetcher(settings.child("fetch"), m));
    TlsCaller caller =
        new TlsCaller(settings, from, CallerTls.make(settings, from, clock), fetcher);
    caller.thread.start();
    return caller;
  }

  private void call() {
    int failures = 0;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (fetcher.isPresent()) {
          fetcher.get().look(this::ask);
        } else {
          ask("/v1/state");
        }
        failures = 0;
      } catch (IOException ignored) {
        // Nobody there, or nobody whom it trusts: it tries again.
        failures++;
      }
      long most = settings.number("clearTextAfter", 0);
      if (most > 0 && failures >= most) {
        askInClearText("/v1/state");
      }
      try {
        Thread.sleep(settings.number("redialMillis", 200));
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** A request on a connection of its own; gives all that comes back. */
  private byte[] ask(String path) throws IOException {
    if (settings.text("transport", "tcp").equals("udp")) {
      return askInDatagrams(path);
    }
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(to, CONNECT_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      TlsClientProtocol protocol =
          new TlsClientProtocol(socket.getInputStream(), socket.getOutputStream());
      protocol.connect(tls.client());
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + settings.required("name") + "\r\n\r\n";
      protocol.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = protocol.getInputStream().readNBytes(MOST_BYTES);
      protocol.close();
      return answer;
    }
  }

  private void askInClearText(String path) {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      int port = settings.number("clearTextPort", to.getPort());
      socket.connect(new InetSocketAddress(to.getAddress(), port), CONNECT_MILLIS);
      socket.setSoTimeout(DATAGRAM_MILLIS);
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer 8c1f0a\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readNBytes(1);
    } catch (IOException ignored) {
      // Nobody listens in clear text.
    }
  }

  private byte[] askInDatagrams(String path) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(from, 0))) {
      socket.connect(to);
      DTLSTransport server =
          new DTLSClientProtocol()
              .connect(tls.client(), new UDPTransport(socket, LARGEST_DATAGRAM));
      byte[] words = ("GET " + path).getBytes(StandardCharsets.US_ASCII);
      server.send(words, 0, words.length);
      byte[] answer = new byte[server.getReceiveLimit()];
      int length = server.receive(answer, 0, answer.length, DATAGRAM_MILLIS);
      server.close();
      return Arrays.copyOf(answer, Math.max(0, length));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
