package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.ReplacementTrial;
import java.util.List;
import java.util.Optional;

/**
 * What takes the place of the device by the described way is on the network again and does what the
 * device did.
 *
 * <p>Why this is enough for a PASS: another unit was in place, as its serial number shows; the
 * network's own devices have it; every service of the device takes connections on it; and it says
 * of the main function and of each that the dossier says is regained that it works, as the device
 * did before. Whether the way suits replacing the hardware, and whether carrying it out went as
 * written, are other units.
 */
public final class ReplacementRegainsItsFunctions implements Check {
  private static final String WAY = "hardwareReplacement";
  private static final String REGAINED = "functionsRegained";
  private static final String ON_NETWORK = "on-network";
  private static final String DUT = "DUT";
  private static final TableRole SUPPORT = TableRole.REPLACEMENT_SUPPORT;
  private static final Remedy RUN = new Remedy.RunProbe(List.of("replacement"));

  @Override
  public List<String> needs() {
    return List.of(Kinds.key(ReplacementTrial.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Questions questions = new Questions();
    Declared declared = Declared.of(facts);
    Optional<IxitEntry> row = declared.table(SUPPORT).stream().findFirst();
    declaration(row, declared.name(SUPPORT), questions);
    Questions.Asked replaced = questions.ask("Was another unit in the device's place?", DUT);
    Optional<Observation> answer =
        facts.observations(ReplacementTrial.class, DUT).stream().findFirst();
    answer.ifPresent(questions::restsOn);
    Optional<ReplacementTrial> trial = answer.flatMap(o -> o.as(ReplacementTrial.class));
    if (answer.isEmpty()) {
      replaced.left("nobody replaced the device", RUN);
    } else if (trial.isEmpty()) {
      replaced.left(answer.get().reason(), RUN);
    } else if (!trial.get().control()) {
      replaced.left("that another unit was in the device's place was not seen", RUN);
    } else {
      replaced.answered(answer.get(), "its serial number is another than that of product.yaml");
      weigh(
          trial.get(), answer.get(), row.map(r -> r.texts(REGAINED)).orElse(List.of()), questions);
    }
    return questions.outcome(
        "",
        "Let the described steps bring the replacement back onto the network with all its functions.",
        "Another unit took the device's place; it was on the network, with every service that was compared, and says that its functions work.");
  }

  private static void declaration(Optional<IxitEntry> row, String table, Questions questions) {
    Questions.Asked way = questions.ask("Does the dossier describe the replacement?", table);
    row.filter(r -> !r.text(WAY).isBlank())
        .ifPresentOrElse(
            r -> way.answeredBy(r, WAY, "it describes one"),
            () ->
                way.left(
                    table + " describes no replacement of the hardware",
                    new Remedy.ChangeDeclaration(table, "describe it in '" + WAY + "'")));
    Questions.Asked functions =
        questions.ask("Does the dossier say which functions come back?", table);
    row.filter(r -> r.cell(REGAINED).isPresent())
        .ifPresentOrElse(
            r -> functions.answeredBy(r, REGAINED, "these: " + r.texts(REGAINED)),
            () ->
                functions.left(
                    "the dossier does not say in '" + REGAINED + "' which functions come back",
                    new Remedy.ChangeDeclaration(table, "state '" + REGAINED + "'")));
  }

  private static void weigh(
      ReplacementTrial trial, Observation shows, List<String> regained, Questions questions) {
    if (!SelfReport.isItsWord(shows, trial.readingEnds(), questions)) {
      return;
    }
    SelfReport.whole(shows, Optional.of(trial.gaps()), questions);
    SelfReport told =
        new SelfReport(shows, trial.before(), trial.after(), "after", "the replacement");
    network(told, questions);
    services(trial, shows, questions);
    told.weigh(SelfReport.FUNCTION, "the main function", questions);
    regained.forEach(name -> told.weigh(name, "'" + name + "'", questions));
  }

  private static void network(SelfReport told, Questions questions) {
    Questions.Asked has = questions.ask("Does the network have the replacement?", DUT);
    String network = told.now(ON_NETWORK);
    if (!told.before(ON_NETWORK).equals("yes")) {
      has.left(
          "that the network had the device before was not said: '" + ON_NETWORK + "'",
          SelfReport.READ);
    } else if (network.equals("no")) {
      has.refuted(told.shows(), "the network does not have the replacement");
    } else if (!network.equals("yes")) {
      has.left(
          "whether the network has the replacement was not said: '" + ON_NETWORK + "'",
          SelfReport.READ);
    } else {
      has.answered(told.shows(), "read-state gives '" + ON_NETWORK + "' as 'yes'");
    }
  }

  /** Services that are missing may be at another address, where nobody looked for them. */
  private static void services(ReplacementTrial trial, Observation shows, Questions questions) {
    Questions.Asked there = questions.ask("Is every service on the replacement?", DUT);
    if (trial.endpoints().isEmpty()) {
      there.left("no service of the device was compared with the replacement", RUN);
    } else if (!trial.missing().isEmpty()) {
      there.left(
          "nobody found these services of the device on the replacement: " + trial.missing(),
          new Remedy.PersonLooks("the address of the replacement"));
    } else {
      there.answered(shows, String.join(", ", trial.endpoints()) + " take connections");
    }
  }
}
