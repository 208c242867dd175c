package dev.plumbline.probes.updatefetch;

import dev.plumbline.core.BoundedPattern;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * A request of the device.
 *
 * @param path without host and query
 * @param headers by their names in small letters
 */
record FetchRequest(String method, String path, Map<String, String> headers) {
  private static final int MOST = 16 * 1024;
  private static final int MOST_BODY = 256 * 1024;
  private static final BoundedPattern LINE =
      BoundedPattern.compile("(GET|HEAD|POST) (?:https?://[^/ ]*)?(/[^ ?#]*)[^ ]* HTTP/1\\.[01]");
  private static final BoundedPattern RANGE = BoundedPattern.compile("bytes=(\\d{1,9})-(\\d{0,9})");

  FetchRequest {
    headers = java.util.Collections.unmodifiableMap(new TreeMap<>(headers));
  }

  /**
   * Reads head and body; the body is dropped.
   *
   * @throws IOException if what comes is no request, or too much
   */
  static FetchRequest read(InputStream in) throws IOException {
    String[] lines = head(in).split("\r\n", -1);
    Matcher line = LINE.matcher(lines[0]);
    if (!line.matches()) {
      throw new IOException("what came is no HTTP request");
    }
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT).strip(),
            lines[i].substring(colon + 1).strip());
      }
    }
    String length = headers.getOrDefault("content-length", "0");
    if (!length.matches("\\d{1,6}") || Integer.parseInt(length) > MOST_BODY) {
      throw new IOException("the request's body is too long");
    }
    in.readNBytes(Integer.parseInt(length));
    return new FetchRequest(line.group(1), line.group(2), headers);
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int last = 0;
    while ((last & 0xFFFFFFFFL) != 0x0D0A0D0AL) {
      int next = in.read();
      if (next < 0 || head.size() == MOST) {
        throw new IOException("the request's head has no end");
      }
      head.write(next);
      last = last << 8 | next;
    }
    return head.toString(StandardCharsets.ISO_8859_1).strip();
  }

  /** A part of the whole that is asked for; empty for all of it. */
  Optional<Part> part(int length) {
    Matcher m = RANGE.matcher(headers.getOrDefault("range", ""));
    if (!m.matches()) {
      return Optional.empty();
    }
    int from = Integer.parseInt(m.group(1));
    int last = m.group(2).isEmpty() ? length - 1 : Integer.parseInt(m.group(2));
    return from > last || from >= length
        ? Optional.empty()
        : Optional.of(new Part(from, Math.min(last, length - 1) + 1));
  }

  /**
   * @param from first byte
   * @param to behind the last byte
   */
  record Part(int from, int to) {}
}
