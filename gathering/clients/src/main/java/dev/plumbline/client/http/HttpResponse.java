package dev.plumbline.client.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer.
 *
 * @param headers names in lower case
 * @param text the body, decoded as UTF-8 where it is that, else byte for byte
 * @param bytes length of the body as received and decompressed, up to the limit
 * @param truncated whether the body was longer, or broke off
 * @param stalled whether it broke off because nothing more came in time
 */
public record HttpResponse(
    int status,
    String reason,
    Map<String, List<String>> headers,
    String text,
    int bytes,
    boolean truncated,
    boolean stalled) {
  public HttpResponse {
    Map<String, List<String>> copy = new TreeMap<>();
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    headers = Collections.unmodifiableMap(copy);
  }

  /** An answer that came in time. */
  public HttpResponse(
      int status,
      String reason,
      Map<String, List<String>> headers,
      String text,
      int bytes,
      boolean truncated) {
    this(status, reason, headers, text, bytes, truncated, false);
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return all(name).stream().findFirst();
  }

  public List<String> all(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  public List<Cookie> cookies() {
    List<Cookie> cookies = new ArrayList<>();
    for (String line : all("set-cookie")) {
      Cookie.parse(line).ifPresent(cookies::add);
    }
    return cookies;
  }

  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** Whether it is busy or broken, which says nothing of what was asked for. */
  public boolean saysNothing() {
    return saysNothing(status);
  }

  /** The same for a status: 408, 425, 429, and all from 500 on (RFC 9110, RFC 6585, RFC 8470). */
  public static boolean saysNothing(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
  }

  /** The target of a redirect; empty when it is none. */
  public Optional<String> redirect() {
    return status >= 300 && status < 400 ? header("location") : Optional.empty();
  }

  /** Media type in lower case, without parameters; empty when not given. */
  public String mediaType() {
    return header("content-type")
        .map(v -> v.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  public boolean isHtml() {
    String type = mediaType();
    return type.equals("text/html")
        || type.equals("application/xhtml+xml")
        || (type.isEmpty() && text.stripLeading().startsWith("<"));
  }

  /** A Set-Cookie header. */
  public record Cookie(
      String name, String value, boolean secure, boolean httpOnly, String sameSite) {
    static Optional<Cookie> parse(String line) {
      String[] parts = line.split(";");
      int equals = parts[0].indexOf('=');
      if (equals <= 0) {
        return Optional.empty();
      }
      boolean secure = false;
      boolean httpOnly = false;
      String sameSite = "";
      for (int i = 1; i < parts.length; i++) {
        String attribute = parts[i].strip().toLowerCase(Locale.ROOT);
        secure |= attribute.equals("secure");
        httpOnly |= attribute.equals("httponly");
        if (attribute.startsWith("samesite=")) {
          sameSite = attribute.substring("samesite=".length());
        }
      }
      return Optional.of(
          new Cookie(
              parts[0].substring(0, equals).strip(),
              parts[0].substring(equals + 1).strip(),
              secure,
              httpOnly,
              sameSite));
    }
  }
}
