package dev.plumbline.reports.mud;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the IXIT names, as far as access lists can say it.
 *
 * @param names hosts that the device calls
 * @param addresses addresses that the device calls
 * @param local whether the device calls all that is in the home
 * @param services transport and port that the device answers at, such as {@code tcp/8443}
 * @param unsaid contacts that access lists cannot say, such as {@code *.example.net}
 */
record MudRules(
    List<String> names,
    List<String> addresses,
    boolean local,
    List<String> services,
    List<String> unsaid) {
  private static final String LOCAL = "local-network";
  private static final BoundedPattern NAME =
      BoundedPattern.compile(
          "(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,62})\\.){0,127}[a-z][a-z0-9-]{0,62}");
  private static final BoundedPattern V4 = BoundedPattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final BoundedPattern V6 = BoundedPattern.compile("[0-9a-f:]*:[0-9a-f:.]*");
  private static final BoundedPattern SERVICE = BoundedPattern.compile("(tcp|udp)/\\d{1,5}");

  MudRules {
    names = List.copyOf(names);
    addresses = List.copyOf(addresses);
    services = List.copyOf(services);
    unsaid = List.copyOf(unsaid);
  }

  static MudRules of(Ixit ixit) {
    List<String> contacts = values(ixit, "contacts", r -> true);
    Predicate<String> address = c -> V4.matcher(c).matches() || V6.matcher(c).matches();
    Predicate<String> name = c -> NAME.matcher(c).matches() && !c.equals(LOCAL);
    return new MudRules(
        contacts.stream().filter(name).toList(),
        contacts.stream().filter(address).toList(),
        contacts.contains(LOCAL),
        values(ixit, "endpoints", MudRules::reachable).stream()
            .filter(e -> SERVICE.matcher(e).matches())
            .toList(),
        contacts.stream()
            .filter(c -> !c.equals(LOCAL) && name.negate().and(address.negate()).test(c))
            .toList());
  }

  /**
   * Whether the IXIT says nothing of whom the device calls. A file that lets no call through would
   * say that it calls nobody.
   */
  boolean isSilent() {
    return names.isEmpty() && addresses.isEmpty() && !local && unsaid.isEmpty();
  }

  /** A row that says that no network leads to it, or that it is switched off, opens nothing. */
  private static boolean reachable(IxitEntry row) {
    boolean off = row.text("status").toLowerCase(Locale.ROOT).startsWith("disabled");
    return !off && row.flag("networkReachable").orElse(true);
  }

  private static List<String> values(Ixit ixit, String key, Predicate<IxitEntry> rows) {
    TreeSet<String> all = new TreeSet<>();
    ixit.tables().values().stream()
        .flatMap(List::stream)
        .filter(rows)
        .map(r -> r.texts(key))
        .flatMap(List::stream)
        .map(t -> t.strip().toLowerCase(Locale.ROOT))
        .filter(t -> !t.isEmpty())
        .forEach(all::add);
    return new ArrayList<>(all);
  }

  /** Whether the rules let the device call somebody with these names or this address. */
  boolean allows(List<String> calledNames, String address, boolean inTheHome) {
    return calledNames.stream().anyMatch(n -> names.contains(n.toLowerCase(Locale.ROOT)))
        || addresses.contains(address.toLowerCase(Locale.ROOT))
        || (local && inTheHome);
  }
}
