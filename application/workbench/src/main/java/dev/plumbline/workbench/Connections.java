package dev.plumbline.workbench;

import dev.plumbline.workbench.tls.ServerCertificate;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** How a server listens: in clear text on the loopback address, over TLS everywhere else. */
final class Connections {
  private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

  /** With forward secrecy and authenticated encryption alone (RFC 9325, 4.2). */
  private static final String[] SUITES = {
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
  };

  /** Bytes a second; who sends less is cut off. */
  private static final long SLOWEST = 500;

  /** What a stranger may be sent at once, in bytes: the largest asset, and what TLS adds. */
  private static final int SEND_BUFFER = 192 * 1024;

  /** Connections of one address to a second server; a browser opens up to six. */
  private static final int MOST_OF_ONE = 8;

  private final String address;
  private final int port;
  private final Optional<KeyStore> keys;
  private final Optional<SourceLimit> limit;

  private Connections(
      String address, int port, Optional<KeyStore> keys, Optional<SourceLimit> limit) {
    this.address = address;
    this.port = port;
    this.keys = keys;
    this.limit = limit;
  }

  /**
   * For one server.
   *
   * @throws IOException if the certificate cannot be used
   */
  static Connections of(Access access) throws IOException {
    Optional<ServerCertificate> certificate = access.certificate();
    return new Connections(
        access.address(),
        access.port(),
        certificate.isPresent() ? Optional.of(certificate.get().store()) : Optional.empty(),
        Optional.empty());
  }

  /**
   * For a second server on an address of this machine, at any port that is free.
   *
   * @throws IOException if the certificate cannot be used
   */
  static Connections of(InetAddress address, ServerCertificate certificate, Clock clock)
      throws IOException {
    return new Connections(
        address.getHostAddress(),
        0,
        Optional.of(certificate.store()),
        Optional.of(new SourceLimit(MOST_OF_ONE, clock)));
  }

  /** Says where a server is to listen. */
  void configure(JavalinConfig config) {
    if (keys.isEmpty()) {
      config.jetty.host = address;
      config.jetty.port = port;
      return;
    }
    KeyStore store = keys.get();
    config.jetty.modifyServer(server -> server.setHandler(new MinimumDataRateHandler(SLOWEST, 0)));
    config.jetty.addConnector((server, http) -> tls(server, http, store));
  }

  private ServerConnector tls(Server server, HttpConfiguration http, KeyStore store) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(store);
    tls.setKeyStorePassword("");
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    tls.setIncludeCipherSuites(SUITES);
    tls.setRenegotiationAllowed(false);
    HttpConfiguration secure = new HttpConfiguration(http);
    // Which name a request may carry, the guard says for each.
    secure.addCustomizer(new SecureRequestCustomizer(false, false, YEAR_SECONDS, false));
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(secure));
    connector.setAcceptedSendBufferSize(SEND_BUFFER);
    limit.ifPresent(connector::addEventListener);
    connector.setHost(address);
    connector.setPort(port);
    return connector;
  }

  /**
   * Starts a server.
   *
   * @throws BindException if the port or the address cannot be had
   */
  void start(Javalin server) throws BindException {
    try {
      server.start();
    } catch (JavalinBindException e) {
      throw new BindException("port " + port + " of " + address + " cannot be had");
    }
  }
}
