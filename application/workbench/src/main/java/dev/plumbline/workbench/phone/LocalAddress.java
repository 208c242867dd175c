package dev.plumbline.workbench.phone;

import dev.plumbline.core.address.AddressClass;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;

/**
 * An address of this machine that other machines can call.
 *
 * @param link name of the network interface, such as {@code wlan0}
 */
public record LocalAddress(InetAddress address, String link) {

  /**
   * All of this machine that a phone could call: none of the loopback interface, and none of IPv6
   * that is good on one link only, since no link in a QR code can name it. Those of IPv4 first, as
   * most networks of phones have them.
   */
  public static List<LocalAddress> all() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(LocalAddress::isUsed)
          .flatMap(n -> n.inetAddresses().map(a -> new LocalAddress(a, n.getName())))
          .filter(a -> isCallable(a.address()))
          .map(a -> new LocalAddress(InetAddress.ofLiteral(a.text()), a.link()))
          .sorted(Comparator.comparing(a -> a.address() instanceof Inet6Address))
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  private static boolean isUsed(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }

  private static boolean isCallable(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress()
        && !(address instanceof Inet6Address && address.isLinkLocalAddress());
  }

  /** As a form names it. */
  public String text() {
    return address.getHostAddress().replaceFirst("%.*", "");
  }

  /** For people: the address, where it is and of which kind. */
  public String label() {
    return text() + ", " + link + ", " + AddressClass.of(address).words();
  }
}
