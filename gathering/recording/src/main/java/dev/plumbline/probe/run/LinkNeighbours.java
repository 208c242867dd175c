package dev.plumbline.probe.run;

import dev.plumbline.probe.Neighbours;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.run.network.Datagrams;
import dev.plumbline.probe.run.network.Network;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whom this machine meets on the link to a target, once all IPv6 nodes there were called. */
record LinkNeighbours(Conduct conduct) {
  /** In which a node has looked our address up and answered. */
  private static final Duration ECHO = Duration.ofMillis(1_500);

  Optional<Neighbours> of(String target, ProbeContext context)
      throws IOException, InterruptedException {
    Optional<InetAddress> address = conduct.scope().target(target);
    Network network = conduct.environment().network();
    Optional<NetworkInterface> link =
        address.isPresent() ? new Datagrams(network).link(address.get()) : Optional.empty();
    if (link.isEmpty()) {
      return Optional.empty();
    }
    List<InetAddress> own = link.get().inetAddresses().toList();
    boolean called = false;
    for (InetAddress from : own) {
      if (from instanceof Inet6Address six) {
        conduct.pace(1);
        called |= network.callNeighbours(link.get(), six);
      }
    }
    context.rest(ECHO);
    return Optional.of(
        new Neighbours(link.get().getName(), network.neighbours(link.get()), own, called));
  }
}
