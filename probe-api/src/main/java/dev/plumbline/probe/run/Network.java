package dev.plumbline.probe.run;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
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

  /** Asks the name service. Called only for hosts that product.yaml lists as public pages. */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
