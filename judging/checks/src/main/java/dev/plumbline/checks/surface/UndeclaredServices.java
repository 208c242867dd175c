package dev.plumbline.checks.surface;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.PortSearch;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Traffic;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.network.AttackSurface;
import dev.plumbline.observation.network.MdnsServices;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The difference between what is open on the network and what a table of the IXIT lists. */
final class UndeclaredServices {
  /** The fact that shows what answers beside the identified service. */
  static final String SURFACES = Kinds.key(AttackSurface.class);

  /** What answers at a port beside what was identified there, by the sign that shows it. */
  private static final Map<String, String> BEHIND =
      Map.of(
          "http-proxy", "an open proxy",
          "socks5-proxy", "an open proxy",
          "hidden-ssh", "a server of ssh");

  private UndeclaredServices() {}

  /**
   * @param role of the table that should list everything
   * @param what what the table lists, such as "logical interface"
   */
  static Outcome judge(Facts facts, TableRole role, String what) {
    return judge(facts, role, what, false);
  }

  /**
   * The same.
   *
   * @param contacts whether the table lists whom the device calls too; compared where a row does
   */
  static Outcome judge(Facts facts, TableRole role, String what, boolean contacts) {
    Declared declared = Declared.of(facts);
    String table = declared.name(role);
    Questions questions = new Questions();
    weigh(facts, role, contacts, questions);
    return questions
        .contradicting(declared.place(role), table + " lists every " + what + ".")
        .outcome(
            "No row of " + table + " names it: ",
            "Close what the product does not need. Declare the rest in "
                + table
                + " with its purpose and its endpoints.",
            NetworkFacts.of(facts).reach()
                + "; each that answered belongs to a row of "
                + table
                + ".");
  }

  /** Weighs the difference, for a check that looks at more. */
  static void weigh(Facts facts, TableRole role, boolean contacts, Questions questions) {
    NetworkFacts network = NetworkFacts.of(facts);
    Declared declared = Declared.of(facts);
    List<IxitEntry> rows = declared.table(role);
    Set<String> named = Declared.services(rows);
    Set<String> services = Declared.services(rows.stream().filter(r -> !isOff(r)).toList());
    String table = declared.name(role);
    questions.restsOn(network.ports());
    new PortSearch(facts, named).ask(questions);
    for (Endpoint endpoint : network.open()) {
      Questions.Asked asked =
          questions.ask(
              "Does a row of " + table + " name what answers there?", endpoint.toString());
      Optional<IxitEntry> off =
          rows.stream()
              .filter(r -> isOff(r) && r.texts("endpoints").contains(endpoint.service()))
              .findFirst();
      network.showing(endpoint).ifPresent(o -> row(network, services, endpoint, off, o, asked));
    }
    behind(facts, rows, questions);
    Traffic traffic = new Traffic(facts);
    traffic.served().stream()
        .filter(o -> ofDevice(facts, o).filter(e -> !services.contains(e.service())).isPresent())
        .forEach(o -> questions.against(o.subject() + " was reached in a capture", o));
    announced(facts, named, table, questions);
    if (contacts) {
      called(traffic, rows, questions);
    }
  }

  /**
   * Whether the row says that the interface is disabled and that no network reaches it. What
   * answers at its endpoint is then not the interface that the row lists.
   */
  private static boolean isOff(IxitEntry row) {
    return Declared.disabled(row) && !row.flag("networkReachable").orElse(true);
  }

  /** What else answers at a port that a row names for another protocol. */
  private static void behind(Facts facts, List<IxitEntry> rows, Questions questions) {
    for (Seen<AttackSurface> seen : facts.seen(AttackSurface.class)) {
      Optional<Endpoint> endpoint = Endpoint.parse(seen.subject());
      for (AttackSurface.Sign sign : seen.fact().found()) {
        String what = BEHIND.getOrDefault(sign.surface(), "");
        if (!what.isEmpty()
            && endpoint.isPresent()
            && rows.stream().noneMatch(r -> names(r, endpoint.get(), what))) {
          questions.against(
              seen.subject() + " is " + what + " too (" + sign.sign() + ")", seen.observation());
        }
      }
    }
  }

  private static boolean names(IxitEntry row, Endpoint endpoint, String what) {
    String word = what.substring(what.lastIndexOf(' ') + 1);
    return row.texts("endpoints").contains(endpoint.service())
        && row.cells().keySet().stream()
            .anyMatch(k -> row.text(k).toLowerCase(Locale.ROOT).contains(word));
  }

  private static void row(
      NetworkFacts network,
      Set<String> services,
      Endpoint endpoint,
      Optional<IxitEntry> off,
      Observation shows,
      Questions.Asked asked) {
    if (!services.contains(endpoint.service())) {
      asked.refuted(
          shows,
          network.describe(endpoint)
              + " is open"
              + off.map(
                      r ->
                          ", and "
                              + r.id()
                              + ", which names its port, is declared "
                              + r.text("status")
                              + " and not reachable over the network")
                  .orElse(""));
    } else if (endpoint.transport().equals("tcp") && network.unrecognised().contains(endpoint)) {
      // It may be anything; the row cannot vouch for it.
      asked.left(
          "nobody recognised what speaks at " + endpoint,
          new Remedy.PersonLooks("what speaks at " + endpoint));
    } else {
      asked.answered(shows, "a row names " + endpoint.service());
    }
  }

  /** What is announced need not be there, so that it is a person who looks. */
  private static void announced(
      Facts facts, Set<String> services, String table, Questions questions) {
    facts.seen(MdnsServices.class).stream()
        .flatMap(s -> s.fact().services().stream().flatMap(List::stream))
        .flatMap(s -> service(s).stream())
        .filter(s -> !services.contains(s))
        .forEach(
            s ->
                questions.gap(
                    "multicast DNS announces " + s + ", which no row of " + table + " names",
                    new Remedy.PersonLooks("whether the announced " + s + " is there")));
  }

  private static Optional<String> service(MdnsServices.Service announced) {
    String transport = announced.kind().contains("._udp") ? "udp/" : "tcp/";
    return announced.port().filter(p -> p > 0).map(p -> transport + p);
  }

  private static Optional<Endpoint> ofDevice(Facts facts, Observation served) {
    return Endpoint.parse(served.subject())
        .filter(
            e ->
                facts.product().targets().stream()
                    .anyMatch(t -> t.address().equalsIgnoreCase(e.address())));
  }

  private static void called(Traffic traffic, List<IxitEntry> rows, Questions questions) {
    if (rows.stream().allMatch(r -> r.texts("contacts").isEmpty())) {
      return;
    }
    traffic.contacts().stream()
        .filter(o -> rows.stream().noneMatch(r -> traffic.names(r, o.subject())))
        .forEach(o -> questions.against("the device called " + Traffic.described(o), o));
  }
}
