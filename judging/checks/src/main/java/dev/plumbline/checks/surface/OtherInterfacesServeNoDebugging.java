package dev.plumbline.checks.surface;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.checks.LaterLook;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.logins.Logins;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.http.HttpSurface;
import java.util.List;
import java.util.stream.Stream;

/**
 * No interface without the debug mark can be used for debugging: its contacts answer neither a
 * serial adapter nor OpenOCD, and no shell answers over a network interface.
 */
public final class OtherInterfacesServeNoDebugging implements Check {
  private static final List<String> TRIED = List.of("uart", "jtag", "swd");
  private static final List<String> SHELLS = CheckData.read("trials.yaml").texts("shells");

  @Override
  public List<String> needs() {
    return NetworkFacts.needs(Debugging.CONSOLE, Debugging.PORT, Logins.SURFACE, Radio.SCAN);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    List<IxitEntry> rows =
        item
            .entry()
            .map(List::of)
            .orElseGet(() -> Declared.of(facts).table(TableRole.PHYSICAL_INTERFACES))
            .stream()
            .filter(r -> !r.flag("debugInterface").orElse(false))
            .toList();
    if (rows.isEmpty()) {
      return Outcome.undetermined("The table has no interface without the debug mark.");
    }
    Questions questions = new Questions();
    rows.forEach(r -> weigh(r, facts, questions));
    return questions
        .contradicting(
            Declared.place(rows.getFirst(), "debugInterface"),
            rows.getFirst().id() + " is declared as no debug interface.")
        .outcome(
            "",
            "Close the way in, or declare the interface as one for debugging and guard it.",
            "No way to debug was found over "
                + String.join(", ", rows.stream().map(IxitEntry::id).toList())
                + " in what was tried: "
                + questions.places()
                + ".");
  }

  private static void weigh(IxitEntry row, Facts facts, Questions questions) {
    boolean network = row.flag("networkInterface").orElse(false);
    if (Radio.isAir(row) && Declared.disabled(row)) {
      Questions.Asked off = questions.ask("Is the radio off?", row.subject());
      facts.observations(Radio.SCAN).stream()
          .filter(Observation::seen)
          .forEach(o -> off.answered(o, "a scan did not hear it"));
      new Radio(facts).off(row, questions);
    } else if (Radio.isAir(row) || network) {
      network(row, facts, questions);
    } else {
      contacts(row, facts, questions);
    }
  }

  private static void contacts(IxitEntry row, Facts facts, Questions questions) {
    List<String> carries = row.texts("carries");
    if (carries.isEmpty()) {
      questions.gap("row " + row.id() + " does not say what its contacts carry (carries)");
    }
    carries.stream()
        .filter(c -> !c.equals("power"))
        .forEach(
            c ->
                questions.gap(
                    Questions.needed("a trial of the tools for " + c + " at " + row.id())));
    Questions.Asked tried = questions.ask("Were its contacts tried?", row.subject());
    Stream.of(Debugging.CONSOLE, Debugging.PORT)
        .flatMap(k -> facts.observations(k, row.subject()).stream())
        .filter(Observation::seen)
        .forEach(
            o -> {
              tried.answered(o, "there is a log of a tool at them");
              questions.lookedAt("the contacts of " + row.id() + " (" + o.key() + ")");
            });
    new Debugging(facts, row, false, questions).closed(TRIED);
  }

  private static void network(IxitEntry row, Facts facts, Questions questions) {
    boolean wifi = row.texts("bands").stream().allMatch(b -> b.startsWith("wifi-"));
    if (Radio.isAir(row) && (row.texts("bands").isEmpty() || !wifi)) {
      questions.gap(
          Questions.needed(
              "a trial of the tools for the bands " + row.texts("bands") + " of " + row.id()));
    }
    NetworkFacts network = NetworkFacts.of(facts);
    Questions.Asked closed = questions.ask("Does no open port serve debugging?", row.subject());
    network.ports().stream()
        .filter(Observation::seen)
        .forEach(o -> closed.answered(o, "no shell and no console was found at an open port"));
    questions.restsOn(network.ports());
    questions.lookedAt(network.reach().replaceFirst("^Looked at ", ""));
    new LaterLook(facts).tell(questions);
    network
        .searched(Declared.services(Declared.of(facts).logicalInterfaces()))
        .gaps()
        .forEach(why -> closed.left(why));
    for (Endpoint endpoint : network.open()) {
      network.service(endpoint).ifPresent(questions::restsOn);
      consoles(facts, endpoint, closed);
      String protocol =
          network.service(endpoint).isPresent() ? network.protocol(endpoint) : "unknown";
      if (SHELLS.contains(protocol)) {
        closed.left(
            "at "
                + endpoint
                + " speaks "
                + protocol
                + "; whether that serves debugging over "
                + row.id()
                + ", a person judges",
            new Remedy.PersonLooks("the " + protocol + " service at " + endpoint));
      }
    }
  }

  /** A console for developers on a web server is a way to debug, whoever serves it. */
  private static void consoles(Facts facts, Endpoint endpoint, Questions.Asked closed) {
    for (Seen<HttpSurface> web : facts.seen(HttpSurface.class, endpoint.toString())) {
      web.fact().open().stream()
          .filter(o -> o.kind().equals("console"))
          .forEach(
              o ->
                  closed.refuted(
                      web.observation(),
                      "a debug console is readable without login at " + endpoint + o.path()));
    }
  }
}
