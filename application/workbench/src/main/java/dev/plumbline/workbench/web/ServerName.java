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

  private String scheme() {
    return secure ? "https://" : "http://";
  }
}
