package dev.plumbline.app.egress;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.probe.run.network.Scope;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may leave this machine in a run; nothing else may.
 *
 * @param peers where connections and datagrams may go
 * @param callers the device's addresses: its calls are answered, and the groups of its link asked
 * @param answerPorts own UDP ports from which callers are answered
 * @param pagePorts TCP ports of public pages, at any globally reachable address
 * @param resolvers whom this machine asks for the addresses of pages; empty where no page has a
 *     name
 */
public record Egress(
    List<Peer> peers,
    List<InetAddress> callers,
    List<Integer> answerPorts,
    List<Integer> pagePorts,
    List<InetAddress> resolvers) {
  private static final Pattern PAGE = Pattern.compile("(\\[[^\\]]+\\]|[^:]+)(?::(\\d{1,5}))?");
  private static final List<Integer> WEB_PORTS = List.of(80, 443);

  public Egress {
    peers = List.copyOf(peers);
    callers = List.copyOf(callers);
    answerPorts = List.copyOf(answerPorts);
    pagePorts = List.copyOf(pagePorts);
    resolvers = List.copyOf(resolvers);
  }

  /**
   * Some ports of one address.
   *
   * @param transport {@code tcp} or {@code udp}
   * @param address with its link, where it has one
   */
  public record Peer(String transport, InetAddress address, List<PortRange> ports) {
    public Peer {
      ports = List.copyOf(ports);
    }
  }

  /**
   * What a run for that product may send.
   *
   * @param resolvers whom this machine asks for addresses
   */
  public static Egress of(Product product, List<InetAddress> resolvers) {
    Scope scope = Scope.of(product);
    List<Peer> peers = new ArrayList<>();
    List<InetAddress> callers = new ArrayList<>();
    for (String written : product.targets().stream().map(Target::address).distinct().toList()) {
      Optional<InetAddress> address = scope.target(written);
      List<PortRange> ports = scope.ports(written);
      if (address.isPresent() && !callers.contains(address.get())) {
        callers.add(address.get());
        if (!ports.isEmpty()) {
          peers.add(new Peer("tcp", address.get(), ports));
          peers.add(new Peer("udp", address.get(), ports));
        }
      }
    }
    product.equipment().forEach(e -> peer(e).ifPresent(peers::add));
    TreeSet<Integer> pagePorts = new TreeSet<>();
    for (String page : product.publicPages()) {
      Matcher parts = PAGE.matcher(page.toLowerCase(Locale.ROOT));
      if (parts.matches()) {
        String host = parts.group(1).replaceAll("^\\[|\\]$", "");
        List<Integer> ports =
            parts.group(2) == null ? WEB_PORTS : List.of(Integer.parseInt(parts.group(2)));
        List<InetAddress> written = written(host);
        written.forEach(a -> ports.forEach(p -> peers.add(tcp(a, p))));
        if (written.isEmpty()) {
          pagePorts.addAll(ports);
        }
      }
    }
    return new Egress(
        peers,
        callers,
        product.clients().stream()
            .map(ClientTest::listen)
            .filter(e -> e.transport().equals("udp"))
            .map(Endpoint::port)
            .distinct()
            .toList(),
        List.copyOf(pagePorts),
        pagePorts.isEmpty() ? List.of() : resolvers);
  }

  private static Optional<Peer> peer(Endpoint endpoint) {
    return literal(endpoint.address())
        .map(
            a ->
                new Peer(
                    endpoint.transport(),
                    a,
                    List.of(new PortRange(endpoint.port(), endpoint.port()))));
  }

  private static Peer tcp(InetAddress address, int port) {
    return new Peer("tcp", address, List.of(new PortRange(port, port)));
  }

  /** The addresses of a host that no name service is asked for. */
  private static List<InetAddress> written(String host) {
    return host.equals("localhost")
        ? List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"))
        : literal(host).map(List::of).orElse(List.of());
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
