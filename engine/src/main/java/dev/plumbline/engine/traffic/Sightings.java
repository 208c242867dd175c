package dev.plumbline.engine.traffic;

import dev.plumbline.core.tls.TlsSuite;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Contacts and services, from what captures say of each and from the list of flows. */
final class Sightings {
  private static final String CONTACTS = "traffic.contacts";
  private static final String SERVED = "traffic.served";

  /** The same values, whether an observation or a flow has them. */
  private record Told(Map<?, ?> value) {
    long number(String name) {
      return value.get(name) instanceof Number n ? Math.max(0, n.longValue()) : 0;
    }

    List<String> texts(String name) {
      return value.get(name) instanceof List<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of();
    }

    boolean flag(String name) {
      return Boolean.TRUE.equals(value.get(name));
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
    this.rows = sources().isEmpty() && flows().isEmpty() ? List.of() : declared.rows();
    this.services = sources().isEmpty() && flows().isEmpty() ? List.of() : declared.services();
  }

  /** What was told of each endpoint. */
  List<Observation> sources() {
    return Stream.of(CONTACTS, SERVED)
        .flatMap(k -> facts.observations(k).stream())
        .filter(Observation::seen)
        .toList();
  }

  private List<Observation> flows() {
    return facts.observations("traffic.flows");
  }

  /**
   * @param flows the newest list of flows; adds those of which nothing else is told
   */
  List<Contact> contacts(Optional<Observation> flows) {
    Map<Caller, Contact> all = new LinkedHashMap<>();
    for (Observation o : sources()) {
      Caller caller = new Caller(o.subject(), o.key().equals(CONTACTS));
      all.put(caller, contact(caller, List.of(new Told(o.value()))));
    }
    Map<Caller, List<Told>> others = new LinkedHashMap<>();
    if (flows.isPresent() && flows.get().value().get("flows") instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> flow) {
          Caller caller = caller(flow);
          if (!all.containsKey(caller)) {
            others.computeIfAbsent(caller, c -> new ArrayList<>()).add(new Told(flow));
          }
        }
      }
    }
    others.forEach((caller, told) -> all.put(caller, contact(caller, told)));
    return List.copyOf(all.values());
  }

  private static Caller caller(Map<?, ?> flow) {
    boolean byDevice = "device".equals(flow.get("openedBy"));
    String called = String.valueOf(flow.get(byDevice ? "peer" : "device"));
    long port = flow.get("port") instanceof Number n ? n.longValue() : 0;
    String shown = called.contains(":") ? "[" + called + "]" : called;
    return new Caller(
        port > 0 ? flow.get("transport") + "/" + shown + "/" + port : "address/" + called,
        byDevice);
  }

  private Contact contact(Caller caller, List<Told> told) {
    Set<String> protocols = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    Set<String> peers = new LinkedHashSet<>();
    List<Instant> starts = new ArrayList<>();
    for (Told t : told) {
      protocols.addAll(t.texts("protocols"));
      names.addAll(t.texts("names"));
      peers.addAll(t.texts("peers"));
      if (!caller.byDevice() && t.value().get("peer") instanceof String peer) {
        peers.add(peer);
      }
      t.texts("starts").forEach(s -> Painter.time(s).ifPresent(starts::add));
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
        sum(told, "connections"),
        sum(told, "refused") + sum(told, "unanswered"),
        sum(told, "bytesOut"),
        sum(told, "bytesIn"),
        times(told, "first").min(Instant::compareTo),
        times(told, "last").max(Instant::compareTo),
        starts,
        List.copyOf(peers));
  }

  private static long sum(List<Told> told, String name) {
    return told.stream().mapToLong(t -> t.number(name)).sum();
  }

  private static Stream<Instant> times(List<Told> told, String name) {
    return told.stream().flatMap(t -> Painter.time(t.value().get(name)).stream());
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
    if (DeclaredContacts.ofTheNetwork(protocols) || told.stream().anyMatch(t -> t.flag("group"))) {
      return Listed.OF_THE_NETWORK;
    }
    long sure = sum(told, "connections") - sum(told, "openingNotSeen");
    if (!caller.byDevice()) {
      sure -= sum(told, "refused") + sum(told, "unanswered");
    }
    boolean comparable = !(caller.byDevice() ? rows : services).isEmpty();
    return comparable && sure > 0 && !service(caller).isEmpty()
        ? Listed.UNDECLARED
        : Listed.NOT_COMPARED;
  }

  private List<String> exposed(Caller caller) {
    Set<String> kinds = new LinkedHashSet<>();
    facts.observations("traffic.clear-text", caller.subject()).stream()
        .filter(Observation::seen)
        .flatMap(o -> maps(o, "found"))
        .forEach(f -> kinds.add(String.valueOf(f.get("kind"))));
    return List.copyOf(kinds);
  }

  /** Whether a suite was chosen that encrypts nothing. */
  private boolean unencrypted(Caller caller) {
    return facts.observations("traffic.tls", caller.subject()).stream()
        .filter(Observation::seen)
        .flatMap(o -> maps(o, "handshakes"))
        .flatMap(h -> TlsSuite.parse(String.valueOf(h.get("suite"))).stream())
        .anyMatch(TlsSuite::isNull);
  }

  private static Stream<Map<?, ?>> maps(Observation o, String name) {
    return o.value().get(name) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(m -> (Map<?, ?>) m)
        : Stream.empty();
  }
}
