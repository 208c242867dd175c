package dev.plumbline.probes.upnpsurface;

import dev.plumbline.dossier.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a description lies.
 *
 * @param path with query
 */
record Location(Endpoint endpoint, boolean tls, String path) {

  /** Empty when the text is no address of a web page on a host with a numeric address. */
  static Optional<Location> parse(String url) {
    try {
      URI uri = new URI(url);
      String scheme = String.valueOf(uri.getScheme());
      String host = String.valueOf(uri.getHost()).replaceAll("^\\[|\\]$", "");
      boolean tls = scheme.equalsIgnoreCase("https");
      if ((!tls && !scheme.equalsIgnoreCase("http")) || !host.matches("[0-9a-fA-F.:]+")) {
        return Optional.empty();
      }
      int port = uri.getPort() == -1 ? (tls ? 443 : 80) : uri.getPort();
      return port < 1 || port > 65_535
          ? Optional.empty()
          : Optional.of(new Location(Endpoint.tcp(host, port), tls, path(url, "/")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The path of a reference, seen from another path; the other path when there is no reference. */
  static String path(String reference, String from) {
    try {
      URI resolved =
          new URI("http://device" + from).resolve(new URI(reference.replace(" ", "%20")));
      String path =
          Optional.ofNullable(resolved.getRawPath()).filter(p -> p.startsWith("/")).orElse("/");
      return resolved.getRawQuery() == null ? path : path + '?' + resolved.getRawQuery();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return from;
    }
  }
}
