package dev.plumbline.probe;

import java.net.InetAddress;
import java.util.List;

/**
 * Who shares a link with this machine, as its own system knows it.
 *
 * @param link name of the network interface
 * @param known who has been met there
 * @param own addresses of this machine there, from which the nodes of the link were called
 * @param called whether the call to all IPv6 nodes of the link could be sent from each
 */
public record Neighbours(
    String link, List<Neighbour> known, List<InetAddress> own, boolean called) {
  public Neighbours {
    known = List.copyOf(known);
    own = List.copyOf(own);
  }

  /**
   * An address and the interface that answers for it.
   *
   * @param mac its hardware address, such as {@code 02:00:00:00:00:01}
   */
  public record Neighbour(InetAddress address, String mac) {}
}
