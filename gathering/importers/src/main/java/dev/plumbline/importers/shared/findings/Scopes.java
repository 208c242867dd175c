package dev.plumbline.importers.shared.findings;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.Ports;
import dev.plumbline.importers.shared.network.Urls;
import dev.plumbline.importing.Reading;
import java.util.Optional;

/** Which part of the device a scanner's result is about. */
public final class Scopes {
  private Scopes() {}

  /** The endpoint of a URL, where that is the device's. */
  public static Optional<String> ofUrl(Reading reading, String url) {
    Optional<Urls> parts = Urls.parse(url);
    return parts.isPresent() && reading.ofDevice(parts.get().host())
        ? parts.get().endpoint().map(Endpoint::toString)
        : Optional.empty();
  }

  /** The endpoint at a port; the address where the result has no port. */
  public static String of(String address, String transport, String port) {
    int number = Ports.port(port);
    return number > 0 && (transport.equals("tcp") || transport.equals("udp"))
        ? new Endpoint(transport, address, number).toString()
        : "address/" + address;
  }

  /** A URL or path without its query, which may hold secrets. */
  public static String withoutQuery(String url) {
    return url.split("\\?", 2)[0];
  }

  /** Path and parameter names of a URL; the text itself where it is none. */
  public static String where(String url) {
    return Urls.parse(url).map(Urls::where).orElse(url);
  }
}
