package dev.plumbline.client.rtsp;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Asks one media server (RFC 2326), a connection for each question, so that one answer never leaks
 * into the next.
 */
public final class RtspClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(6);
  private static final int MOST_HEAD = 16_384;
  private static final int MOST_BODY = 65_536;

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final boolean tls;

  public RtspClient(ProbeContext context, Endpoint endpoint, boolean tls) {
    this.context = context;
    this.endpoint = endpoint;
    this.tls = tls;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /**
   * An answer.
   *
   * @param headers names in lower case
   * @param wire closed; good for its transcript
   */
  public record Answer(int status, Map<String, List<String>> headers, String body, Wire wire) {
    public Answer {
      headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    public List<String> all(String name) {
      return headers.getOrDefault(name, List.of());
    }
  }

  /** The address of a stream. */
  public String url(String path) {
    String host =
        endpoint.address().contains(":") ? "[" + endpoint.address() + "]" : endpoint.address();
    return (tls ? "rtsps://" : "rtsp://") + host + ":" + endpoint.port() + path;
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param url as {@link #url} makes it, or {@code *}
   * @param authorization for the header of that name; empty for none
   * @throws IOException if no whole answer came
   */
  public Answer ask(String method, String url, String authorization)
      throws IOException, InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      return ask(wire, 1, method, url, authorization);
    }
  }

  /**
   * Sends a request, and again over the same connection with an answer to the challenge that came:
   * a server may bind a challenge to its connection, and heeds no other answer. Where it closed the
   * connection, the second request goes over a new one.
   *
   * @param authorization makes the header of that name from the first answer; empty sends nothing
   *     more
   * @return the last answer
   * @throws IOException if no whole answer came
   */
  public Answer ask(String method, String url, Function<Answer, Optional<String>> authorization)
      throws IOException, InterruptedException {
    Answer asked;
    String header;
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      asked = ask(wire, 1, method, url, "");
      Optional<String> made = authorization.apply(asked);
      if (made.isEmpty()) {
        return asked;
      }
      header = made.get();
      if (!asked.all("connection").contains("close")) {
        try {
          return ask(wire, 2, method, url, header);
        } catch (EOFException | SocketException closed) {
          // It closed the connection after its challenge.
        }
      }
    }
    return ask(method, url, header);
  }

  private static Answer ask(Wire wire, int number, String method, String url, String authorization)
      throws IOException {
    StringBuilder request = new StringBuilder(method).append(' ').append(url);
    request.append(" RTSP/1.0\r\nCSeq: ").append(number).append("\r\nUser-Agent: plumbline\r\n");
    if (method.equals("DESCRIBE")) {
      request.append("Accept: application/sdp\r\n");
    }
    if (!authorization.isEmpty()) {
      request.append("Authorization: ").append(authorization.replaceAll("[\\r\\n]", ""));
      request.append("\r\n");
    }
    request.append("\r\n");
    wire.send(request.toString().getBytes(StandardCharsets.ISO_8859_1));
    return read(wire);
  }

  /**
   * Whether the server sends a track to a client that does not log in: SETUP, PLAY, and TEARDOWN at
   * once, over one connection.
   *
   * @return the answer to PLAY; empty where SETUP gave no session
   * @throws IOException if no whole answer came
   */
  public Optional<Answer> play(String url) throws IOException, InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      send(wire, "SETUP", url, "CSeq: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n");
      Answer setUp = read(wire);
      List<String> session = setUp.all("session");
      if (setUp.status() != 200 || session.isEmpty()) {
        return Optional.empty();
      }
      String id = "Session: " + session.getFirst().split(";", 2)[0].strip() + "\r\n";
      send(wire, "PLAY", url, "CSeq: 2\r\n" + id);
      Answer played = read(wire);
      send(wire, "TEARDOWN", url, "CSeq: 3\r\n" + id);
      return Optional.of(played);
    }
  }

  private static void send(Wire wire, String method, String url, String headers)
      throws IOException {
    String request = method + " " + url + " RTSP/1.0\r\n" + headers;
    wire.send((request + "User-Agent: plumbline\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Answer read(Wire wire) throws IOException {
    StringBuilder got = new StringBuilder();
    int end = -1;
    while (end < 0) {
      if (got.length() > MOST_HEAD) {
        throw new IOException("a head of more than " + MOST_HEAD + " bytes");
      }
      more(wire, got);
      end = got.indexOf("\r\n\r\n");
    }
    String[] lines = got.substring(0, end).split("\r\n");
    if (!lines[0].matches("RTSP/1\\.0 [1-5]\\d\\d(?: .*)?")) {
      throw new IOException("its answer is not RTSP");
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] sides = lines[i].split(":", 2);
      headers
          .computeIfAbsent(sides[0].strip().toLowerCase(Locale.ROOT), k -> new ArrayList<>())
          .add(sides.length > 1 ? sides[1].strip() : "");
    }
    int length = length(headers);
    while (got.length() < end + 4 + length) {
      more(wire, got);
    }
    return new Answer(
        Integer.parseInt(lines[0].substring(9, 12)),
        headers,
        got.substring(end + 4, end + 4 + length),
        wire);
  }

  private static int length(Map<String, List<String>> headers) throws IOException {
    String said = headers.getOrDefault("content-length", List.of("0")).getFirst();
    if (!said.matches("\\d{1,5}") || Integer.parseInt(said) > MOST_BODY) {
      throw new IOException("a body of more than " + MOST_BODY + " bytes");
    }
    return Integer.parseInt(said);
  }

  private static void more(Wire wire, StringBuilder got) throws IOException {
    byte[] next = wire.read(MOST_BODY, ANSWER);
    if (next.length == 0) {
      throw new EOFException("closed before its answer was complete");
    }
    got.append(new String(next, StandardCharsets.ISO_8859_1));
  }
}
