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
 * The user is asked for the decision. One that the set-up never asks is not asked prominently; how
 * prominent one is that it asks, a person sees.
 */
@Decides(v211 = "5.12-1-2b", v313 = "5.12-1-2b", refutesOnly = true)
public final class SetUpAsksForTheDecision implements Check {
  private static final String KEY = "setup.decision";

  @Override
  public List<String> needs() {
    return List.of(KEY);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Optional<Observation> walked = facts.observations(KEY, row.subject()).stream().findFirst();
    walked.ifPresentOrElse(
        o -> weigh(o, row, questions),
        () -> questions.gap("nobody went through the set-up to see whether it asks " + row.id()));
    return questions
        .contradicting(Declared.place(row, "triggeredBy"), row.text("triggeredBy"))
        .outcome(
            "",
            "Ask the user for it on the way through the set-up, or say in the row what brings it"
                + " up.",
            "The set-up asks " + row.id() + ".");
  }

  private static void weigh(Observation o, IxitEntry row, Questions questions) {
    questions.restsOn(o);
    if (!o.seen()) {
      questions.gap(o.reason());
    } else if (Boolean.TRUE.equals(o.value().get("asked"))) {
      questions.gap("how prominently " + row.id() + " is asked, a person sees");
    } else if (Boolean.FALSE.equals(o.value().get("asked")) && Told.controlled(o, "control")) {
      questions.against(
          "from the factory default to its end the set-up asks other things and never " + row.id(),
          o);
    } else {
      questions.gap("whether the set-up asks " + row.id() + " was not seen to its end");
    }
  }
}
