package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.judging.fact.Coverage;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.network.ConsoleSockets;
import dev.plumbline.observation.network.DeviceAddresses;
import dev.plumbline.observation.network.LaterPorts;
import dev.plumbline.observation.network.OpenPorts;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen on the network, and how far the looking went. */
public final class NetworkFacts {
  static final String AT = "address/";
  private static final int LAST_PORT = 65_535;

  private static final List<Mapping> DATAGRAMS =
      CheckData.read("datagrams.yaml").mappings("services");

  /** Protocols over UDP by the key of the fact that shows them. */
  private static final Map<String, String> PROTOCOLS =
      DATAGRAMS.stream()
          .collect(
              Collectors.toMap(
                  m -> m.text("key").orElseThrow(),
                  m -> m.text("protocol").orElseThrow(),
                  (a, b) -> a,
                  TreeMap::new));

  private final Facts facts;
  private final List<Endpoint> open;
  private final List<Endpoint> unrecognised;

  private NetworkFacts(Facts facts) {
    this.facts = facts;
    this.open =
        Stream.of(
                open("tcp"),
                open("udp"),
                earlier("tcp"),
                earlier("udp"),
                new LaterLook(facts).open(),
                datagrams().flatMap(NetworkFacts::at))
            .flatMap(s -> s)
            .distinct()
            .toList();
    this.unrecognised =
        open.stream()
            .filter(e -> identified(e).map(s -> s.protocol().equals("unknown")).orElse(true))
            .filter(e -> datagram(e).isEmpty())
            .toList();
  }

  public static NetworkFacts of(Facts facts) {
    return facts.derived(NetworkFacts.class, "", () -> new NetworkFacts(facts));
  }

  /** Keys that a check needs to know what is open, and others. */
  public static List<String> needs(String... more) {
    return Stream.of(
            Kinds.keys(
                TcpOpenPorts.class,
                UdpOpenPorts.class,
                LaterPorts.class,
                ServiceIdentified.class,
                DeviceAddresses.class,
                ConsoleSockets.class)
                .stream(),
            Stream.of(more),
            datagramKeys())
        .flatMap(s -> s)
        .distinct()
        .toList();
  }

  /** Keys of the facts that show a service over UDP. */
  public static Stream<String> datagramKeys() {
    return PROTOCOLS.keySet().stream();
  }

  /** Facts that show a service over UDP which answered to a question of its own protocol. */
  private Stream<Observation> datagrams() {
    return datagramKeys()
        .flatMap(k -> facts.observations(k).stream())
        .filter(o -> o.fact().filter(f -> f instanceof Presence p && p.present()).isPresent());
  }

  private static Stream<Endpoint> at(Observation fact) {
    return Endpoint.parse(fact.subject()).filter(e -> e.transport().equals("udp")).stream();
  }

  /** Open endpoints, TCP and UDP, on every target. */
  public List<Endpoint> open() {
    return open;
  }

  private Stream<Endpoint> open(String transport) {
    return facts.seen(kind(transport)).stream()
        .filter(s -> s.subject().startsWith(AT))
        .flatMap(s -> endpoints(transport, s));
  }

  private static Stream<Endpoint> endpoints(String transport, Seen<? extends OpenPorts> look) {
    String address = look.subject().substring(AT.length());
    return look.fact().found().stream().map(p -> new Endpoint(transport, address, p));
  }

  /** What answered in an earlier look of the same device and says nothing in the newest. */
  private Stream<Endpoint> earlier(String transport) {
    return looks(transport).flatMap(s -> endpoints(transport, s)).filter(this::isSilentNow);
  }

  /** All looks for ports that count, not only the newest. */
  private Stream<? extends Seen<? extends OpenPorts>> looks(String transport) {
    return facts.everSeen(kind(transport)).stream().filter(s -> s.subject().startsWith(AT));
  }

  /** That it refuses now would say that it is closed; silence does not. */
  private boolean isSilentNow(Endpoint endpoint) {
    return facts.seen(kind(endpoint.transport()), AT + endpoint.address()).stream()
        .map(Seen::fact)
        .allMatch(
            f -> isIn(f.unansweredPorts(), endpoint.port()) || !isIn(f.ports(), endpoint.port()));
  }

  static boolean isIn(List<String> ranges, int port) {
    return ranges.stream().anyMatch(r -> holds(r, port));
  }

  static Class<? extends OpenPorts> kind(String transport) {
    return transport.equals("tcp") ? TcpOpenPorts.class : UdpOpenPorts.class;
  }

  /** Open endpoints that none of the declared services names. */
  public List<Endpoint> undeclared(Set<String> services) {
    return open().stream().filter(e -> !services.contains(e.service())).toList();
  }

  /** The port observations, for the basis of a finding. */
  public List<Observation> ports() {
    return Stream.of("tcp", "udp").flatMap(t -> facts.observations(kind(t)).stream()).toList();
  }

  /** The port observation that shows an endpoint, the newest that does. */
  public Optional<Observation> showing(Endpoint endpoint) {
    String subject = AT + endpoint.address();
    return Stream.concat(
            facts.seen(kind(endpoint.transport()), subject).stream(),
            looks(endpoint.transport()).filter(s -> s.subject().equals(subject)))
        .filter(s -> s.fact().found().contains(endpoint.port()))
        .findFirst()
        .map(Seen::observation)
        .or(() -> new LaterLook(facts).showing(endpoint))
        .or(() -> datagram(endpoint));
  }

  /** The fact that shows which service over UDP answers there; empty where none does. */
  public Optional<Observation> datagram(Endpoint endpoint) {
    return datagrams(endpoint).findFirst();
  }

  /** All such facts: one port may answer in several protocols. */
  public Stream<Observation> datagrams(Endpoint endpoint) {
    return datagrams().filter(o -> o.subject().equals(endpoint.toString()));
  }

  /** What speaks there; empty where nobody recognised it. */
  public String protocol(Endpoint endpoint) {
    return identified(endpoint)
        .map(ServiceIdentified::protocol)
        .or(() -> datagram(endpoint).flatMap(o -> Optional.ofNullable(PROTOCOLS.get(o.key()))))
        .orElse("");
  }

  /**
   * The fact that shows a service there whose protocol knows no login; empty elsewhere, and where
   * another protocol answers as well that knows one.
   */
  public Optional<Observation> withoutLogin(Endpoint endpoint) {
    return datagram(endpoint)
        .filter(o -> datagrams(endpoint).allMatch(NetworkFacts::isOfAProtocolWithoutLogin));
  }

  private static boolean isOfAProtocolWithoutLogin(Observation o) {
    return DATAGRAMS.stream()
        .filter(m -> m.text("key").orElse("").equals(o.key()))
        .anyMatch(m -> m.text("login").orElse("").equals("none"));
  }

  public Optional<Observation> service(Endpoint endpoint) {
    return facts.newestSeen(ServiceIdentified.class, endpoint.toString()).map(Seen::observation);
  }

  private Optional<ServiceIdentified> identified(Endpoint endpoint) {
    return facts.newestSeen(ServiceIdentified.class, endpoint.toString()).map(Seen::fact);
  }

  /** A short name for an endpoint and what speaks there. */
  public String describe(Endpoint endpoint) {
    return endpoint
        + identified(endpoint)
            .map(s -> " (" + s.protocol() + (s.tls() ? " over TLS" : "") + ")")
            .or(() -> datagram(endpoint).map(o -> " (" + PROTOCOLS.get(o.key()) + ")"))
            .orElse("")
        + showing(endpoint)
            .filter(o -> o.is(LaterPorts.class))
            .map(o -> new LaterLook(facts).since(endpoint))
            .orElse("");
  }

  /**
   * How far the search for open ports went on every target. "Nothing more is open" follows only
   * when it is whole.
   *
   * @param declared services that the dossier names; a UDP port that is silent and named is no gap,
   *     as its silence hides nothing that is not declared
   */
  public Coverage searched(Set<String> declared) {
    return facts.derived(
        Coverage.class, declared, () -> searched("tcp", declared).and(searched("udp", declared)));
  }

  /** Whether every address of the device is one of the targets. */
  private Coverage addresses() {
    Coverage all = new Coverage(List.of(), List.of());
    for (Target target : facts.product().targets()) {
      if (!isLoopback(target.address())) {
        all = all.and(addresses(target.address()));
      }
    }
    return all;
  }

  /** Whether that target is the only address of the device, as far as its link shows. */
  Coverage addresses(String address) {
    String subject = AT + address;
    Coverage coverage =
        Coverage.of(
            "other addresses of " + address, facts.observations(DeviceAddresses.class, subject));
    for (Seen<DeviceAddresses> look : facts.seen(DeviceAddresses.class, subject)) {
      DeviceAddresses seen = look.fact();
      coverage =
          coverage
              .need(
                  seen.others().isEmpty(),
                  "the device also has the address "
                      + String.join(", ", seen.others())
                      + ", which product.yaml does not name, so that no port there was asked; needed:"
                      + " add it to test.targets")
              .need(
                  seen.families().contains("ipv6"),
                  "IPv6 addresses of " + address + " were not looked for: " + seen.notCalled());
    }
    return coverage;
  }

  /** A device on this machine has no link, so that nothing else answers for it there. */
  static boolean isLoopback(String address) {
    return address.matches("127(?:\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1");
  }

  /** The same for one transport. */
  public Coverage searched(String transport, Set<String> declared) {
    List<Target> targets = facts.product().targets();
    Coverage all =
        new Coverage(List.of(), List.of())
            .need(!targets.isEmpty(), "product.yaml names no address to test");
    for (Target target : targets) {
      all = all.and(searched(transport, target.address(), declared));
    }
    return all.and(addresses());
  }

  /** The same for one address. The console's own list, where there is one, is worth more. */
  public Coverage searched(String transport, String address, Set<String> declared) {
    SocketList console = new SocketList(facts);
    Optional<Seen<ConsoleSockets>> list = console.list(transport);
    if (list.isPresent()) {
      List<String> undeclared = console.undeclared(transport, declared);
      return new Coverage(List.of(list.get().observation()), List.of())
          .need(
              undeclared.isEmpty(),
              "the console lists " + String.join(", ", undeclared) + ", which no row names");
    }
    String what = "open " + (transport.equals("tcp") ? "TCP" : "UDP") + " ports";
    String subject = AT + address;
    Coverage coverage =
        Coverage.of(what + " of " + address, facts.observations(kind(transport), subject))
            .ports(1, LAST_PORT);
    for (Seen<? extends OpenPorts> look : facts.seen(kind(transport), subject)) {
      long silent = silent(look.fact(), declared);
      coverage =
          coverage.need(
              silent == 0,
              "of the " + what.substring(5) + " of " + address + ", " + silent + " gave no answer");
    }
    return coverage;
  }

  /** Number of ports without an answer that may hide something. */
  private static long silent(OpenPorts look, Set<String> declared) {
    if (look instanceof TcpOpenPorts) {
      return look.unanswered();
    }
    long named =
        declared.stream()
            .filter(d -> d.matches("udp/\\d{1,5}"))
            .map(d -> Integer.parseInt(d.substring("udp/".length())))
            .filter(p -> isIn(look.unansweredPorts(), p))
            .count();
    return Math.max(0, look.unanswered() - named);
  }

  /** Whether a port such as 53, or a range such as 1-1000, holds a port. */
  private static boolean holds(String range, int port) {
    String[] ends = range.split("-", 2);
    return Arrays.stream(ends).allMatch(e -> e.matches("\\d{1,5}"))
        && Integer.parseInt(ends[0]) <= port
        && port <= Integer.parseInt(ends[ends.length - 1]);
  }

  /** Open endpoints whose service nobody recognised; nothing can be said about those. */
  public List<Endpoint> unrecognised() {
    return unrecognised;
  }

  /** One line on how far the looking went. */
  public String reach() {
    String reach =
        facts.product().targets().stream()
            .flatMap(t -> Stream.of("tcp", "udp").flatMap(x -> reach(x, t.address())))
            .distinct()
            .collect(Collectors.joining("; "));
    return reach.isEmpty() ? "No port was asked" : reach;
  }

  private Stream<String> reach(String transport, String address) {
    Stream<Observation> list =
        new SocketList(facts).list(transport).map(Seen::observation).stream();
    return Stream.concat(list, facts.observations(kind(transport), AT + address).stream())
        .flatMap(o -> reach(transport, address, o).stream());
  }

  /** What one observation of ports looked at, as a phrase; empty where it has no answer. */
  public static Optional<String> reach(String transport, String address, Observation o) {
    return o.fact()
        .map(
            f ->
                f instanceof OpenPorts look
                    ? reach(transport, address, look)
                    : "The device's console listed its sockets");
  }

  private static String reach(String transport, String address, OpenPorts look) {
    String answered = look.found().size() + " answered";
    String silent = look.unanswered() > 0 ? ", " + look.unanswered() + " were silent" : "";
    return look.tried()
        + " "
        + transport.toUpperCase(Locale.ROOT)
        + " ports of "
        + address
        + " were asked, "
        + answered
        + silent;
  }
}
