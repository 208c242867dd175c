package dev.plumbline.checks.surface;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.LaterLook;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.crypto.Callings;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Coverage;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.tls.TlsClient;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Each interface that the network reaches is on or off as its row says. */
public final class StatusIsAsDeclared implements Check {
  private static final String REMEDY =
      "Disable it in the firmware, or declare it enabled and justify it.";

  @Override
  public List<String> needs() {
    return NetworkFacts.needs(Callings.CALL);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Declared declared = Declared.of(facts);
    List<IxitEntry> behind = behind(declared, row);
    List<Endpoint> endpoints =
        behind.stream().flatMap(l -> declared.endpoints(l).stream()).distinct().toList();
    List<ClientTest> calls = Callings.of(facts, row);
    if (endpoints.isEmpty() && calls.isEmpty()) {
      return Outcome.undetermined(
          "Row "
              + row.id()
              + " names no endpoint, so the network cannot show its state"
              + Callings.MEANS
              + "; for a radio a scan would have to show it.");
    }
    List<String> ways = otherWays(declared, row, behind);
    if (!ways.isEmpty()) {
      return Outcome.undetermined(
          "Besides "
              + row.id()
              + ", "
              + ways
              + " lead to the same services; which one answered cannot be told.");
    }
    String status = row.text("status").toLowerCase(Locale.ROOT);
    if (status.startsWith("disabled")) {
      return off(facts, row, endpoints, row.id() + " is declared " + row.text("status"));
    }
    if (!status.startsWith("enabled")) {
      return Outcome.undetermined(
          "The status of "
              + row.id()
              + " says neither enabled nor disabled: "
              + row.text("status"));
    }
    return row.flag("factoryDefaultOnly").orElse(false)
            && facts.product().state().equals("initialized")
        ? off(facts, row, endpoints, row.id() + " exists in the factory default state alone")
        : on(facts, row, endpoints);
  }

  /** A device that calls shows its client to be on; one that does not, shows nothing. */
  private static void called(Facts facts, IxitEntry row, boolean off, Questions questions) {
    for (ClientTest test : Callings.of(facts, row)) {
      Optional<Observation> call =
          facts.newestSeen(TlsClient.class, test.subject()).map(Seen::observation);
      Questions.Asked asked =
          questions.ask(
              off
                  ? "Does the device leave this server alone, as its row is declared off?"
                  : "Does the device call this server, as its row is declared on?",
              test.subject());
      if (call.isEmpty()) {
        asked.left(
            "no call for " + test.host() + " was seen", new Remedy.RunProbe(List.of("client-tls")));
      } else if (off) {
        asked.refuted(call.get(), "the device calls " + test.host());
      } else {
        asked.answered(call.get(), "the device calls " + test.host());
      }
    }
  }

  private static Outcome off(Facts facts, IxitEntry row, List<Endpoint> endpoints, String says) {
    Questions questions = new Questions();
    closed(facts, endpoints, questions);
    called(facts, row, true, questions);
    return questions
        .contradicting(Declared.place(row, "status"), says + ".")
        .outcome(says + ", yet ", REMEDY, says + ", and nothing answers there.");
  }

  /** Weighs whether nothing answers at these endpoints. */
  private static void closed(Facts facts, List<Endpoint> endpoints, Questions questions) {
    NetworkFacts network = NetworkFacts.of(facts);
    endpoints.stream()
        .filter(e -> e.transport().equals("tcp"))
        .map(Endpoint::address)
        .distinct()
        .forEach(a -> new LaterLook(facts).tell(a, questions));
    for (Endpoint endpoint : endpoints) {
      Questions.Asked asked =
          questions.ask("Does nothing answer, as the row is declared off?", endpoint.toString());
      Coverage searched = network.searched(endpoint.transport(), endpoint.address(), Set.of());
      searched
          .gaps()
          .forEach(
              g ->
                  asked.left(
                      g, new Remedy.RunProbe(List.of(endpoint.transport() + "-open-ports"))));
      if (network.open().contains(endpoint)) {
        network
            .showing(endpoint)
            .ifPresent(o -> asked.refuted(o, network.describe(endpoint) + " is open"));
      }
      searched.looks().stream()
          .filter(Observation::seen)
          .forEach(o -> asked.answered(o, endpoint + " was asked and refused"));
    }
  }

  private static Outcome on(Facts facts, IxitEntry row, List<Endpoint> endpoints) {
    NetworkFacts network = NetworkFacts.of(facts);
    Questions questions = new Questions();
    for (Endpoint endpoint : endpoints) {
      Questions.Asked asked =
          questions.ask("Does it answer, as the row is declared on?", endpoint.toString());
      if (!network.open().contains(endpoint)) {
        asked.left(
            row.id() + " is declared enabled, but no answer came from " + endpoint,
            new Remedy.RunProbe(List.of(endpoint.transport() + "-open-ports")),
            new Remedy.ChangeDeclaration(row.subject(), "correct 'status' or 'endpoints'"));
      } else if (endpoint.transport().equals("tcp") && network.service(endpoint).isEmpty()) {
        asked.left(
            endpoint + " takes connections and says nothing",
            new Remedy.PersonLooks("what speaks at " + endpoint));
      } else {
        network.showing(endpoint).ifPresent(o -> asked.answered(o, endpoint + " answers"));
        network.service(endpoint).ifPresent(questions::restsOn);
      }
    }
    called(facts, row, false, questions);
    List<IxitEntry> off = offBehind(Declared.of(facts), row);
    off.forEach(l -> closed(facts, Declared.of(facts).endpoints(l), questions));
    return questions
        .contradicting(
            off.stream().findFirst().map(l -> Declared.place(l, "status")).orElse(row.place()),
            off.stream().map(IxitEntry::id).toList() + " is declared disabled.")
        .outcome(
            "Behind " + row.id() + " and declared disabled, yet ",
            REMEDY,
            row.id() + " is declared enabled and " + (endpoints.isEmpty() ? "calls." : "answers."));
  }

  /** Logical interfaces that the row leads to and that are declared off. */
  private static List<IxitEntry> offBehind(Declared declared, IxitEntry row) {
    return declared.logicalInterfaces().stream()
        .filter(l -> l.texts("access").contains(row.id()))
        .filter(Declared::disabled)
        .filter(l -> !declared.endpoints(l).isEmpty())
        .toList();
  }

  /**
   * The row itself where it has endpoints, else the enabled logical interfaces that it leads to.
   */
  private static List<IxitEntry> behind(Declared declared, IxitEntry row) {
    return declared.endpoints(row).isEmpty()
        ? declared.logicalInterfaces().stream()
            .filter(l -> l.texts("access").contains(row.id()))
            .filter(l -> !Declared.disabled(l))
            .toList()
        : List.of(row);
  }

  /** Other interfaces that are on and lead to the same services. */
  private static List<String> otherWays(Declared declared, IxitEntry row, List<IxitEntry> behind) {
    return behind.equals(List.of(row))
        ? sharing(declared, row)
        : declared.table(TableRole.PHYSICAL_INTERFACES).stream()
            .filter(o -> !o.id().equals(row.id()) && !Declared.disabled(o))
            .filter(o -> behind.stream().anyMatch(l -> l.texts("access").contains(o.id())))
            .map(IxitEntry::id)
            .toList();
  }

  /** Where a network interface names the services behind it: others that name one of the same. */
  private static List<String> sharing(Declared declared, IxitEntry row) {
    if (!row.flag("networkInterface").orElse(false)) {
      return List.of();
    }
    return declared.table(TableRole.PHYSICAL_INTERFACES).stream()
        .filter(o -> !o.id().equals(row.id()) && !Declared.disabled(o))
        .filter(o -> o.flag("networkInterface").orElse(false))
        .filter(o -> declared.endpoints(o).stream().anyMatch(declared.endpoints(row)::contains))
        .map(IxitEntry::id)
        .toList();
  }
}
