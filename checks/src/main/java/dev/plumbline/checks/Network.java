package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.engine.Coverage;
import dev.plumbline.engine.Facts;
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
final class Network {
  static final String TCP_PORTS = "tcp.open-ports";
  static final String UDP_PORTS = "udp.open-ports";
  static final String SERVICE = "service.identified";

  /** Further addresses of the device. */
  static final String ADDRESSES = "device.addresses";

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

  private Network(Facts facts) {
    this.facts = facts;
    this.open =
        Stream.of(
                open("tcp", "open"),
                open("udp", "answered"),
                earlier("tcp", "open"),
                earlier("udp", "answered"),
                datagrams().flatMap(Network::at))
            .flatMap(s -> s)
            .distinct()
            .toList();
    this.unrecognised =
        open.stream()
            .filter(e -> service(e).map(s -> s.text("protocol").equals("unknown")).orElse(true))
            .filter(e -> datagram(e).isEmpty())
            .toList();
  }

  static Network of(Facts facts) {
    return facts.derived(Network.class, "", () -> new Network(facts));
  }

  /** Keys that a check needs to know what is open, and others. */
  static List<String> needs(String... more) {
    return Stream.of(
            Stream.of(TCP_PORTS, UDP_PORTS, SERVICE, ADDRESSES, ConsoleSockets.KEY),
            Stream.of(more),
            datagramKeys())
        .flatMap(s -> s)
        .distinct()
        .toList();
  }

  /** Keys of the facts that show a service over UDP. */
  static Stream<String> datagramKeys() {
    return PROTOCOLS.keySet().stream();
  }

  /** Facts that show a service over UDP which answered to a question of its own protocol. */
  private Stream<Observation> datagrams() {
    return datagramKeys()
        .flatMap(k -> facts.observations(k).stream())
        .filter(Observation::seen)
        .filter(o -> o.flag("present").orElse(false));
  }

  private static Stream<Endpoint> at(Observation fact) {
    return Endpoint.parse(fact.subject()).filter(e -> e.transport().equals("udp")).stream();
  }

  /** Open endpoints, TCP and UDP, on every target. */
  List<Endpoint> open() {
    return open;
  }

  private Stream<Endpoint> open(String transport, String field) {
    return facts.observations(key(transport)).stream()
        .filter(Observation::seen)
        .filter(o -> o.subject().startsWith("address/"))
        .flatMap(o -> ports(o.texts(field)).map(p -> new Endpoint(transport, address(o), p)));
  }

  /** What answered in an earlier look of the same device and says nothing in the newest. */
  private Stream<Endpoint> earlier(String transport, String field) {
    return looks(transport)
        .flatMap(
            o ->
                ports(o.texts(field))
                    .map(p -> new Endpoint(transport, address(o), p))
                    .filter(this::isSilentNow));
  }

  /** All looks for ports that count, not only the newest. */
  private Stream<Observation> looks(String transport) {
    return facts.dossier().observations().stream()
        .filter(o -> o.key().equals(key(transport)) && o.seen())
        .filter(o -> o.subject().startsWith("address/"))
        .filter(o -> Facts.whySetAside(o, facts.dossier().product()).isEmpty());
  }

  /** That it refuses now would say that it is closed; silence does not. */
  private boolean isSilentNow(Endpoint endpoint) {
    List<Observation> newest =
        facts.observations(key(endpoint.transport()), "address/" + endpoint.address());
    return newest.stream()
        .allMatch(
            o ->
                !o.seen()
                    || isIn(o, "unansweredPorts", endpoint.port())
                    || !isIn(o, "ports", endpoint.port()));
  }

  private static boolean isIn(Observation o, String ranges, int port) {
    return o.coverage().get(ranges) instanceof List<?> list
        && list.stream().anyMatch(r -> holds(String.valueOf(r), port));
  }

  private static Stream<Integer> ports(List<String> written) {
    return written.stream().filter(p -> p.matches("\\d{1,5}")).map(Integer::valueOf);
  }

  private static String address(Observation ports) {
    return ports.subject().substring("address/".length());
  }

  private static String key(String transport) {
    return transport.equals("tcp") ? TCP_PORTS : UDP_PORTS;
  }

  /** Open endpoints that none of the declared services names. */
  List<Endpoint> undeclared(Set<String> services) {
    return open().stream().filter(e -> !services.contains(e.service())).toList();
  }

  /** The port observations, for the basis of a finding. */
  List<Observation> ports() {
    return Stream.of(TCP_PORTS, UDP_PORTS).flatMap(k -> facts.observations(k).stream()).toList();
  }

  /** The port observation that shows an endpoint, the newest that does. */
  Optional<Observation> showing(Endpoint endpoint) {
    String subject = "address/" + endpoint.address();
    String field = endpoint.transport().equals("tcp") ? "open" : "answered";
    return Stream.concat(
            facts.observations(key(endpoint.transport()), subject).stream()
                .filter(Observation::seen),
            looks(endpoint.transport()).filter(o -> o.subject().equals(subject)))
        .filter(o -> o.texts(field).contains(String.valueOf(endpoint.port())))
        .findFirst()
        .or(() -> datagram(endpoint));
  }

  /** The fact that shows which service over UDP answers there; empty where none does. */
  Optional<Observation> datagram(Endpoint endpoint) {
    return datagrams(endpoint).findFirst();
  }

  /** All such facts: one port may answer in several protocols. */
  Stream<Observation> datagrams(Endpoint endpoint) {
    return datagrams().filter(o -> o.subject().equals(endpoint.toString()));
  }

  /** What speaks there; empty where nobody recognised it. */
  String protocol(Endpoint endpoint) {
    return service(endpoint)
        .map(s -> s.text("protocol"))
        .or(() -> datagram(endpoint).flatMap(o -> Optional.ofNullable(PROTOCOLS.get(o.key()))))
        .orElse("");
  }

  /**
   * The fact that shows a service there whose protocol knows no login; empty elsewhere, and where
   * another protocol answers as well that knows one.
   */
  Optional<Observation> withoutLogin(Endpoint endpoint) {
    return datagram(endpoint)
        .filter(o -> datagrams(endpoint).allMatch(Network::isOfAProtocolWithoutLogin));
  }

  private static boolean isOfAProtocolWithoutLogin(Observation o) {
    return DATAGRAMS.stream()
        .filter(m -> m.text("key").orElse("").equals(o.key()))
        .anyMatch(m -> m.text("login").orElse("").equals("none"));
  }

  Optional<Observation> service(Endpoint endpoint) {
    return facts.observations(SERVICE, endpoint.toString()).stream()
        .filter(Observation::seen)
        .findFirst();
  }

  /** A short name for an endpoint and what speaks there. */
  String describe(Endpoint endpoint) {
    return endpoint
        + service(endpoint)
            .map(
                s ->
                    " ("
                        + s.text("protocol")
                        + (s.flag("tls").orElse(false) ? " over TLS" : "")
                        + ")")
            .or(() -> datagram(endpoint).map(o -> " (" + PROTOCOLS.get(o.key()) + ")"))
            .orElse("");
  }

  /**
   * How far the search for open ports went on every target. "Nothing more is open" follows only
   * when it is whole.
   *
   * @param declared services that the dossier names; a UDP port that is silent and named is no gap,
   *     as its silence hides nothing that is not declared
   */
  Coverage searched(Set<String> declared) {
    return facts.derived(
        Coverage.class, declared, () -> searched("tcp", declared).and(searched("udp", declared)));
  }

  /** Whether every address of the device is one of the targets. */
  private Coverage addresses() {
    Coverage all = new Coverage(List.of(), List.of());
    for (Target target : facts.dossier().product().targets()) {
      if (!isLoopback(target.address())) {
        all = all.and(addresses(target.address()));
      }
    }
    return all;
  }

  /** Whether that target is the only address of the device, as far as its link shows. */
  Coverage addresses(String address) {
    List<Observation> looks = facts.observations(ADDRESSES, "address/" + address);
    Coverage coverage = Coverage.of("other addresses of " + address, looks);
    for (Observation o : looks.stream().filter(Observation::seen).toList()) {
      boolean recorded = o.value().get("others") instanceof List<?>;
      List<String> others = o.texts("others");
      coverage =
          coverage
              .need(recorded, "which other addresses " + address + " has is not recorded")
              .need(
                  others.isEmpty(),
                  "the device also has the address "
                      + String.join(", ", others)
                      + ", which product.yaml does not name, so that no port there was asked; needed:"
                      + " add it to test.targets")
              .need(
                  o.coverage().get("families") instanceof List<?> families
                      && families.contains("ipv6"),
                  "IPv6 addresses of "
                      + address
                      + " were not looked for: "
                      + o.coverage().getOrDefault("notCalled", "not recorded"));
    }
    return coverage;
  }

  /** A device on this machine has no link, so that nothing else answers for it there. */
  static boolean isLoopback(String address) {
    return address.matches("127(?:\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1");
  }

  /** The same for one transport. */
  Coverage searched(String transport, Set<String> declared) {
    List<Target> targets = facts.dossier().product().targets();
    Coverage all =
        new Coverage(List.of(), List.of())
            .need(!targets.isEmpty(), "product.yaml names no address to test");
    for (Target target : targets) {
      all = all.and(searched(transport, target.address(), declared));
    }
    return all.and(addresses());
  }

  /** The same for one address. The console's own list, where there is one, is worth more. */
  Coverage searched(String transport, String address, Set<String> declared) {
    ConsoleSockets console = new ConsoleSockets(facts);
    Optional<Observation> list = console.list(transport);
    if (list.isPresent()) {
      List<String> undeclared = console.undeclared(transport, declared);
      return new Coverage(List.of(list.get()), List.of())
          .need(
              undeclared.isEmpty(),
              "the console lists " + String.join(", ", undeclared) + ", which no row names");
    }
    String what = "open " + (transport.equals("tcp") ? "TCP" : "UDP") + " ports";
    List<Observation> looks = facts.observations(key(transport), "address/" + address);
    Coverage coverage = Coverage.of(what + " of " + address, looks).ports(1, LAST_PORT);
    for (Observation o : looks.stream().filter(Observation::seen).toList()) {
      Optional<Long> silent = silent(transport, o, declared);
      coverage =
          coverage
              .need(
                  silent.isPresent(),
                  "how many " + what + " of " + address + " were silent is not recorded")
              .need(
                  silent.isEmpty() || silent.get() == 0,
                  "of the "
                      + what.substring(5)
                      + " of "
                      + address
                      + ", "
                      + silent.orElse(0L)
                      + " gave no answer");
    }
    return coverage;
  }

  /** Number of ports without an answer that may hide something; empty where nobody counted. */
  private static Optional<Long> silent(String transport, Observation o, Set<String> declared) {
    if (!(o.coverage().get("unanswered") instanceof Number unanswered)) {
      return Optional.empty();
    }
    long all = unanswered.longValue();
    if (transport.equals("tcp") || !(o.coverage().get("unansweredPorts") instanceof List<?> list)) {
      return Optional.of(all);
    }
    long named =
        declared.stream()
            .filter(d -> d.matches("udp/\\d{1,5}"))
            .map(d -> Integer.parseInt(d.substring("udp/".length())))
            .filter(p -> list.stream().anyMatch(r -> holds(String.valueOf(r), p)))
            .count();
    return Optional.of(Math.max(0, all - named));
  }

  /** Whether a port such as 53, or a range such as 1-1000, holds a port. */
  private static boolean holds(String range, int port) {
    String[] ends = range.split("-", 2);
    return Arrays.stream(ends).allMatch(e -> e.matches("\\d{1,5}"))
        && Integer.parseInt(ends[0]) <= port
        && port <= Integer.parseInt(ends[ends.length - 1]);
  }

  /** Open endpoints whose service nobody recognised; nothing can be said about those. */
  List<Endpoint> unrecognised() {
    return unrecognised;
  }

  /** One line on how far the looking went. */
  String reach() {
    String reach =
        facts.dossier().product().targets().stream()
            .flatMap(t -> Stream.of("tcp", "udp").flatMap(x -> reach(x, t.address())))
            .distinct()
            .collect(Collectors.joining("; "));
    return reach.isEmpty() ? "No port was asked" : reach;
  }

  private Stream<String> reach(String transport, String address) {
    Optional<Observation> list = new ConsoleSockets(facts).list(transport);
    return Stream.concat(
        list.stream().map(o -> reach(transport, address, o)),
        facts.observations(key(transport), "address/" + address).stream()
            .filter(Observation::seen)
            .map(o -> reach(transport, address, o)));
  }

  /** What one observation of ports looked at, as a phrase. */
  static String reach(String transport, String address, Observation o) {
    if (o.key().equals(ConsoleSockets.KEY)) {
      return "The device's console listed its sockets";
    }
    String tried = o.coverage().get("tried") instanceof Number n ? n + " " : "";
    String answered = o.texts(transport.equals("tcp") ? "open" : "answered").size() + " answered";
    String silent =
        o.coverage().get("unanswered") instanceof Number n && n.longValue() > 0
            ? ", " + n + " were silent"
            : "";
    return tried
        + transport.toUpperCase(Locale.ROOT)
        + " ports of "
        + address
        + " were asked, "
        + answered
        + silent;
  }
}
