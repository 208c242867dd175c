package dev.plumbline.judging.traffic;

import dev.plumbline.core.tls.TlsSuite;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.traffic.TrafficClearText;
import dev.plumbline.observation.traffic.TrafficContacts;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficFlows.Flow;
import dev.plumbline.observation.traffic.TrafficServed;
import dev.plumbline.observation.traffic.TrafficTls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Contacts and services, from what captures say of each and from the list of flows. */
final class Sightings {
  /** The same values, whether an observation or a flow has them. */
  private record Told(
      List<String> protocols,
      List<String> names,
      List<String> peers,
      List<String> starts,
      boolean group,
      long connections,
      long openingNotSeen,
      long failed,
      long bytesOut,
      long bytesIn,
      Optional<String> first,
      Optional<String> last) {
    static Told of(TrafficContacts c) {
      return new Told(
          c.protocols(),
          c.names().orElse(List.of()),
          List.of(),
          c.starts().orElse(List.of()),
          c.group().orElse(false),
          count(c.connections()),
          count(c.openingNotSeen()),
          count(c.refused().orElse(0L)) + count(c.unanswered().orElse(0L)),
          count(c.bytesOut()),
          count(c.bytesIn()),
          c.first(),
          c.last());
    }

    static Told of(TrafficServed s) {
      return new Told(
          s.protocols(),
          List.of(),
          s.peers().orElse(List.of()),
          List.of(),
          false,
          count(s.connections()),
          count(s.openingNotSeen()),
          count(s.refused().orElse(0L)) + count(s.unanswered().orElse(0L)),
          count(s.bytesOut()),
          count(s.bytesIn()),
          s.first(),
          s.last());
    }

    static Told of(Flow f, boolean byDevice) {
      return new Told(
          f.protocols(),
          List.of(),
          byDevice ? List.of() : List.of(f.peer()),
          List.of(),
          false,
          count(f.connections()),
          count(f.openingNotSeen()),
          count(f.refused().orElse(0L)) + count(f.unanswered().orElse(0L)),
          count(f.bytesOut()),
          count(f.bytesIn()),
          f.first(),
          f.last());
    }

    private static long count(long written) {
      return Math.max(0, written);
    }
  }

  private record Caller(String subject, boolean byDevice) {}

  private final Facts facts;
  private final DeclaredContacts declared;
  private final List<IxitEntry> rows;
  private final List<IxitEntry> services;

  Sightings(Facts facts) {
    this.facts = facts;
    this.declared = new DeclaredContacts(facts);
    boolean none = sources().isEmpty() && facts.observations(TrafficFlows.class).isEmpty();
    this.rows = none ? List.of() : declared.rows();
    this.services = none ? List.of() : declared.services();
  }

  /** What was told of each endpoint. */
  List<Observation> sources() {
    return Stream.concat(
            facts.observations(TrafficContacts.class).stream(),
            facts.observations(TrafficServed.class).stream())
        .filter(Observation::seen)
        .toList();
  }

  /**
   * @param flows the newest list of flows; adds those of which nothing else is told
   */
  List<Contact> contacts(Optional<TrafficFlows> flows) {
    Map<Caller, Contact> all = new LinkedHashMap<>();
    for (Seen<TrafficContacts> s : facts.seen(TrafficContacts.class)) {
      Caller caller = new Caller(s.subject(), true);
      all.put(caller, contact(caller, List.of(Told.of(s.fact()))));
    }
    for (Seen<TrafficServed> s : facts.seen(TrafficServed.class)) {
      Caller caller = new Caller(s.subject(), false);
      all.put(caller, contact(caller, List.of(Told.of(s.fact()))));
    }
    Map<Caller, List<Told>> others = new LinkedHashMap<>();
    for (Flow flow : flows.map(TrafficFlows::flows).orElse(List.of())) {
      Caller caller = caller(flow);
      if (!all.containsKey(caller)) {
        others
            .computeIfAbsent(caller, c -> new ArrayList<>())
            .add(Told.of(flow, caller.byDevice()));
      }
    }
    others.forEach((caller, told) -> all.put(caller, contact(caller, told)));
    return List.copyOf(all.values());
  }

  private static Caller caller(Flow flow) {
    boolean byDevice = flow.openedBy().equals("device");
    String called = byDevice ? flow.peer() : flow.device();
    String shown = called.contains(":") ? "[" + called + "]" : called;
    return new Caller(
        flow.port() > 0 ? flow.transport() + "/" + shown + "/" + flow.port() : "address/" + called,
        byDevice);
  }

  private Contact contact(Caller caller, List<Told> told) {
    Set<String> protocols = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    Set<String> peers = new LinkedHashSet<>();
    List<Instant> starts = new ArrayList<>();
    for (Told t : told) {
      protocols.addAll(t.protocols());
      names.addAll(t.names());
      peers.addAll(t.peers());
      t.starts().forEach(s -> Painter.time(s).ifPresent(starts::add));
    }
    List<String> exposed = exposed(caller);
    Optional<IxitEntry> row = row(caller);
    return new Contact(
        caller.subject(),
        List.copyOf(names),
        caller.byDevice(),
        row.isPresent() ? Listed.DECLARED : unnamed(caller, told, protocols),
        row.map(IxitEntry::subject).orElse(""),
        List.copyOf(protocols),
        Secrecy.of(protocols, !exposed.isEmpty() || unencrypted(caller)),
        exposed,
        sum(told, Told::connections),
        sum(told, Told::failed),
        sum(told, Told::bytesOut),
        sum(told, Told::bytesIn),
        times(told, Told::first).min(Instant::compareTo),
        times(told, Told::last).max(Instant::compareTo),
        starts,
        List.copyOf(peers));
  }

  private static long sum(List<Told> told, ToLongFunction<Told> number) {
    return told.stream().mapToLong(number).sum();
  }

  private static Stream<Instant> times(List<Told> told, Function<Told, Optional<String>> time) {
    return told.stream().flatMap(t -> time.apply(t).flatMap(Painter::time).stream());
  }

  private Optional<IxitEntry> row(Caller caller) {
    return caller.byDevice()
        ? rows.stream().filter(r -> declared.names(r, caller.subject())).findFirst()
        : services.stream().filter(r -> r.texts("endpoints").contains(service(caller))).findFirst();
  }

  private static String service(Caller caller) {
    return Endpoint.parse(caller.subject()).map(Endpoint::service).orElse("");
  }

  private Listed unnamed(Caller caller, List<Told> told, Collection<String> protocols) {
    if (DeclaredContacts.ofTheNetwork(protocols) || told.stream().anyMatch(Told::group)) {
      return Listed.OF_THE_NETWORK;
    }
    long sure = sum(told, Told::connections) - sum(told, Told::openingNotSeen);
    if (!caller.byDevice()) {
      sure -= sum(told, Told::failed);
    }
    boolean comparable = !(caller.byDevice() ? rows : services).isEmpty();
    return comparable && sure > 0 && !service(caller).isEmpty()
        ? Listed.UNDECLARED
        : Listed.NOT_COMPARED;
  }

  private List<String> exposed(Caller caller) {
    Set<String> kinds = new LinkedHashSet<>();
    facts.seen(TrafficClearText.class, caller.subject()).stream()
        .flatMap(s -> s.fact().found().stream())
        .forEach(f -> kinds.add(f.kind()));
    return List.copyOf(kinds);
  }

  /** Whether a suite was chosen that encrypts nothing. */
  private boolean unencrypted(Caller caller) {
    return facts.seen(TrafficTls.class, caller.subject()).stream()
        .flatMap(s -> s.fact().handshakes().stream())
        .flatMap(h -> h.suite().flatMap(TlsSuite::parse).stream())
        .anyMatch(TlsSuite::isNull);
  }
}
