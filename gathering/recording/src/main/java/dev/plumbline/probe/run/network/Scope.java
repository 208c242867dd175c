package dev.plumbline.probe.run.network;

import dev.plumbline.core.address.AddressClass;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.probe.OutOfScopeException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What product.yaml allows. An address is numeric; a name would let somebody else's name server
 * choose the target. Loopback, link-local and private addresses need to be declared; all others
 * need an authorisation statement too.
 */
public final class Scope {
  private final Map<String, Allowed> byText = new HashMap<>();
  private final List<Allowed> all = new ArrayList<>();
  private final List<String> pages;

  private Scope(Product product) {
    boolean authorised =
        product
            .authorisation()
            .filter(a -> !a.statement().isBlank() && !a.by().isBlank())
            .isPresent();
    List<InetAddress> addresses =
        product.targets().stream()
            .flatMap(target -> Addresses.literal(target.address()).stream())
            .toList();
    for (Target target : product.targets()) {
      Allowed allowed = Allowed.of(target, authorised, addresses);
      all.add(allowed);
      byText.putIfAbsent(target.address(), allowed);
    }
    this.pages = product.publicPages().stream().map(p -> p.toLowerCase(Locale.ROOT)).toList();
  }

  /** What product.yaml allows: its targets, and pages of the maker that it names. */
  public static Scope of(Product product) {
    return new Scope(product);
  }

  /** Why nothing may be sent there; empty when it may. */
  public Optional<String> refusal(Endpoint endpoint) {
    Optional<InetAddress> address = Addresses.literal(endpoint.address());
    if (address.isEmpty()) {
      return Optional.of("'" + endpoint.address() + "' is no numeric address");
    }
    List<Allowed> declared = all.stream().filter(a -> a.is(address.get())).toList();
    if (declared.isEmpty()) {
      return Optional.of(endpoint.address() + " is not among the targets of product.yaml");
    }
    Optional<String> refused = declared.getFirst().refusal();
    if (refused.isPresent()) {
      return refused;
    }
    return declared.stream().anyMatch(a -> a.target().allows(endpoint.port()))
        ? Optional.empty()
        : Optional.of(
            "port " + endpoint.port() + " of " + endpoint.address() + " is not among its ports");
  }

  /** Whether that is an address of the device that may be tested. */
  public boolean isTarget(InetAddress address) {
    return all.stream().anyMatch(a -> a.open() && a.is(address));
  }

  /** That address of the device as it can be connected to, if anything of it may be tested. */
  public Optional<InetAddress> target(String address) {
    return Addresses.literal(address)
        .flatMap(a -> all.stream().filter(t -> t.open() && t.is(a)).findFirst())
        .flatMap(Allowed::address);
  }

  /** Whether packets may go there. */
  public boolean allows(Endpoint endpoint) {
    return address(endpoint).isPresent();
  }

  /** The address to send to. */
  public InetAddress require(Endpoint endpoint) throws OutOfScopeException {
    Optional<InetAddress> address = address(endpoint);
    if (address.isEmpty()) {
      throw new OutOfScopeException(
          "nothing was sent to " + endpoint + ": " + refusal(endpoint).orElse("not allowed"));
    }
    return address.get();
  }

  /** The address of test equipment, which is never anybody's on the internet. */
  public InetAddress requireEquipment(Endpoint endpoint) throws OutOfScopeException {
    return Addresses.literal(endpoint.address())
        .filter(a -> Addresses.refusal(a, false).isEmpty())
        .orElseThrow(
            () ->
                new OutOfScopeException(
                    "nothing was sent to " + endpoint + ": equipment has to be near by"));
  }

  private Optional<InetAddress> address(Endpoint endpoint) {
    Allowed allowed = byText.get(endpoint.address());
    if (allowed != null && allowed.open() && allowed.target().allows(endpoint.port())) {
      return allowed.address();
    }
    return refusal(endpoint).isEmpty() ? target(endpoint.address()) : Optional.empty();
  }

  /** The ports of an address that may be asked, ascending and without overlap. */
  public List<PortRange> ports(String address) {
    List<PortRange> ranges = new ArrayList<>();
    int first = 0;
    for (int port = 1; port <= 65536; port++) {
      boolean in = port <= 65535 && allows(Endpoint.tcp(address, port));
      if (in && first == 0) {
        first = port;
      } else if (!in && first > 0) {
        ranges.add(new PortRange(first, port - 1));
        first = 0;
      }
    }
    return ranges;
  }

  /** Why that page may not be fetched; empty when it may. */
  public Optional<String> pageRefusal(URI page) {
    String scheme = Optional.ofNullable(page.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("'" + page + "' is no http or https address");
    }
    if (page.getHost() == null || page.getRawUserInfo() != null) {
      return Optional.of("'" + page + "' names no plain host");
    }
    String host = page.getHost().toLowerCase(Locale.ROOT);
    int port = port(page);
    boolean usual = page.getPort() == -1 || port == 80 || port == 443;
    return pages.contains(host + ":" + port) || (usual && pages.contains(host))
        ? Optional.empty()
        : Optional.of(host + ":" + port + " is not among publicPages of product.yaml");
  }

  /**
   * Whether a listed page may be fetched from the address that its name resolved to. A public name
   * leads to an address that the whole internet reaches, or nowhere.
   */
  public boolean pageAddressAllowed(URI page, InetAddress address) {
    String host = page.getHost().replaceAll("^\\[|\\]$", "");
    AddressClass kind = AddressClass.of(address);
    if (Addresses.literal(host).isPresent()) {
      return kind.isDevice();
    }
    return kind == AddressClass.PUBLIC
        || (host.equalsIgnoreCase("localhost") && kind == AddressClass.LOOPBACK);
  }

  /** The port of a page: its own, or that of its scheme. */
  public static int port(URI page) {
    if (page.getPort() != -1) {
      return page.getPort();
    }
    return page.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  private record Allowed(Target target, Optional<InetAddress> address, Optional<String> refusal) {
    static Allowed of(Target target, boolean authorised, List<InetAddress> others) {
      Optional<InetAddress> written = Addresses.literal(target.address());
      Optional<InetAddress> address = written.flatMap(a -> LinkLocal.reachable(a, others));
      Optional<String> refusal =
          written.isEmpty()
              ? Optional.of("'" + target.address() + "' is no numeric address")
              : Addresses.refusal(written.get(), authorised);
      if (refusal.isEmpty() && address.isEmpty()) {
        refusal =
            Optional.of(
                "the link of "
                    + target.address()
                    + " is not known: name another address of the device that lies in a network of"
                    + " this machine");
      }
      return new Allowed(target, address.or(() -> written), refusal);
    }

    boolean is(InetAddress other) {
      return address.filter(other::equals).isPresent();
    }

    boolean open() {
      return refusal.isEmpty();
    }
  }
}
