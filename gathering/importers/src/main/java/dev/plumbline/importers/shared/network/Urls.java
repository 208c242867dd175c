package dev.plumbline.importers.shared.network;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Endpoint;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * The parts of a URL as tools write it, which need not be a valid one.
 *
 * @param scheme in lower case
 * @param host without brackets
 * @param port the written one, or the scheme's; 0 when there is none
 * @param path with a leading slash
 * @param query without the question mark; may be empty
 */
public record Urls(String scheme, String host, int port, String path, String query) {
  private static final BoundedPattern FORM =
      BoundedPattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]*)://(?:[^/?#@]*@)?"
              + "(?:\\[([^\\]/?#]+)\\]|([^:/?#]+))(?::(\\d{1,5}))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?",
          BoundedPattern.DOTALL);

  /** Reads an absolute URL. */
  public static Optional<Urls> parse(String url) {
    Matcher m = FORM.matcher(url.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    String scheme = m.group(1).toLowerCase(Locale.ROOT);
    int port = m.group(4) == null ? usual(scheme) : Ports.port(m.group(4));
    String host = m.group(2) == null ? m.group(3) : m.group(2);
    String path = m.group(5).isEmpty() ? "/" : m.group(5);
    return Optional.of(
        new Urls(scheme, host, port, path, Optional.ofNullable(m.group(6)).orElse("")));
  }

  private static int usual(String scheme) {
    return switch (scheme) {
      case "http", "ws" -> 80;
      case "https", "wss" -> 443;
      case "ftp" -> 21;
      case "ssh" -> 22;
      case "telnet" -> 23;
      default -> 0;
    };
  }

  /** The endpoint; empty when the URL has no port. */
  public Optional<Endpoint> endpoint() {
    return port == 0 ? Optional.empty() : Optional.of(Endpoint.tcp(host, port));
  }

  public boolean isEncrypted() {
    return scheme.equals("https") || scheme.equals("wss");
  }

  /** The path and the names of the parameters; their values may be secrets. */
  public String where() {
    if (query.isEmpty()) {
      return path;
    }
    return path
        + Arrays.stream(query.split("&", -1))
            .map(p -> p.split("=", 2)[0])
            .distinct()
            .collect(Collectors.joining("&", "?", ""));
  }
}
