package dev.plumbline.probe.run.network;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Link-local IPv6 addresses as they can be connected to. A dossier cannot name the link, as that is
 * an interface of the tester's machine: it is the one on which the device's other addresses lie, or
 * the only one there is (RFC 4007, clause 6).
 */
public final class LinkLocal {
  private LinkLocal() {}

  /**
   * The address with its link; as it is, where it needs none.
   *
   * @param others the other addresses that product.yaml names
   * @return empty where the link is not known
   */
  static Optional<InetAddress> reachable(InetAddress address, List<InetAddress> others) {
    if (!(address instanceof Inet6Address six)
        || !six.isLinkLocalAddress()
        || six.getScopeId() != 0) {
      return Optional.of(address);
    }
    try {
      List<NetworkInterface> links =
          NetworkInterface.networkInterfaces().filter(LinkLocal::isLink).toList();
      return chosen(links, others).flatMap(link -> scoped(six, link));
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  private static Optional<NetworkInterface> chosen(
      List<NetworkInterface> links, List<InetAddress> others) {
    List<NetworkInterface> shared =
        links.stream().filter(l -> others.stream().anyMatch(o -> isOn(l, o))).toList();
    List<NetworkInterface> fitting = shared.isEmpty() ? links : shared;
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static boolean isLink(NetworkInterface link) {
    try {
      return link.isUp() && !link.isLoopback() && linkLocal(link).findAny().isPresent();
    } catch (SocketException e) {
      return false;
    }
  }

  private static Stream<InetAddress> linkLocal(NetworkInterface link) {
    return link.inetAddresses().filter(a -> a instanceof Inet6Address && a.isLinkLocalAddress());
  }

  private static boolean isOn(NetworkInterface link, InetAddress other) {
    return !other.isLinkLocalAddress()
        && link.getInterfaceAddresses().stream().anyMatch(a -> sameNetwork(a, other));
  }

  private static Optional<InetAddress> scoped(Inet6Address address, NetworkInterface link) {
    try {
      return Optional.of(Inet6Address.getByAddress(null, address.getAddress(), link.getIndex()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether the peer has the network part of that address of this machine. */
  static boolean sameNetwork(InterfaceAddress own, InetAddress peer) {
    byte[] mine = own.getAddress().getAddress();
    byte[] other = peer.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < own.getNetworkPrefixLength(); bit++) {
      int mask = 0x80 >> bit % 8;
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
