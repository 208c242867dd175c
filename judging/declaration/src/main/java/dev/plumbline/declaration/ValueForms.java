package dev.plumbline.declaration;

import dev.plumbline.core.BoundedPattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** The written forms of typed cells. */
final class ValueForms {
  private static final BoundedPattern SERVICE = BoundedPattern.compile("(tcp|udp)/(\\d{1,5})");
  private static final BoundedPattern LOOSE =
      BoundedPattern.compile(
          "(?i)\\s*(?:(tcp|udp)[\\s:/-]*)?(?:port\\s*)?(\\d{1,5})[\\s:/-]*(tcp|udp)?\\s*");

  private ValueForms() {}

  /** A calendar date, YYYY-MM-DD. */
  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.trim()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Host and port of an absolute http or https URL. */
  static Optional<String> host(String text) {
    try {
      URI uri = new URI(text.trim());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      if (!web || uri.getHost() == null) {
        return Optional.empty();
      }
      int usual = scheme.equals("https") ? 443 : 80;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      return Optional.of(uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether a host with port is this machine, which no network lies in front of. */
  static boolean isLoopback(String hostAndPort) {
    return hostAndPort.matches("(127(\\.\\d{1,3}){3}|\\[::1]|localhost):\\d+");
  }

  /** Port of an endpoint of the form {@code tcp/8443}. */
  static Optional<Integer> endpoint(String text) {
    Matcher m = SERVICE.matcher(text);
    return m.matches() ? port(m.group(2)) : Optional.empty();
  }

  /** What was meant by an endpoint in another form. */
  static String endpointInstead(String text) {
    Matcher m = LOOSE.matcher(text);
    if (m.matches() && port(m.group(2)).isPresent()) {
      String before = m.group(1);
      String after = m.group(3);
      String transport = before != null ? before : after != null ? after : "tcp";
      return "Write '" + transport.toLowerCase(Locale.ROOT) + "/" + m.group(2) + "'.";
    }
    return "Write transport and port, such as 'tcp/8443' or 'udp/5353'; ports run from 1 to 65535.";
  }

  private static Optional<Integer> port(String digits) {
    int port = Integer.parseInt(digits);
    return port >= 1 && port <= 65535 ? Optional.of(port) : Optional.empty();
  }
}
