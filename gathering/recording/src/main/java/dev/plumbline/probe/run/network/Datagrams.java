package dev.plumbline.probe.run.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sockets for datagrams, without waiting for what comes back. */
public final class Datagrams {
  private static final int MOST_STANDPOINTS = 1_024;

  private final Network network;

  /** Sends by this network. */
  public Datagrams(Network network) {
    this.network = network;
  }

  /** Over a channel that hears that peer alone, and its refusals. */
  public DatagramChannel send(InetSocketAddress peer, byte[] question, Optional<InetAddress> from)
      throws IOException {
    DatagramChannel channel = connected(peer, from);
    try {
      channel.configureBlocking(false);
      if (channel.write(ByteBuffer.wrap(question)) == 0) {
        throw new IOException("the datagram to " + peer + " could not be sent");
      }
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Over a channel that hears everybody. */
  public DatagramChannel sendUnconnected(InetSocketAddress peer, byte[] question)
      throws IOException {
    return sendUnconnected(peer, question, local(peer).getAddress());
  }

  /**
   * To a group, over a channel that hears everybody, in the one network that both this machine and
   * that member are in: it goes out where its sender's address belongs, and no router takes it on.
   *
   * @throws IOException if there is no such network; nothing was sent
   */
  public DatagramChannel sendToGroup(InetAddress member, InetSocketAddress group, byte[] question)
      throws IOException {
    InetAddress own = local(new InetSocketAddress(member, 9)).getAddress();
    if (link(member).isEmpty()
        || own.getAddress().length != group.getAddress().getAddress().length) {
      throw new IOException("it lies in no network of this machine that has groups");
    }
    return sendUnconnected(group, question, own);
  }

  /** The interface of this machine that is on one link with the peer, with no router between. */
  public Optional<NetworkInterface> link(InetAddress peer) throws IOException {
    InetAddress own = local(new InetSocketAddress(peer, 9)).getAddress();
    NetworkInterface link = NetworkInterface.getByInetAddress(own);
    return own.isLoopbackAddress()
            || link == null
            || !link.supportsMulticast()
            || link.getInterfaceAddresses().stream()
                .noneMatch(a -> a.getAddress().equals(own) && LinkLocal.sameNetwork(a, peer))
        ? Optional.empty()
        : Optional.of(link);
  }

  private DatagramChannel sendUnconnected(InetSocketAddress peer, byte[] question, InetAddress from)
      throws IOException {
    DatagramChannel channel = network.datagrams();
    try {
      channel.configureBlocking(false);
      channel.bind(new InetSocketAddress(from, 0));
      if (channel.send(ByteBuffer.wrap(question), peer) == 0) {
        throw new IOException("the datagram to " + peer + " could not be sent");
      }
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Connecting sends nothing; it binds the channel to one peer. */
  private DatagramChannel connected(InetSocketAddress peer, Optional<InetAddress> from)
      throws IOException {
    DatagramChannel channel = network.datagrams();
    try {
      if (from.isPresent()) {
        channel.bind(new InetSocketAddress(from.get(), 0));
      }
      channel.connect(peer);
      if (!peer.equals(channel.getLocalAddress())) {
        return channel;
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    // On our own machine the kernel may choose the asked port as our source port, and we would hear
    // ourselves. While this channel holds that port, another cannot be given it.
    try (channel) {
      return connected(peer, from);
    }
  }

  private InetSocketAddress local(InetSocketAddress peer) throws IOException {
    try (DatagramChannel channel = network.datagrams()) {
      channel.connect(peer);
      return (InetSocketAddress) channel.getLocalAddress();
    }
  }

  /**
   * Addresses of this machine in the same network as its address towards the peer, that one first.
   */
  public List<InetAddress> standpoints(InetAddress peer) {
    try {
      InetAddress first = local(new InetSocketAddress(peer, 9)).getAddress();
      Set<InetAddress> all = new LinkedHashSet<>();
      all.add(first);
      NetworkInterface through = NetworkInterface.getByInetAddress(first);
      if (through != null && !first.isLoopbackAddress()) {
        through.getInterfaceAddresses().stream()
            .filter(a -> LinkLocal.sameNetwork(a, first))
            .limit(MOST_STANDPOINTS)
            .forEach(a -> all.add(a.getAddress()));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      return List.of();
    }
  }
}
