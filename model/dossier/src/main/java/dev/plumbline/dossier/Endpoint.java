package dev.plumbline.dossier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transport address of the device.
 *
 * @param transport {@code tcp} or {@code udp}
 * @param address a numeric IPv4 or IPv6 address, without brackets
 * @param port 1 to 65535
 */
public record Endpoint(String transport, String address, int port) implements Comparable<Endpoint> {
  private static final Pattern FORM =
      Pattern.compile("(tcp|udp)/(?:\\[([^\\]]+)\\]|([^/]+))/(\\d{1,5})");

  public Endpoint {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  public static Endpoint tcp(String address, int port) {
    return new Endpoint("tcp", address, port);
  }

  public static Endpoint udp(String address, int port) {
    return new Endpoint("udp", address, port);
  }

  /** Reads {@code tcp/192.0.2.1/443} and {@code tcp/[2001:db8::1]/443}. */
  public static Optional<Endpoint> parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(m.group(4));
    String address = m.group(2) != null ? m.group(2) : m.group(3);
    return port < 1 || port > 65535
        ? Optional.empty()
        : Optional.of(new Endpoint(m.group(1), address, port));
  }

  /** Transport and port alone, as IXIT fields name endpoints: {@code tcp/443}. */
  public String service() {
    return transport + "/" + port;
  }

  @Override
  public int compareTo(Endpoint other) {
    int byTransport = transport.compareTo(other.transport);
    int byAddress = byTransport != 0 ? byTransport : address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
  }

  @Override
  public String toString() {
    return transport + "/" + (address.contains(":") ? "[" + address + "]" : address) + "/" + port;
  }
}
