package dev.plumbline.app.draft;

import dev.plumbline.app.draft.Known.Seen;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.login.LoginMechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Interfaces, services and communication of the ports that answered. */
final class PortSource implements DraftSource {
  private static final String ENDPOINTS = "endpoints";

  /** Protocols that no product offers for debugging alone. */
  private static final Set<String> FOR_USERS =
      Set.of("http", "https", "mqtt", "mdns", "ssdp", "coap", "dtls", "rtsp");

  @Override
  public void propose(Known known, DraftTables tables) {
    List<Port> ports = Port.of(known);
    ports.forEach(p -> anInterface(p, known, tables));
    ports.forEach(p -> new LoginSource(p).propose(known, tables));
    ports.stream().filter(p -> p.isService(known)).forEach(p -> service(p, known, tables));
    ports.forEach(p -> communication(p, known, tables));
    ports.stream().filter(Port::isWeb).forEach(p -> userInterface(p, known, tables));
  }

  private static void anInterface(Port port, Known known, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.LOGICAL_INTERFACES, ENDPOINTS);
    if (table.isEmpty()) {
      return;
    }
    String from = port.from();
    DraftRow row = tables.row(table.get(), port::isOf);
    row.seen("description", port.description(), Certainty.LIKELY, from)
        .seen("access", wayIn(tables), Certainty.LIKELY, from)
        .seen("status", "enabled", Certainty.CERTAIN, from)
        .seen(ENDPOINTS, List.of(port.service()), Certainty.CERTAIN, from)
        .seen("protocol", port.protocol(), Certainty.CERTAIN, from)
        .seen("networkReachable", true, Certainty.CERTAIN, from);
    if (known.initialized()) {
      row.seen("factoryDefaultOnly", false, Certainty.CERTAIN, from);
    }
    if (FOR_USERS.contains(port.protocol())) {
      row.seen("debugInterface", false, Certainty.GUESS, from);
    }
    known
        .seen(ApiSurface.class, port.subject())
        .ifPresent(a -> row.seen("paths", paths(a.fact()), Certainty.CERTAIN, a.from()));
  }

  private static List<String> paths(ApiSurface api) {
    Set<String> paths = new TreeSet<>(api.guarded());
    api.documents().forEach(d -> paths.add(d.path()));
    api.graphql().forEach(g -> paths.add(g.path()));
    api.open().forEach(o -> paths.add(o.path()));
    return List.copyOf(paths);
  }

  /** The one physical interface that leads to the network; none where there are several. */
  private static List<String> wayIn(DraftTables tables) {
    List<String> ways =
        tables.table(TableRole.PHYSICAL_INTERFACES, "networkInterface").stream()
            .flatMap(t -> tables.rows(t).stream())
            .filter(r -> r.has("networkInterface", true))
            .map(DraftRow::id)
            .toList();
    return ways.size() == 1 ? ways : List.of();
  }

  private static void service(Port port, Known known, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.SOFTWARE_SERVICES, ENDPOINTS);
    if (table.isEmpty()) {
      return;
    }
    String from = port.from();
    Certainty asDelivered = known.initialized() ? Certainty.LIKELY : Certainty.CERTAIN;
    DraftRow row = tables.row(table.get(), port::isOf);
    row.seen("description", port.description(), Certainty.LIKELY, from)
        .seen("status", "enabled by default", asDelivered, from)
        .seen("authenticationMechanism", logins(port, tables), Certainty.LIKELY, from)
        .seen("networkReachable", true, Certainty.CERTAIN, from)
        .seen("enabledByDefault", true, asDelivered, from)
        .seen(ENDPOINTS, List.of(port.service()), Certainty.CERTAIN, from);
    if (known.initialized()) {
      row.seen("reachableInitialized", true, Certainty.CERTAIN, from);
    }
  }

  private static List<String> logins(Port port, DraftTables tables) {
    return tables.table(TableRole.AUTHENTICATION_MECHANISMS, ENDPOINTS).stream()
        .flatMap(t -> tables.rows(t).stream())
        .filter(port::isOf)
        .map(DraftRow::id)
        .toList();
  }

  private static void communication(Port port, Known known, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.COMMUNICATION_MECHANISMS, ENDPOINTS);
    boolean ssh = port.protocol().equals("ssh");
    if (table.isEmpty() || !(port.tls() || ssh)) {
      return;
    }
    boolean udp = port.service().startsWith("udp/");
    String protocol = ssh ? "ssh" : udp ? "dtls" : "tls";
    DraftRow row = tables.row(table.get(), port::isOf);
    row.seen("description", "Secures " + port.description(), Certainty.LIKELY, port.from())
        .seen("interface", interfaces(port, tables), Certainty.LIKELY, port.from())
        .seen("protocol", protocol, Certainty.CERTAIN, port.from())
        .seen(ENDPOINTS, List.of(port.service()), Certainty.CERTAIN, port.from());
    Algorithms.of(known, port.subject())
        .ifPresent(a -> row.seen("algorithms", a.names(), a.certainty(), a.from()));
  }

  private static List<String> interfaces(Port port, DraftTables tables) {
    return tables.table(TableRole.LOGICAL_INTERFACES, ENDPOINTS).stream()
        .flatMap(t -> tables.rows(t).stream())
        .filter(port::isOf)
        .map(DraftRow::id)
        .toList();
  }

  /** A web server with a page or a form is an interface for people. */
  private static void userInterface(Port port, Known known, DraftTables tables) {
    Optional<IxitTable> table = tables.table(TableRole.USER_INTERFACES, ENDPOINTS);
    Optional<Seen<LoginMechanism>> form =
        known
            .seen(LoginMechanism.class, port.subject())
            .filter(s -> s.fact().all().stream().anyMatch(m -> m.kind().contains("form")));
    Optional<Seen<HttpSurface>> page =
        known
            .seen(HttpSurface.class, port.subject())
            .filter(s -> s.fact().open().stream().anyMatch(o -> !o.title().isBlank()));
    List<String> from = new ArrayList<>();
    form.map(Seen::from).ifPresent(from::add);
    page.map(Seen::from).ifPresent(from::add);
    if (table.isEmpty() || from.isEmpty() || !port.isService(known)) {
      return;
    }
    DraftRow row = tables.row(table.get(), port::isOf);
    String source = String.join(", ", from);
    row.seen("description", "Web pages at " + port.service() + ".", Certainty.LIKELY, source)
        .seen("type", List.of("logical"), Certainty.CERTAIN, source)
        .seen(ENDPOINTS, List.of(port.service()), Certainty.CERTAIN, source);
    form.ifPresent(f -> row.seen("takesInput", true, Certainty.CERTAIN, f.from()));
  }
}
