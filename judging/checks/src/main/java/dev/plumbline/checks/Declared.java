package dev.plumbline.checks;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.judging.fact.Facts;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the dossier says, read across editions: tables by number, endpoints on every target. */
final class Declared {
  private static final String ENDPOINTS = "endpoints";

  private final Facts facts;
  private final Map<Integer, IxitTable> tables = new HashMap<>();

  private Declared(Facts facts) {
    this.facts = facts;
    facts.catalogue().tables().values().forEach(t -> tables.putIfAbsent(t.number(), t));
  }

  static Declared of(Facts facts) {
    return facts.derived(Declared.class, "", () -> new Declared(facts));
  }

  /** Entries of the table with that number, whatever its name in the edition. */
  List<IxitEntry> table(int number) {
    return Optional.ofNullable(tables.get(number))
        .map(t -> facts.dossier().ixit().entries(t.id()))
        .orElse(List.of());
  }

  /** Number of the table of logical interfaces: 28 since V3.1.3, 15 before. */
  int logicalTable() {
    return facts.catalogue().edition().id() == EditionId.V2_1_1 ? 15 : 28;
  }

  List<IxitEntry> logicalInterfaces() {
    return table(logicalTable());
  }

  /** Services named by entries, such as {@code tcp/8443}. */
  static Set<String> services(List<IxitEntry> entries) {
    Set<String> services = new LinkedHashSet<>();
    entries.forEach(e -> services.addAll(e.texts(ENDPOINTS)));
    return services;
  }

  /**
   * The endpoints of an entry on every address of the device. A service that listens on some of its
   * addresses is not asked for at those whose port is closed.
   */
  List<Endpoint> endpoints(IxitEntry entry) {
    return facts.derived(Endpoints.class, entry.subject(), () -> new Endpoints(read(entry))).all();
  }

  private List<Endpoint> read(IxitEntry entry) {
    return entry.texts(ENDPOINTS).stream().flatMap(s -> places(s).stream()).toList();
  }

  private List<Endpoint> places(String service) {
    List<Endpoint> everywhere =
        facts.dossier().product().targets().stream()
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
  List<IxitEntry> otherRadios() {
    return table(15).stream()
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

  /** The name of a table in the edition, such as {@code 28-LogIntf}. */
  String name(int number) {
    return Optional.ofNullable(tables.get(number)).map(IxitTable::id).orElse("table " + number);
  }

  /** Where a table begins that lists too little: its first entry, or its file. */
  Place place(int number) {
    return table(number).stream()
        .findFirst()
        .map(IxitEntry::place)
        .orElseGet(() -> Place.of("ixit/" + name(number) + ".yaml"));
  }

  /** Where the first of these cells stands that there is, or where the entry starts. */
  static Place place(IxitEntry entry, String... keys) {
    return Stream.of(keys)
        .flatMap(k -> entry.cell(k).stream())
        .map(Cell::place)
        .findFirst()
        .orElse(entry.place());
  }

  /** Whether the entry says that it is off. */
  static boolean disabled(IxitEntry entry) {
    return entry.text("status").toLowerCase(Locale.ROOT).startsWith("disabled");
  }
}
