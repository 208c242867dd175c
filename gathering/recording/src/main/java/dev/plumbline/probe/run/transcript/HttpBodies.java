package dev.plumbline.probe.run.transcript;

import dev.plumbline.core.BoundedPattern;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What was received, with each HTTP body that is chunked or compressed in plain: a secret in one
 * could not be found, and everybody could unpack it. What cannot be unpacked is left out.
 */
public final class HttpBodies {
  private static final int MOST_UNPACKED = 1 << 20;
  private static final int MOST_HEAD = 1 << 16;
  private static final BoundedPattern HEADER =
      BoundedPattern.compile(
          "(?im)^(transfer-encoding|content-encoding|content-length):[ \\t]*([^\\r\\n]{0,200})");

  private final byte[] stream;
  private final String text;
  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * A stretch of the stream and where it is in plain.
   *
   * @param copied whether it is there byte for byte
   */
  private record Stretch(int from, int to, int plainFrom, int plainTo, boolean copied) {}

  private HttpBodies(byte[] stream) {
    this.stream = stream;
    this.text = new String(stream, StandardCharsets.ISO_8859_1);
  }

  static HttpBodies of(byte[] stream) {
    HttpBodies bodies = new HttpBodies(stream);
    bodies.read();
    return bodies;
  }

  /** The stream in plain. */
  byte[] plain() {
    return plain.toByteArray();
  }

  /** Where a place of the stream is in plain; a place within an unpacked body is at its end. */
  int place(int at) {
    for (Stretch s : stretches) {
      if (at <= s.from()) {
        return s.plainFrom();
      }
      if (at < s.to()) {
        return s.copied() ? s.plainFrom() + at - s.from() : s.plainTo();
      }
    }
    return plain.size();
  }

  private void read() {
    int at = 0;
    while (at < stream.length) {
      int answer = text.indexOf("HTTP/1.", at);
      int head = answer < 0 ? -1 : text.indexOf("\n\r\n", answer);
      int bare = answer < 0 ? -1 : text.indexOf("\n\n", answer);
      boolean crlf = head >= 0 && (bare < 0 || head < bare);
      int body = crlf ? head + 3 : bare < 0 ? -1 : bare + 2;
      if (body < 0) {
        break;
      }
      copy(at, body);
      at = body - answer > MOST_HEAD ? body : body(text.substring(answer, body), body);
    }
    copy(at, stream.length);
  }

  /** Writes the body of a head in plain where it is not; gives where what follows begins. */
  private int body(String head, int from) {
    boolean chunked = false;
    String coding = "";
    long length = Long.MAX_VALUE;
    Matcher m = HEADER.matcher(head);
    while (m.find()) {
      String value = m.group(2).strip().toLowerCase(Locale.ROOT);
      switch (m.group(1).toLowerCase(Locale.ROOT)) {
        case "transfer-encoding" -> chunked |= value.endsWith("chunked");
        case "content-encoding" -> coding = value.equals("identity") ? "" : value;
        default -> length = value.matches("\\d{1,15}") ? Long.parseLong(value) : length;
      }
    }
    if ((!chunked && coding.isEmpty()) || text.startsWith("HTTP/1.", from)) {
      return from;
    }
    Chunks chunks = chunked ? chunks(from) : whole(from, length);
    byte[] unpacked = coding.isEmpty() ? chunks.body() : unpacked(chunks.body(), coding);
    int plainFrom = plain.size();
    plain.writeBytes(unpacked);
    stretches.add(new Stretch(from, chunks.end(), plainFrom, plain.size(), false));
    return chunks.end();
  }

  @SuppressWarnings("ArrayRecordComponent") // Lives for a moment, is never compared.
  private record Chunks(byte[] body, int end) {}

  private Chunks whole(int from, long length) {
    int end = (int) Math.min(stream.length, from + Math.min(length, Integer.MAX_VALUE / 2));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(stream, from, end - from);
    return new Chunks(body.toByteArray(), end);
  }

  private Chunks chunks(int from) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = from;
    while (at < stream.length) {
      int line = text.indexOf('\n', at);
      int size = line < 0 ? -1 : size(text.substring(at, Math.min(line, at + 100)));
      if (size < 0) {
        // What is no chunk belongs to the body: better shown there than searched as it came.
        body.write(stream, at, stream.length - at);
        return new Chunks(body.toByteArray(), stream.length);
      }
      int begin = line + 1;
      int end = Math.min(stream.length, begin + Math.min(size, stream.length));
      body.write(stream, begin, end - begin);
      at = end;
      int next = text.indexOf('\n', at);
      at = next < 0 ? stream.length : next + 1;
      if (size == 0) {
        break;
      }
    }
    return new Chunks(body.toByteArray(), at);
  }

  private static int size(String line) {
    String digits = line.split(";", 2)[0].strip();
    return digits.matches("[0-9A-Fa-f]{1,7}") ? Integer.parseInt(digits, 16) : -1;
  }

  /** As much as can be unpacked; the rest is left out. */
  private static byte[] unpacked(byte[] body, String coding) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (InputStream in = unpacking(body, coding)) {
      byte[] piece = new byte[8192];
      for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
        plain.write(piece, 0, Math.min(got, MOST_UNPACKED - plain.size()));
        if (plain.size() >= MOST_UNPACKED) {
          break;
        }
      }
      return plain.toByteArray();
    } catch (IOException brokenOff) {
      plain.writeBytes(
          ("(" + body.length + " bytes of " + coding + " were not all unpacked)")
              .getBytes(StandardCharsets.ISO_8859_1));
      return plain.toByteArray();
    }
  }

  private static InputStream unpacking(byte[] body, String coding) throws IOException {
    InputStream in = new ByteArrayInputStream(body);
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" -> {
        // By the book it is zlib's form; some send the bare one.
        boolean zlib =
            body.length > 1 && (body[0] & 0x0f) == 8 && (body[0] << 8 | (body[1] & 0xff)) % 31 == 0;
        yield new InflaterInputStream(in, new Inflater(!zlib));
      }
      default -> throw new IOException("unknown");
    };
  }

  private void copy(int from, int to) {
    if (to > from) {
      int plainFrom = plain.size();
      plain.write(stream, from, to - from);
      stretches.add(new Stretch(from, to, plainFrom, plain.size(), true));
    }
  }
}
