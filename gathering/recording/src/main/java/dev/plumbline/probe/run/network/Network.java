package dev.plumbline.probe.run.network;

import dev.plumbline.probe.Neighbours.Neighbour;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/** The one way out of the machine. A test that has to prove silence counts its calls. */
public interface Network {
  /** The machine's network. */
  Network SYSTEM =
      new Network() {
        @Override
        public SocketChannel channel(InetAddress address) throws IOException {
          // A socket of the address's own family costs the kernel less than one of both.
          return SocketChannel.open(
              address instanceof Inet6Address
                  ? StandardProtocolFamily.INET6
                  : StandardProtocolFamily.INET);
        }

        @Override
        public DatagramChannel datagrams() throws IOException {
          return DatagramChannel.open();
        }

        @Override
        public PortTries tries(InetAddress address) throws IOException {
          return LinuxTries.arePossible() ? new LinuxTries(address) : Network.super.tries(address);
        }

        @Override
        public boolean callNeighbours(NetworkInterface link, Inet6Address own) {
          return LinuxSockets.areUsable() && LinuxNeighbours.callAll(link, own);
        }

        @Override
        public List<Neighbour> neighbours(NetworkInterface link) {
          return LinuxSockets.areUsable()
              ? LinuxNeighbours.table().stream()
                  .filter(e -> e.link() == link.getIndex())
                  .map(e -> new Neighbour(e.address(), e.mac()))
                  .toList()
              : List.of();
        }

        @Override
        public List<InetAddress> resolve(String host) throws UnknownHostException {
          return List.of(InetAddress.getAllByName(host));
        }
      };

  /** A channel for that address, not connected. */
  SocketChannel channel(InetAddress address) throws IOException;

  /** A channel for datagrams that is not connected. */
  DatagramChannel datagrams() throws IOException;

  /** For trying many ports of that address. */
  default PortTries tries(InetAddress address) throws IOException {
    return new ChannelTries(this, address);
  }

  /**
   * Sends an echo request to all IPv6 nodes of a link.
   *
   * @param own the address of this machine that it is sent from
   * @return false where this program may not, or does not know how
   */
  default boolean callNeighbours(NetworkInterface link, Inet6Address own) {
    return false;
  }

  /** Whom the system has met on that link; sends nothing. Empty where it does not tell. */
  default List<Neighbour> neighbours(NetworkInterface link) {
    return List.of();
  }

  /** Asks the name service. Called only for hosts that product.yaml lists as public pages. */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
