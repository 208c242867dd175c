package dev.plumbline.client.http;

import dev.plumbline.core.BoundedPattern;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Reads one HTTP/1.x answer (RFC 9112), however it is framed, and no more of it than the limits
 * allow.
 */
final class HttpReader {
  private static final BoundedPattern STATUS =
      BoundedPattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: (.*))?");
  private static final BoundedPattern HEADER =
      BoundedPattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");
  private static final int MAX_HEADERS = 200;
  private static final int MAX_INTERIM = 4;

  private final InputStream in;
  private final HttpLimits limits;
  private int headLeft;
  private boolean stalled;

  private HttpReader(InputStream in, HttpLimits limits) {
    this.in = in;
    this.limits = limits;
    this.headLeft = limits.headBytes();
  }

  /**
   * @throws MalformedHttpException if what comes is not HTTP
   * @throws IOException if the head of the answer does not arrive
   */
  static HttpResponse read(InputStream in, String method, HttpLimits limits) throws IOException {
    return new HttpReader(in, limits).read(method);
  }

  private HttpResponse read(String method) throws IOException {
    for (int i = 0; i < MAX_INTERIM; i++) {
      Matcher status = statusLine();
      Map<String, List<String>> headers = headers();
      int code = Integer.parseInt(status.group(1));
      if (code < 200) {
        continue;
      }
      boolean bodiless = method.equals("HEAD") || code == 204 || code == 304;
      Body body =
          bodiless
              ? new Body(new ByteArrayOutputStream(), false)
              : decompressed(body(headers), headers);
      String reason = Optional.ofNullable(status.group(2)).orElse("");
      return new HttpResponse(
          code,
          reason,
          headers,
          text(body.kept.toByteArray()),
          body.kept.size(),
          body.truncated,
          stalled);
    }
    throw new MalformedHttpException("only interim answers");
  }

  private Matcher statusLine() throws IOException {
    String line = line();
    Matcher m = STATUS.matcher(line);
    if (!m.matches()) {
      throw new MalformedHttpException("no HTTP status line");
    }
    return m;
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    for (int count = 0; ; count++) {
      String line = line();
      if (line.isEmpty()) {
        return headers;
      }
      if (count >= MAX_HEADERS) {
        throw new MalformedHttpException("more than " + MAX_HEADERS + " headers");
      }
      Matcher m = HEADER.matcher(line);
      // Old devices fold lines or write headers without a colon; these say nothing that we need.
      if (m.matches()) {
        headers
            .computeIfAbsent(m.group(1).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
            .add(m.group(2).strip());
      }
    }
  }

  /** A line of the head. Fails on the first byte that no head has, not after all of them. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (headLeft-- <= 0) {
        throw new MalformedHttpException("head longer than " + limits.headBytes() + " bytes");
      }
      int b = in.read();
      if (b < 0) {
        throw new EOFException("closed before the head of an answer was complete");
      }
      if (b == '\n') {
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
          line.setLength(end - 1);
        }
        return line.toString();
      }
      if (b == 0) {
        throw new MalformedHttpException("a zero byte in the head");
      }
      line.append((char) b);
    }
  }

  private record Body(ByteArrayOutputStream kept, boolean truncated) {}

  private Body body(Map<String, List<String>> headers) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    boolean whole;
    try {
      boolean chunked =
          headers.getOrDefault("transfer-encoding", List.of()).stream()
              .anyMatch(v -> v.toLowerCase(Locale.ROOT).endsWith("chunked"));
      List<String> lengths = headers.getOrDefault("content-length", List.of());
      if (chunked) {
        whole = chunks(kept);
      } else if (!lengths.isEmpty() && lengths.getFirst().matches("\\d{1,18}")) {
        whole = copy(Long.parseLong(lengths.getFirst()), kept);
      } else {
        whole = toTheEnd(kept);
      }
    } catch (SocketTimeoutException late) {
      stalled = true;
      whole = false;
    } catch (IOException brokenOff) {
      // The head is an answer; the body counts as far as it came.
      whole = false;
    }
    return new Body(kept, !whole);
  }

  private boolean chunks(ByteArrayOutputStream kept) throws IOException {
    while (true) {
      headLeft = 1024;
      String size = line().split(";", 2)[0].strip();
      if (!size.matches("[0-9A-Fa-f]{1,8}")) {
        throw new MalformedHttpException("no chunk size");
      }
      long length = Long.parseLong(size, 16);
      if (length == 0) {
        return true;
      }
      if (!copy(length, kept)) {
        return false;
      }
      line();
    }
  }

  private boolean copy(long length, ByteArrayOutputStream kept) throws IOException {
    long left = length;
    while (left > 0) {
      if (kept.size() >= limits.bodyBytes()) {
        return false;
      }
      int want = (int) Math.min(Math.min(left, 16_384), limits.bodyBytes() - kept.size());
      byte[] piece = in.readNBytes(want);
      kept.writeBytes(piece);
      if (piece.length < want) {
        return false;
      }
      left -= piece.length;
    }
    return true;
  }

  private boolean toTheEnd(ByteArrayOutputStream kept) throws IOException {
    byte[] piece = new byte[8192];
    while (true) {
      int room = limits.bodyBytes() - kept.size();
      if (room <= 0) {
        return in.read() < 0;
      }
      int got = in.read(piece, 0, Math.min(room, piece.length));
      if (got < 0) {
        return true;
      }
      kept.write(piece, 0, got);
    }
  }

  private Body decompressed(Body body, Map<String, List<String>> headers) {
    String coding =
        String.join(",", headers.getOrDefault("content-encoding", List.of()))
            .toLowerCase(Locale.ROOT);
    if (!coding.equals("gzip") && !coding.equals("x-gzip") && !coding.equals("deflate")) {
      return body;
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    boolean truncated = body.truncated;
    InputStream packed = new ByteArrayInputStream(body.kept.toByteArray());
    try (InputStream unpacked =
        coding.equals("deflate") ? new InflaterInputStream(packed) : new GZIPInputStream(packed)) {
      byte[] piece = new byte[8192];
      for (int got = unpacked.read(piece); got >= 0; got = unpacked.read(piece)) {
        // A few bytes can unpack to gigabytes; the limit holds for the unpacked side too.
        int room = limits.bodyBytes() - kept.size();
        kept.write(piece, 0, Math.min(room, got));
        if (got > room) {
          return new Body(kept, true);
        }
      }
    } catch (IOException notCompressed) {
      truncated = true;
    }
    return new Body(kept, truncated);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
