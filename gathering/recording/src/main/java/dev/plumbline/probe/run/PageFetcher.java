package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.OutOfScopeException;
import dev.plumbline.probe.ProbeContext.Page;
import dev.plumbline.probe.run.network.Addresses;
import dev.plumbline.probe.run.network.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Fetches one public page as any visitor would see it, without login, cookie or script. The
 * certificate has to be good: what a forger shows is not the manufacturer's page.
 */
final class PageFetcher {
  static final int MOST_BODY = 2 * 1024 * 1024;

  private final Conduct conduct;

  PageFetcher(Conduct conduct) {
    this.conduct = conduct;
  }

  Fetched fetch(URI page, Duration timeout) throws IOException, InterruptedException {
    Optional<String> refusal = conduct.scope().pageRefusal(page);
    if (refusal.isPresent()) {
      throw new OutOfScopeException("nothing was fetched: " + refusal.get());
    }
    InetAddress address = resolve(page);
    int port = Scope.port(page);
    Endpoint endpoint = Endpoint.tcp(address.getHostAddress(), port);
    try (LiveWire wire = conduct.connect(endpoint, address, timeout)) {
      if (!page.getScheme().equalsIgnoreCase("https")) {
        return new Fetched(exchange(page, wire, timeout), wire);
      }
      try (LiveWire inside = wire.inside(tls(wire, page.getHost(), timeout))) {
        return new Fetched(exchange(page, inside, timeout), inside);
      }
    }
  }

  private InetAddress resolve(URI page) throws IOException {
    String host = page.getHost().replaceAll("^\\[|\\]$", "");
    Optional<InetAddress> literal = Addresses.literal(host);
    List<InetAddress> found =
        literal.isPresent()
            ? List.of(literal.get())
            : conduct.environment().network().resolve(host);
    return found.stream()
        .filter(a -> conduct.scope().pageAddressAllowed(page, a))
        .findFirst()
        .orElseThrow(
            () ->
                new OutOfScopeException(
                    "nothing was fetched: " + host + " leads to " + found + ", not a public page"));
  }

  private SSLSocket tls(LiveWire wire, String host, Duration timeout) throws IOException {
    SSLSocket tls =
        (SSLSocket)
            conduct
                .environment()
                .trust()
                .get()
                .getSocketFactory()
                .createSocket(wire.socket(), host, wire.endpoint().port(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.setSoTimeout((int) conduct.environment().limits().cap(timeout).toMillis());
    tls.startHandshake();
    return tls;
  }

  private static Page exchange(URI page, LiveWire wire, Duration timeout) throws IOException {
    wire.send(request(page).getBytes(StandardCharsets.US_ASCII));
    HttpAnswer answer = HttpAnswer.read(wire, timeout, MOST_BODY);
    return new Page(
        page,
        answer.status(),
        answer.headers(),
        new String(answer.body(), StandardCharsets.UTF_8),
        answer.truncated());
  }

  private static String request(URI page) {
    String path = Optional.ofNullable(page.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
    String port = page.getPort() == -1 ? "" : ":" + page.getPort();
    return "GET "
        + URI.create(path + query).toASCIIString()
        + " HTTP/1.1\r\nHost: "
        + page.getHost()
        + port
        + "\r\nUser-Agent: Plumbline\r\nAccept: text/html, text/plain, */*;q=0.5\r\n"
        + "Accept-Encoding: identity\r\nAccept-Language: en\r\nConnection: close\r\n\r\n";
  }

  /**
   * @param wire closed by now; its transcript is the evidence
   */
  record Fetched(Page page, LiveWire wire) {}
}
