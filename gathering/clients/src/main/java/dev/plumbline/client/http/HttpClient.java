package dev.plumbline.client.http;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks one web server, a connection for each request: what small devices bear best, and what keeps
 * one answer from leaking into the next. Follows no redirect and keeps no cookie. Several threads
 * may use it.
 */
public final class HttpClient {
  /** Each costs the whole patience; a server that does it again and again is not asked any more. */
  private static final int MAX_STALLED_IN_A_ROW = 6;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Connector connector;
  private final Clock clock;
  private final Endpoint endpoint;
  private final boolean tls;
  private final HttpLimits limits;
  private final AtomicInteger stalled = new AtomicInteger();
  private volatile boolean oldTls;

  /** Opens the connections that requests go over. */
  public interface Connector {
    Wire connect(Endpoint endpoint, Duration timeout) throws IOException, InterruptedException;
  }

  public HttpClient(ProbeContext context, Endpoint endpoint, boolean tls, HttpLimits limits) {
    this(context::connect, context.clock(), endpoint, tls, limits);
  }

  public HttpClient(
      Connector connector, Clock clock, Endpoint endpoint, boolean tls, HttpLimits limits) {
    this.connector = connector;
    this.clock = clock;
    this.endpoint = endpoint;
    this.tls = tls;
    this.limits = limits;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public boolean tls() {
    return tls;
  }

  /**
   * An answer, how long the whole exchange took, and the connection that it came over.
   *
   * @param wire closed; good for its transcript
   */
  public record Exchange(HttpResponse response, Duration took, Wire wire) {}

  /** The time by the clock of the run. */
  public Instant now() {
    return clock.instant();
  }

  public HttpResponse get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.get(path)).response();
  }

  /**
   * Sends a request and reads its answer.
   *
   * @throws IOException if no head of an answer came; a body that breaks off is no failure
   */
  public Exchange send(HttpRequest request) throws IOException, InterruptedException {
    return send(request.bytes(authority()), request.method());
  }

  /**
   * Sends bytes as they are, whether or not they are HTTP, and reads what comes as an answer to
   * that method.
   *
   * @throws IOException if no head of an answer came, or the last ones all stopped after the head;
   *     one body that breaks off is no failure
   */
  public Exchange send(byte[] request, String method) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (stalled.get() >= MAX_STALLED_IN_A_ROW) {
      throw new IOException("its answers stop after the head");
    }
    if (!tls) {
      Instant start = clock.instant();
      try (Wire wire = connector.connect(endpoint, CONNECT)) {
        return exchange(wire, streams(wire.socket()), request, method, start);
      }
    }
    return oldTls ? overOldTls(request, method) : overTls(request, method);
  }

  private Exchange overTls(byte[] request, String method) throws IOException, InterruptedException {
    Instant start = clock.instant();
    Wire inside;
    try (Wire wire = connector.connect(endpoint, CONNECT)) {
      try {
        inside = wire.secure(CONNECT);
      } catch (Wire.SilenceException e) {
        throw e;
      } catch (IOException noCommonVersion) {
        Exchange exchange = overOldTls(request, method);
        oldTls = true;
        return exchange;
      }
      try (inside) {
        return exchange(inside, streams(inside.socket()), request, method, start);
      }
    }
  }

  private Exchange overOldTls(byte[] request, String method)
      throws IOException, InterruptedException {
    Instant start = clock.instant();
    try (Wire wire = connector.connect(endpoint, CONNECT)) {
      Socket socket = wire.socket();
      socket.setSoTimeout((int) limits.patience().toMillis());
      OldTls session = OldTls.over(socket);
      return exchange(wire, new Streams(session.in(), session.out()), request, method, start);
    }
  }

  private record Streams(InputStream in, OutputStream out) {}

  private Streams streams(Socket socket) throws IOException {
    socket.setSoTimeout((int) limits.patience().toMillis());
    return new Streams(socket.getInputStream(), socket.getOutputStream());
  }

  private Exchange exchange(
      Wire wire, Streams streams, byte[] request, String method, Instant start) throws IOException {
    streams.out.write(request);
    streams.out.flush();
    HttpResponse response = HttpReader.read(new BufferedInputStream(streams.in), method, limits);
    if (response.stalled()) {
      stalled.incrementAndGet();
    } else {
      stalled.set(0);
    }
    return new Exchange(response, Duration.between(start, clock.instant()), wire);
  }

  /** Host and port as in a URL on this server. */
  public String authority() {
    String host =
        endpoint.address().contains(":") ? "[" + endpoint.address() + "]" : endpoint.address();
    return endpoint.port() == (tls ? 443 : 80) ? host : host + ":" + endpoint.port();
  }
}
