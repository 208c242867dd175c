package dev.plumbline.probe.run.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkLocalTest {
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "::1", "169.254.1.1"})
  void anAddressThatNeedsNoLinkStaysAsItIs(String text) {
    InetAddress address = InetAddress.ofLiteral(text);
    assertThat(LinkLocal.reachable(address, List.of())).containsSame(address);
  }

  /** Whatever this machine has, no link is guessed where there are several or none. */
  @Test
  void aLinkLocalAddressGetsTheOnlyLinkOrNone() throws SocketException {
    List<NetworkInterface> links =
        NetworkInterface.networkInterfaces().filter(LinkLocalTest::isLink).toList();
    List<Integer> scopes =
        LinkLocal.reachable(InetAddress.ofLiteral("fe80::1"), List.of()).stream()
            .map(a -> ((Inet6Address) a).getScopeId())
            .toList();
    assertThat(scopes)
        .isEqualTo(links.size() == 1 ? List.of(links.getFirst().getIndex()) : List.of());
  }

  private static boolean isLink(NetworkInterface link) {
    try {
      return link.isUp()
          && !link.isLoopback()
          && link.inetAddresses()
              .anyMatch(a -> a instanceof Inet6Address && a.isLinkLocalAddress());
    } catch (SocketException e) {
      return false;
    }
  }

  @Test
  void aNetworkIsSharedByItsPrefix() throws SocketException {
    InterfaceAddress own =
        NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"))
            .getInterfaceAddresses()
            .stream()
            .filter(a -> a.getAddress().getHostAddress().equals("127.0.0.1"))
            .findFirst()
            .orElseThrow();
    assertThat(LinkLocal.sameNetwork(own, InetAddress.ofLiteral("127.9.9.9"))).isTrue();
    assertThat(LinkLocal.sameNetwork(own, InetAddress.ofLiteral("128.0.0.1"))).isFalse();
    assertThat(LinkLocal.sameNetwork(own, InetAddress.ofLiteral("::1"))).isFalse();
  }
}
