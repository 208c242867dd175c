package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Every way of updating that the network shows stands in the table of update mechanisms. */
@Decides(v211 = "5.3-10-1c", v313 = "5.3-10-1c")
public final class UpdateMechanismsAreDeclared implements Check {
  private static final int TABLE = 7;
  private static final Pattern UPDATE_PATH =
      CheckData.pattern(CheckData.read("routes.yaml"), "updatePath");

  @Override
  public List<String> needs() {
    return Network.needs(Logins.SURFACE);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Declared declared = Declared.of(facts);
    Network network = Network.of(facts);
    String table = declared.name(TABLE);
    Set<String> services = Declared.services(declared.table(TABLE));
    Questions questions = new Questions();
    questions.restsOn(network.ports());
    network.searched(services).gaps().forEach(questions::gap);
    network.undeclared(services).forEach(e -> look(facts, e, questions));
    List<IxitEntry> radios = declared.otherRadios();
    if (!radios.isEmpty()) {
      questions.gap(
          "updates over " + radios.stream().map(IxitEntry::id).toList() + " were not looked for");
    }
    return questions
        .contradicting(declared.place(TABLE), table + " lists every update mechanism.")
        .outcome(
            "No row of " + table + " names it: ",
            "Remove the update route, or declare it in "
                + table
                + " and verify authenticity and integrity of what it takes.",
            network.reach()
                + " and at the pages of each web service; no undeclared update route was found.");
  }

  private static void look(Facts facts, Endpoint endpoint, Questions questions) {
    Network network = Network.of(facts);
    Optional<Observation> service = network.service(endpoint);
    service.ifPresent(questions::restsOn);
    if (service.filter(s -> s.text("protocol").equals("http")).isEmpty()) {
      questions.gap("whether " + network.describe(endpoint) + " takes updates, nobody tried");
      return;
    }
    Optional<Observation> surface =
        facts.observations(Logins.SURFACE, endpoint.toString()).stream()
            .filter(Observation::seen)
            .findFirst();
    if (surface.isEmpty() || !(surface.get().value().get("open") instanceof List<?> open)) {
      questions.gap("the pages of " + endpoint + " were not read");
      return;
    }
    Observation seen = surface.get();
    questions.restsOn(seen);
    for (Object entry : open) {
      if (entry instanceof Map<?, ?> e && "update".equals(e.get("kind"))) {
        questions.against(
            endpoint + String.valueOf(e.get("path")) + " takes a firmware image", seen);
      }
    }
    if (seen.coverage().get("unanswered") instanceof List<?> silent && !silent.isEmpty()) {
      questions.gap(silent.size() + " paths of " + endpoint + " gave no answer");
    }
    List<String> guarded =
        seen.texts("guarded").stream().filter(p -> UPDATE_PATH.matcher(p).find()).toList();
    if (!guarded.isEmpty()) {
      questions.gap(
          "what stands behind the login at " + endpoint + " " + guarded + ", a person looks");
    }
  }
}
