package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
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
@Decides(v211 = "5.3-15-2e", v313 = "5.3-15B-2b")
public final class ReplacementRegainsItsFunctions implements Check {
  private static final String KEY = "replacement.trial";
  private static final String REGAINED = "functionsRegained";
  private static final String AFTER = "after";
  private static final String ON_NETWORK = "on-network";
  private static final int SUPPORT = 9;

  @Override
  public List<String> needs() {
    return List.of(KEY);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Questions questions = new Questions();
    Optional<IxitEntry> row = Declared.of(facts).table(SUPPORT).stream().findFirst();
    if (row.filter(r -> !r.text("hardwareReplacement").isBlank()).isEmpty()) {
      questions.gap(Declared.of(facts).name(SUPPORT) + " describes no replacement of the hardware");
    }
    if (row.flatMap(r -> r.cell(REGAINED)).isEmpty()) {
      questions.gap("the dossier does not say in '" + REGAINED + "' which functions come back");
    }
    Optional<Observation> trial = facts.observations(KEY, "DUT").stream().findFirst();
    trial.ifPresent(questions::restsOn);
    if (trial.isEmpty() || !trial.get().seen()) {
      questions.gap(trial.map(Observation::reason).orElse("nobody replaced the device"));
    } else if (!Told.controlled(trial.get(), "control")) {
      questions.gap("that another unit was in the device's place was not seen");
    } else {
      weigh(trial.get(), row.map(r -> r.texts(REGAINED)).orElse(List.of()), questions);
    }
    return questions.outcome(
        "",
        "Let the described steps bring the replacement back onto the network with all its functions.",
        "Another unit took the device's place; it was on the network, with every service, and says that its functions work.");
  }

  private static void weigh(Observation o, List<String> regained, Questions questions) {
    Told told = new Told(o, AFTER, "the replacement");
    if (!told.isItsWord()) {
      questions.gap("that read-state tells nothing while the power is away was not seen");
      return;
    }
    if (o.coverage().get("gaps") instanceof List<?> gaps) {
      gaps.forEach(g -> questions.gap(String.valueOf(g)));
    }
    connectivity(told, questions);
    told.weigh(Told.FUNCTION, "the main function", questions);
    regained.forEach(name -> told.weigh(name, "'" + name + "'", questions));
  }

  /** Services that are missing may be at another address, where nobody looked for them. */
  private static void connectivity(Told told, Questions questions) {
    List<String> missing = told.o().texts("missing");
    String network = told.now(ON_NETWORK);
    if (!told.before(ON_NETWORK).equals("yes")) {
      questions.gap("that the network had the device before was not said: '" + ON_NETWORK + "'");
    } else if (network.equals("no")) {
      questions.against("the network does not have the replacement", told.o());
    } else if (!network.equals("yes")) {
      questions.gap("whether the network has the replacement was not said: '" + ON_NETWORK + "'");
    }
    if (!missing.isEmpty()) {
      questions.gap("nobody found these services of the device on the replacement: " + missing);
    }
  }
}
