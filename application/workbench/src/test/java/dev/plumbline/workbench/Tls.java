package dev.plumbline.workbench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

/** Requests over TLS with a header that no HTTP client lets one write. */
final class Tls {
  private Tls() {}

  /** The answer to a request that names another host. */
  static String raw(SSLContext context, URI server, String host) throws IOException {
    try (Socket socket =
        context.getSocketFactory().createSocket(server.getHost(), server.getPort())) {
      String head = "GET /login HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
