package dev.plumbline.probes.websocketaccess;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Asks a path to open a WebSocket (RFC 6455, section 4), listens, and says a message there. */
final class WebSocketHandshake {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(6);
  private static final Duration LISTEN = Duration.ofMillis(2_500);
  private static final Duration LEAST = Duration.ofMillis(600);
  private static final int TIMES = 4;
  private static final int TEXT_FRAME = 0x81;
  private static final int MASKED = 0x80;
  private static final int LONG_FRAME = 126;
  private static final int CLOSE = 8;
  private static final byte[] MASK = {0x50, 0x4c, 0x55, 0x4d};
  private static final int MOST_HEAD = 16_384;
  private static final int MOST_MESSAGE = 65_536;
  private static final String KEY = "cGx1bWJsaW5lLXByb2JlMQ==";
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final boolean tls;

  WebSocketHandshake(ProbeContext context, Endpoint endpoint, boolean tls) {
    this.context = context;
    this.endpoint = endpoint;
    this.tls = tls;
  }

  /**
   * What came of it.
   *
   * @param status of the answer
   * @param opened whether it opened the socket, and proved that it meant to
   * @param message the first message that came unasked
   * @param took how long the answer took
   * @param wire closed; good for its transcript
   */
  record Result(int status, boolean opened, Optional<String> message, Duration took, Wire wire) {}

  /**
   * What came after a message.
   *
   * @param text of the message that answered; empty where none was read
   * @param closed whether the server closed the socket instead (RFC 6455, section 5.5.1); without
   *     either nobody knows what it made of the message: it was silent, it went away, or its answer
   *     is too long to be read
   */
  record Reply(Optional<String> text, boolean closed) {
    static final Reply CLOSED = new Reply(Optional.empty(), true);
    static final Reply UNREAD = new Reply(Optional.empty(), false);
  }

  /** Scheme, host and port of the server's own pages. */
  String origin() {
    String host =
        endpoint.address().contains(":") ? "[" + endpoint.address() + "]" : endpoint.address();
    return (tls ? "https://" : "http://") + host + ":" + endpoint.port();
  }

  /**
   * Asks.
   *
   * @param origin of the page that asks, as a browser would say it; empty for a program
   * @param listen whether to wait for a message
   * @throws IOException if no whole head of an answer came
   */
  Result ask(String path, String origin, boolean listen) throws IOException, InterruptedException {
    Instant start = context.clock().instant();
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      StringBuilder got = new StringBuilder();
      String head = head(wire, got, path, origin);
      Duration took = Duration.between(start, context.clock().instant());
      int status = Integer.parseInt(head.substring(9, 12));
      boolean opened = status == 101 && accepts(head);
      Optional<String> message =
          opened && listen ? message(wire, got, LISTEN).text() : Optional.empty();
      return new Result(status, opened, message, took, wire);
    }
  }

  /**
   * Opens a socket that was seen to open, and says something there.
   *
   * @param greets whether it says something first
   * @param took how long its answer took before; a device that takes its time is waited for longer
   * @throws IOException if it does not open
   */
  Reply say(String path, String origin, String message, boolean greets, Duration took)
      throws IOException, InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      StringBuilder got = new StringBuilder();
      if (!accepts(head(wire, got, path, origin))) {
        throw new IOException("it does not open again");
      }
      Duration patience = patience(took);
      if (greets) {
        message(wire, got, patience);
      }
      wire.send(frame(message));
      return message(wire, got, patience);
    }
  }

  private static Duration patience(Duration took) {
    Duration wanted = took.multipliedBy(TIMES);
    Duration most = wanted.compareTo(LISTEN) > 0 ? LISTEN : wanted;
    return most.compareTo(LEAST) < 0 ? LEAST : most;
  }

  /** The head of the answer; what came after it is left in {@code got}. */
  private String head(Wire wire, StringBuilder got, String path, String origin) throws IOException {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: "
            + origin().replaceFirst("^https?://", "")
            + "\r\nUser-Agent: plumbline\r\nUpgrade: websocket\r\nConnection: Upgrade"
            + (origin.isEmpty() ? "" : "\r\nOrigin: " + origin)
            + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + KEY
            + "\r\n\r\n";
    wire.send(request.getBytes(StandardCharsets.ISO_8859_1));
    int end = -1;
    while (end < 0) {
      if (got.length() > MOST_HEAD) {
        throw new IOException("a head of more than " + MOST_HEAD + " bytes");
      }
      more(wire, got, ANSWER);
      end = got.indexOf("\r\n\r\n");
    }
    String head = got.substring(0, end);
    if (!head.matches("(?s)HTTP/1\\.[01] [1-5]\\d\\d(?:[ \\r].*)?")) {
      throw new IOException("its answer is not HTTP");
    }
    got.delete(0, end + 4);
    return head;
  }

  private static boolean accepts(String head) {
    String wanted = "sec-websocket-accept:" + accept();
    return head.lines()
        .map(l -> l.replaceAll("\\s", ""))
        .anyMatch(
            l ->
                l.length() == wanted.length()
                    && l.substring(0, 21).toLowerCase(Locale.ROOT).equals(wanted.substring(0, 21))
                    && l.substring(21).equals(wanted.substring(21)));
  }

  private static String accept() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((KEY + GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A text frame of a client, which has to be masked. */
  private static byte[] frame(String text) {
    byte[] words = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(TEXT_FRAME);
    if (words.length < LONG_FRAME) {
      out.write(MASKED | words.length);
    } else {
      out.write(MASKED | LONG_FRAME);
      out.write(words.length >> 8);
      out.write(words.length);
    }
    out.writeBytes(MASK);
    for (int i = 0; i < words.length; i++) {
      out.write(words[i] ^ MASK[i % MASK.length]);
    }
    return out.toByteArray();
  }

  /** The next text or binary frame, taken from what was got. */
  private static Reply message(Wire wire, StringBuilder got, Duration patience) {
    try {
      while (true) {
        while (got.length() < 2) {
          more(wire, got, patience);
        }
        int opcode = got.charAt(0) & 0xf;
        int length = got.charAt(1) & 0x7f;
        int from = 2;
        if (length == LONG_FRAME) {
          while (got.length() < 4) {
            more(wire, got, patience);
          }
          length = (got.charAt(2) << 8) | got.charAt(3);
          from = 4;
        }
        if (opcode == CLOSE) {
          return Reply.CLOSED;
        }
        if (length == 127 || length > MOST_MESSAGE) {
          return Reply.UNREAD;
        }
        while (got.length() < from + length) {
          more(wire, got, patience);
        }
        String message = got.substring(from, from + length);
        got.delete(0, from + length);
        if (opcode == 1 || opcode == 2) {
          return new Reply(Optional.of(message), false);
        }
      }
    } catch (IOException silentOrGone) {
      return Reply.UNREAD;
    }
  }

  private static void more(Wire wire, StringBuilder got, Duration patience) throws IOException {
    byte[] next = wire.read(MOST_MESSAGE, patience);
    if (next.length == 0) {
      throw new EOFException("closed before its answer was complete");
    }
    got.append(new String(next, StandardCharsets.ISO_8859_1));
  }
}
