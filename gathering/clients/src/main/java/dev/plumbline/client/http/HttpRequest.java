package dev.plumbline.client.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request. Never follows anything by itself.
 *
 * @param path origin-form, with query; blanks and what is not ASCII is sent in percent form
 * @param headers beyond those that every request has, or in place of them
 * @param body empty for none; ASCII
 */
public record HttpRequest(String method, String path, Map<String, String> headers, String body) {
  public HttpRequest {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    path = RequestPath.encoded(path);
    if (path.isEmpty() || path.charAt(0) != '/') {
      throw new IllegalArgumentException("not a request path: " + path);
    }
  }

  public static HttpRequest get(String path) {
    return new HttpRequest("GET", path, Map.of(), "");
  }

  /** A form as a browser would send it. */
  public static HttpRequest postForm(String path, Map<String, String> fields) {
    return new HttpRequest(
        "POST",
        path,
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        formEncoded(fields));
  }

  public HttpRequest with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpRequest(method, path, more, body);
  }

  /** Fields as {@code a=1&b=2}. */
  public static String formEncoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The bytes on the wire. */
  byte[] bytes(String host) {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    Map<String, String> usual = new LinkedHashMap<>();
    usual.put("Host", host);
    usual.put("User-Agent", "plumbline");
    usual.put("Accept", "*/*");
    usual.put("Connection", "close");
    usual.keySet().removeAll(headers.keySet());
    usual.forEach((name, value) -> head.append(name + ": " + value).append("\r\n"));
    headers.forEach((name, value) -> head.append(clean(name + ": " + value)).append("\r\n"));
    if (!body.isEmpty() || method.equals("POST")) {
      head.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    head.append("\r\n").append(body);
    return head.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A value that a device gave us, such as a cookie, must not start a header of its own. */
  private static String clean(String header) {
    return header.replaceAll("[\\r\\n\\x00]", "");
  }
}
