package dev.plumbline.checks.surface;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.checks.LaterLook;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Redirects;
import dev.plumbline.checks.logins.Logins;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every API that can be reached from outside stands in the table of external APIs. A service that
 * speaks no API, such as a shell, is another table's question.
 */
public final class ApisAreDeclared implements Check {
  private static final TableRole TABLE = TableRole.EXTERNAL_APIS;
  private static final List<String> APIS = CheckData.read("routes.yaml").texts("apiProtocols");
  private static final List<String> OTHERS = CheckData.read("routes.yaml").texts("otherProtocols");

  @Override
  public List<String> needs() {
    return NetworkFacts.needs(Logins.SURFACE);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    NetworkFacts network = NetworkFacts.of(facts);
    Declared declared = Declared.of(facts);
    Set<String> services = Declared.services(declared.table(TABLE));
    String table = declared.name(TABLE);
    Questions questions = new Questions();
    questions.restsOn(network.ports());
    new LaterLook(facts).tell(questions);
    Questions.Asked listed = questions.ask("Does every API that was found belong to a row?", table);
    network.ports().stream()
        .filter(Observation::seen)
        .forEach(o -> listed.answered(o, "every API found there belongs to a row of " + table));
    for (Endpoint endpoint : network.undeclared(services)) {
      Optional<Observation> service =
          network.service(endpoint).or(() -> network.datagram(endpoint));
      String protocol = network.protocol(endpoint);
      Optional<Observation> redirects = new Redirects(facts).only(endpoint);
      service.ifPresent(questions::restsOn);
      if (APIS.contains(protocol) && redirects.isPresent()) {
        questions.restsOn(redirects.get());
      } else if (APIS.contains(protocol)) {
        listed.refuted(service.orElseThrow(), network.describe(endpoint) + " is open");
      } else if (!OTHERS.contains(protocol)) {
        listed.left("whether " + network.describe(endpoint) + " is an API is not known");
      }
    }
    network.searched(services).gaps().forEach(why -> listed.left(why));
    network.unrecognised().stream()
        .filter(e -> e.transport().equals("tcp") && services.contains(e.service()))
        .forEach(e -> listed.left("nobody recognised what speaks at " + e));
    return questions
        .contradicting(
            declared.place(TABLE), table + " lists every API that can be reached from outside.")
        .outcome(
            "No row of " + table + " names it: ",
            "Close what the product does not need. Declare the rest in "
                + table
                + " with its purpose and its endpoints.",
            network.reach() + "; every API there belongs to a row of " + table + ".");
  }
}
