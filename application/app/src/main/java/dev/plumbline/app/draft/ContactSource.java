package dev.plumbline.app.draft;

import dev.plumbline.app.draft.Known.Seen;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.supply.MudDeclared;
import dev.plumbline.observation.traffic.TrafficContacts;
import dev.plumbline.observation.traffic.TrafficTls;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Interfaces and communication of the calls that the device makes. */
final class ContactSource implements DraftSource {
  private static final String CONTACTS = "contacts";
  private static final Set<String> SECURED = Set.of("tls", "https", "dtls");

  private final List<String> infrastructure = DraftData.texts("infrastructure");

  /** Whom the device calls, and how. */
  private record Call(String host, String protocol, String from) {}

  @Override
  public void propose(Known known, DraftTables tables) {
    Map<String, Call> calls = new TreeMap<>();
    for (Seen<TrafficContacts> seen : known.seen(TrafficContacts.class)) {
      TrafficContacts contact = seen.fact();
      Optional<String> protocol =
          contact.protocols().stream().filter(p -> !infrastructure.contains(p)).findFirst();
      host(seen)
          .filter(h -> protocol.isPresent() && contact.group().filter(g -> g).isEmpty())
          .ifPresent(h -> calls.putIfAbsent(h, new Call(h, protocol.get(), seen.from())));
    }
    known
        .seen(MudDeclared.class)
        .forEach(
            s ->
                s.fact().from().stream()
                    .map(MudDeclared.Contact::host)
                    .filter(h -> h.contains(".") && !h.contains("/"))
                    .forEach(h -> calls.putIfAbsent(h, new Call(h, "", s.from()))));
    calls.values().forEach(c -> propose(c, known, tables));
  }

  /** The name that it was asked for by, or the address. */
  private static Optional<String> host(Seen<TrafficContacts> seen) {
    return seen.fact().names().stream()
        .flatMap(List::stream)
        .findFirst()
        .or(() -> Endpoint.parse(seen.subject()).map(Endpoint::address));
  }

  private static void propose(Call call, Known known, DraftTables tables) {
    Optional<IxitTable> interfaces = tables.table(TableRole.LOGICAL_INTERFACES, CONTACTS);
    if (interfaces.isEmpty()) {
      return;
    }
    DraftRow row = tables.row(interfaces.get(), r -> r.mentions(call.host()));
    row.seen("description", "Calls " + call.host() + ".", Certainty.LIKELY, call.from())
        .seen("status", "enabled", Certainty.CERTAIN, call.from())
        .seen("debugInterface", false, Certainty.GUESS, call.from())
        .seen("protocol", call.protocol(), Certainty.CERTAIN, call.from())
        .seen("networkReachable", false, Certainty.LIKELY, call.from())
        .seen(CONTACTS, List.of(call.host()), Certainty.CERTAIN, call.from());
    if (SECURED.contains(call.protocol())) {
      communication(call, row.id(), known, tables);
    }
  }

  private static void communication(Call call, String way, Known known, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.COMMUNICATION_MECHANISMS, "partner");
    if (table.isEmpty()) {
      return;
    }
    String protocol = call.protocol().equals("dtls") ? "dtls" : "tls";
    DraftRow row = tables.row(table.get(), r -> r.mentions(call.host()));
    row.seen("description", "Secures calls to " + call.host() + ".", Certainty.LIKELY, call.from())
        .seen("interface", List.of(way), Certainty.LIKELY, call.from())
        .seen("protocol", protocol, Certainty.CERTAIN, call.from())
        .seen("partner", "associated-service", Certainty.GUESS, call.from());
    for (Seen<TrafficTls> seen : known.seen(TrafficTls.class)) {
      row.seen("algorithms", chosen(seen.fact(), call.host()), Certainty.LIKELY, seen.from());
    }
  }

  /** What was agreed with the host. */
  private static List<String> chosen(TrafficTls traffic, String host) {
    Set<String> names = new LinkedHashSet<>();
    if (traffic.deviceIs().equals("client")) {
      traffic.handshakes().stream()
          .filter(h -> h.sni().filter(host::equals).isPresent())
          .forEach(
              h -> {
                h.version().ifPresent(names::add);
                h.suite().ifPresent(s -> names.addAll(Algorithms.ofSuites(List.of(s))));
              });
    }
    return List.copyOf(names);
  }
}
