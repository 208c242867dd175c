package dev.plumbline.workbench.web;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * How browsers call a server.
 *
 * @param secure whether it speaks TLS
 * @param hosts names and addresses, as they stand in addresses of pages; the first one is shown
 * @param port on which it listens
 */
public record ServerName(boolean secure, List<String> hosts, IntSupplier port) {
  private static final int USUAL = 443;

  public ServerName {
    hosts = List.copyOf(hosts);
  }

  /** What the header Host may say. */
  List<String> authorities() {
    int number = port.getAsInt();
    return hosts.stream()
        .flatMap(
            h ->
                secure && number == USUAL
                    ? Stream.of(h, h + ":" + number)
                    : Stream.of(h + ":" + number))
        .toList();
  }

  /** Whether a page of this origin is ours. */
  boolean isOrigin(String origin) {
    return authorities().stream().anyMatch(a -> origin.equals(scheme() + a));
  }

  /** Where its pages begin. */
  public String origin() {
    return scheme() + authorities().getFirst();
  }

  /**
   * How a browser calls it: one of its names, or an address.
   *
   * @param origin of its pages, as a browser writes it
   * @param host without the port
   * @param isName whether it is no address; passkeys belong to names alone
   */
  public record Called(String origin, String host, boolean isName) {}

  /**
   * How it is called by a request.
   *
   * @param authority that the header Host carries, one of {@link #authorities}
   */
  Called called(String authority) {
    String usual = secure ? ":" + USUAL : ":80";
    String shown =
        authority.endsWith(usual)
            ? authority.substring(0, authority.length() - usual.length())
            : authority;
    String host = authority.replaceFirst(":\\d+$", "");
    return new Called(scheme() + shown, host, isName(host));
  }

  /** Where its pages begin under each of its names. */
  public List<String> named() {
    int number = port.getAsInt();
    return hosts.stream()
        .filter(ServerName::isName)
        .map(h -> scheme() + h + (secure && number == USUAL ? "" : ":" + number))
        .toList();
  }

  private static boolean isName(String host) {
    return !host.startsWith("[") && !host.matches("[0-9.]+");
  }

  private String scheme() {
    return secure ? "https://" : "http://";
  }
}
