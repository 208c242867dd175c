package dev.plumbline.app.trust;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses that this machine has, and those of its gateways.
 *
 * @param gateways as Linux tells them; empty on another system
 */
public record MachineAddresses(Set<InetAddress> own, Set<InetAddress> gateways) {
  private static final String EVERYWHERE_4 = "00000000";
  private static final String EVERYWHERE_6 = "0".repeat(32);

  public MachineAddresses {
    own = Set.copyOf(own);
    gateways = Set.copyOf(gateways);
  }

  /**
   * Asks the system. Sends nothing.
   *
   * @throws IOException if the system does not tell its own addresses or its routes
   */
  public static MachineAddresses read() throws IOException {
    Set<InetAddress> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .collect(Collectors.toSet());
    Set<InetAddress> gateways = new HashSet<>(gateways4(lines("/proc/net/route")));
    gateways.addAll(gateways6(lines("/proc/net/ipv6_route")));
    return new MachineAddresses(own, gateways);
  }

  /** From the table of Linux: interface, destination, gateway; hex, the last byte first. */
  static Set<InetAddress> gateways4(List<String> lines) {
    return lines.stream()
        .map(line -> line.strip().split("\\s+", -1))
        .filter(cells -> cells.length > 2 && cells[1].equals(EVERYWHERE_4))
        .filter(cells -> !cells[2].equals(EVERYWHERE_4))
        .flatMap(cells -> address(cells[2], true).stream())
        .collect(Collectors.toSet());
  }

  /** The same for IPv6: destination, its bits, source, its bits, gateway. */
  static Set<InetAddress> gateways6(List<String> lines) {
    return lines.stream()
        .map(line -> line.strip().split("\\s+", -1))
        .filter(cells -> cells.length > 4 && cells[0].equals(EVERYWHERE_6) && cells[1].equals("00"))
        .filter(cells -> !cells[4].equals(EVERYWHERE_6))
        .flatMap(cells -> address(cells[4], false).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<InetAddress> address(String hex, boolean lastFirst) {
    try {
      byte[] bytes = HexFormat.of().parseHex(hex);
      byte[] turned = bytes.clone();
      for (int i = 0; lastFirst && i < bytes.length; i++) {
        turned[i] = bytes[bytes.length - 1 - i];
      }
      return Optional.of(InetAddress.getByAddress(turned));
    } catch (IllegalArgumentException | UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Nothing where the system has no such table; one that cannot be read tells no gateway away. */
  private static List<String> lines(String file) throws IOException {
    Path table = Path.of(file);
    return Files.exists(table) ? Files.readAllLines(table) : List.of();
  }
}
