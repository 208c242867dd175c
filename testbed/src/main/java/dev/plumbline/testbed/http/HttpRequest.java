package dev.plumbline.testbed.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as received.
 *
 * @param path without the query
 * @param query without its question mark
 * @param headers by name in lower case
 */
record HttpRequest(
    String method, String path, String query, Map<String, String> headers, String body) {
  private static final int MAX_LINE = 8192;
  private static final int MAX_HEADERS = 100;
  private static final int MAX_BODY = 4 * 1024 * 1024;

  HttpRequest {
    headers = Map.copyOf(headers);
  }

  /**
   * Reads the next request of a connection.
   *
   * @return nothing when the peer has closed
   * @throws IOException when it is no HTTP
   */
  static Optional<HttpRequest> read(InputStream in) throws IOException {
    Optional<String> first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] words = first.get().split(" ", 3);
    if (words.length < 3 || !words[2].startsWith("HTTP/1.")) {
      throw new IOException("not HTTP");
    }
    Map<String, String> headers = new HashMap<>();
    String line = line(in).orElseThrow(EOFException::new);
    while (!line.isEmpty()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).trim());
      }
      if (headers.size() > MAX_HEADERS) {
        throw new IOException("too many headers");
      }
      line = line(in).orElseThrow(EOFException::new);
    }
    String body = new String(body(in, headers), StandardCharsets.UTF_8);
    String[] target = words[1].split("\\?", 2);
    String query = target.length == 2 ? target[1] : "";
    return Optional.of(new HttpRequest(words[0], target[0], query, headers, body));
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    String length = headers.getOrDefault("content-length", "0");
    int bytes = length.matches("\\d{1,9}") ? Integer.parseInt(length) : 0;
    if (bytes > MAX_BODY) {
      throw new IOException("body too long");
    }
    return in.readNBytes(bytes);
  }

  private static Optional<String> line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    while (c >= 0 && c != '\n') {
      if (line.length() >= MAX_LINE) {
        throw new IOException("line too long");
      }
      if (c != '\r') {
        line.append((char) c);
      }
      c = in.read();
    }
    return Optional.of(line.toString());
  }

  /** A field of a submitted form; empty when it was not sent. */
  String form(String field) {
    return value(body, field);
  }

  /** A parameter of the query; empty when it was not sent. */
  String parameter(String name) {
    return value(query, name);
  }

  private static String value(String pairs, String name) {
    for (String pair : pairs.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      if (sides.length == 2 && sides[0].equals(name)) {
        try {
          return URLDecoder.decode(sides[1], StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
          return "";
        }
      }
    }
    return "";
  }

  /** The value of a cookie. */
  Optional<String> cookie(String name) {
    for (String pair : headers.getOrDefault("cookie", "").split(";", -1)) {
      String[] sides = pair.trim().split("=", 2);
      if (sides.length == 2 && sides[0].equals(name)) {
        return Optional.of(sides[1]);
      }
    }
    return Optional.empty();
  }

  boolean closes() {
    return headers.getOrDefault("connection", "").equalsIgnoreCase("close");
  }
}
