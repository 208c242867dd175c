package dev.plumbline.checks;

import dev.plumbline.core.Place;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the dossier says, read across editions: tables by role, endpoints on every target. */
public final class Declared {
  private static final String ENDPOINTS = "endpoints";

  private final Facts facts;
  private final Map<TableRole, List<String>> tables;

  private Declared(Facts facts) {
    this.facts = facts;
    this.tables = facts.catalogue().roles();
  }

  public static Declared of(Facts facts) {
    return facts.derived(Declared.class, "", () -> new Declared(facts));
  }

  /** Entries of the tables that play a role, whatever they are called in the edition. */
  public List<IxitEntry> table(TableRole role) {
    return names(role).stream().flatMap(t -> facts.rows(t).stream()).toList();
  }

  public List<IxitEntry> logicalInterfaces() {
    return table(TableRole.LOGICAL_INTERFACES);
  }

  /** Whether the entry stands in a table of that role. */
  public boolean plays(IxitEntry entry, TableRole role) {
    return names(role).contains(entry.table());
  }

  /** Whether the edition asks this of the unit too; the words are those of its questions.yaml. */
  public boolean asks(TestItem item, String what) {
    return facts
        .catalogue()
        .question(item.unit().id())
        .filter(q -> q.asks().contains(what))
        .isPresent();
  }

  private List<String> names(TableRole role) {
    return tables.getOrDefault(role, List.of());
  }

  /** Services named by entries, such as {@code tcp/8443}. */
  public static Set<String> services(List<IxitEntry> entries) {
    Set<String> services = new LinkedHashSet<>();
    entries.forEach(e -> services.addAll(e.texts(ENDPOINTS)));
    return services;
  }

  /**
   * The endpoints of an entry on every address of the device. A service that listens on some of its
   * addresses is not asked for at those whose port is closed.
   */
  public List<Endpoint> endpoints(IxitEntry entry) {
    return facts.derived(Endpoints.class, entry.subject(), () -> new Endpoints(read(entry))).all();
  }

  private List<Endpoint> read(IxitEntry entry) {
    return entry.texts(ENDPOINTS).stream().flatMap(s -> places(s).stream()).toList();
  }

  private List<Endpoint> places(String service) {
    List<Endpoint> everywhere =
        facts.product().targets().stream()
            .map(Target::address)
            .flatMap(a -> Endpoint.parse(written(service, a)).stream())
            .toList();
    ClosedPorts closed = new ClosedPorts(facts);
    List<Endpoint> there = everywhere.stream().filter(e -> !closed.contain(e)).toList();
    return there.isEmpty() ? everywhere : there;
  }

  private record Endpoints(List<Endpoint> all) {}

  private static String written(String service, String address) {
    String shown = address.contains(":") ? "[" + address + "]" : address;
    return service.replaceFirst("/", "/" + shown.replace("$", "\\$") + "/");
  }

  /** Network interfaces that no probe of ours reaches: radios other than Wi-Fi. */
  public List<IxitEntry> otherRadios() {
    return table(TableRole.PHYSICAL_INTERFACES).stream()
        .filter(e -> e.flag("air").orElse(false))
        .filter(e -> e.flag("networkInterface").orElse(true))
        .filter(e -> !disabled(e))
        .filter(e -> !isWifi(e))
        .toList();
  }

  private static boolean isWifi(IxitEntry entry) {
    String words = (entry.id() + " " + entry.text("description")).toLowerCase(Locale.ROOT);
    return words.contains("wi-fi") || words.contains("wifi") || words.contains("wlan");
  }

  /** The name of the table in the edition; the role where it has none. */
  public String name(TableRole role) {
    return names(role).stream().findFirst().orElse(role.word());
  }

  /** Where a table begins that lists too little: its first entry, or its file. */
  public Place place(TableRole role) {
    return table(role).stream()
        .findFirst()
        .map(IxitEntry::place)
        .orElseGet(() -> Place.of("ixit/" + name(role) + ".yaml"));
  }

  /** Where the first of these cells stands that there is, or where the entry starts. */
  public static Place place(IxitEntry entry, String... keys) {
    return Stream.of(keys)
        .flatMap(k -> entry.cell(k).stream())
        .map(Cell::place)
        .findFirst()
        .orElse(entry.place());
  }

  /** Whether the entry says that it is off. */
  public static boolean disabled(IxitEntry entry) {
    return entry.text("status").toLowerCase(Locale.ROOT).startsWith("disabled");
  }
}
