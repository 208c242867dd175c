package dev.plumbline.workbench;

import dev.plumbline.workbench.tls.ServerCertificate;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Requests over TLS with a header that no HTTP client lets one write. */
final class Tls {
  private Tls() {}

  /** Trusts this one certificate. */
  static SSLContext trusting(ServerCertificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, new char[0]);
    store.setCertificateEntry("server", certificate.chain().getFirst());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** A form of the login whose end never comes. */
  static Socket unfinished(SSLContext context, URI server) throws IOException {
    Socket socket = context.getSocketFactory().createSocket(server.getHost(), server.getPort());
    String head =
        "POST /login HTTP/1.1\r\nHost: "
            + server.getAuthority()
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000"
            + "\r\n\r\nname=";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

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
