package dev.plumbline.probe.run;

import dev.plumbline.probe.Wire;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answer to one HTTP/1.1 GET (RFC 9112), read strictly and within bounds.
 *
 * @param headers names in lower case
 * @param truncated whether the body was longer than was read
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for a moment, is never compared.
record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body, boolean truncated) {
  private static final int MOST_HEAD = 64 * 1024;

  /**
   * Reads an answer.
   *
   * @throws IOException if it is no HTTP, incomplete, or in a coding that was not asked for
   */
  static HttpAnswer read(Wire wire, Duration patience, int mostBody) throws IOException {
    Reader in = new Reader(wire, patience);
    String status = in.line();
    if (!status.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
      throw new IOException("the answer is no HTTP/1.1: " + shown(status));
    }
    int code = Integer.parseInt(status.substring(9, 12));
    Map<String, List<String>> headers = headers(in);
    String coding = String.join(",", headers.getOrDefault("content-encoding", List.of()));
    if (!coding.isBlank() && !coding.equalsIgnoreCase("identity")) {
      throw new IOException("the body comes as " + shown(coding) + ", which was not asked for");
    }
    if (code == 204 || code == 304) {
      return new HttpAnswer(code, headers, new byte[0], false);
    }
    Body body = new Body(mostBody);
    if (headers.containsKey("transfer-encoding")) {
      chunks(in, headers, body);
    } else if (headers.containsKey("content-length")) {
      in.copy(length(headers), body);
    } else {
      in.copyToEnd(body);
    }
    return new HttpAnswer(code, headers, body.bytes(), body.full());
  }

  private static Map<String, List<String>> headers(Reader in) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = in.line(); !line.isEmpty(); line = in.line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || Character.isWhitespace(line.charAt(0))) {
        throw new IOException("this is no HTTP header: " + shown(line));
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
          .add(line.substring(colon + 1).trim());
    }
    return headers;
  }

  private static long length(Map<String, List<String>> headers) throws IOException {
    List<String> values = headers.getOrDefault("content-length", List.of());
    if (values.stream().distinct().count() != 1 || !values.getFirst().matches("\\d{1,15}")) {
      throw new IOException("the lengths of the body are " + shown(values.toString()));
    }
    return Long.parseLong(values.getFirst());
  }

  private static void chunks(Reader in, Map<String, List<String>> headers, Body body)
      throws IOException {
    String coding = String.join(",", headers.getOrDefault("transfer-encoding", List.of()));
    if (!coding.equalsIgnoreCase("chunked")) {
      throw new IOException("the body is transferred as " + shown(coding));
    }
    while (!body.full()) {
      String size = in.line().replaceAll(";.*", "").trim();
      if (!size.matches("[0-9a-fA-F]{1,8}")) {
        throw new IOException("this is no size of a chunk: " + shown(size));
      }
      long length = Long.parseLong(size, 16);
      if (length == 0) {
        return;
      }
      in.copy(length, body);
      if (!body.full() && !in.line().isEmpty()) {
        throw new IOException("a chunk is longer than announced");
      }
    }
  }

  private static String shown(String text) {
    String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
    return "'" + printable.substring(0, Math.min(80, printable.length())) + "'";
  }

  /** Bytes up to a bound. */
  private static final class Body {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;
    private boolean full;

    Body(int most) {
      this.most = most;
    }

    void add(byte[] from, int offset, int length) {
      int kept = Math.min(length, most - bytes.size());
      bytes.write(from, offset, kept);
      full |= kept < length;
    }

    boolean full() {
      return full;
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }

  /** Reads lines and stretches from a wire. */
  private static final class Reader {
    private final Wire wire;
    private final Duration patience;
    private byte[] buffer = new byte[0];
    private int at;
    private int head;

    Reader(Wire wire, Duration patience) {
      this.wire = wire;
      this.patience = patience;
    }

    private boolean fill() throws IOException {
      if (at < buffer.length) {
        return true;
      }
      buffer = wire.read(16 * 1024, patience);
      at = 0;
      return buffer.length > 0;
    }

    String line() throws IOException {
      StringBuilder line = new StringBuilder();
      while (true) {
        if (!fill()) {
          throw new EOFException("the answer ends early");
        }
        int b = buffer[at++] & 0xff;
        if (++head > MOST_HEAD) {
          throw new IOException("the head of the answer has more than " + MOST_HEAD + " bytes");
        }
        if (b == '\n') {
          int end = line.length();
          return end > 0 && line.charAt(end - 1) == '\r'
              ? line.substring(0, end - 1)
              : line.toString();
        }
        line.append((char) b);
      }
    }

    void copy(long length, Body body) throws IOException {
      long left = length;
      while (left > 0 && !body.full()) {
        if (!fill()) {
          throw new EOFException("the body ends " + left + " bytes early");
        }
        int count = (int) Math.min(left, buffer.length - at);
        body.add(buffer, at, count);
        at += count;
        left -= count;
      }
    }

    void copyToEnd(Body body) throws IOException {
      while (!body.full() && fill()) {
        byte[] rest = Arrays.copyOfRange(buffer, at, buffer.length);
        body.add(rest, 0, rest.length);
        at = buffer.length;
      }
    }
  }
}
