package dev.plumbline.testbed.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response to send.
 *
 * @param body one character a byte
 */
record HttpResponse(int status, Map<String, String> headers, String body) {
  HttpResponse {
    headers = Map.copyOf(headers);
  }

  static HttpResponse of(int status, String type, byte[] body) {
    return new HttpResponse(
        status, Map.of("Content-Type", type), new String(body, StandardCharsets.ISO_8859_1));
  }

  static HttpResponse html(int status, String title, String body) {
    String page =
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
            + title
            + "</title></head>\n<body><h1>"
            + title
            + "</h1>\n"
            + body
            + "\n</body></html>\n";
    return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  static HttpResponse json(int status, String json) {
    return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  static HttpResponse redirect(String to) {
    return html(302, "Moved", "<a href=\"" + to + "\">Here</a>").with("Location", to);
  }

  HttpResponse with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, more, body);
  }

  void write(OutputStream out, boolean head, boolean close) throws IOException {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " " + reason() + "\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    text.append("Content-Length: " + body.length() + "\r\n");
    text.append("Connection: " + (close ? "close" : "keep-alive") + "\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (!head) {
      whole.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
    }
    out.write(whole.toByteArray());
    out.flush();
  }

  private String reason() {
    return switch (status) {
      case 200 -> "OK";
      case 202 -> "Accepted";
      case 302 -> "Found";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 429 -> "Too Many Requests";
      default -> status < 500 ? "Status" : "Internal Server Error";
    };
  }
}
