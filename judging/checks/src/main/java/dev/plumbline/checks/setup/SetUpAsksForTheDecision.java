package dev.plumbline.checks.setup;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.SetupDecision;
import java.util.List;
import java.util.Optional;

/**
 * The user is asked for the decision. One that the set-up never asks is not asked prominently; how
 * prominent one is that it asks, a person sees.
 */
public final class SetUpAsksForTheDecision implements Check {
  private static final Remedy RUN = new Remedy.RunProbe(List.of("set-up-walk"));

  @Override
  public boolean refutesOnly() {
    return true;
  }

  @Override
  public List<String> needs() {
    return List.of(Kinds.key(SetupDecision.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Questions.Asked asked = questions.ask("Does the set-up ask for the decision?", row.subject());
    Optional<Observation> walked =
        facts.observations(SetupDecision.class, row.subject()).stream().findFirst();
    walked.ifPresentOrElse(
        o -> {
          questions.restsOn(o);
          o.as(SetupDecision.class)
              .ifPresentOrElse(d -> weigh(d, o, row, asked), () -> asked.left(o.reason(), RUN));
        },
        () -> asked.left("nobody went through the set-up to see whether it asks " + row.id(), RUN));
    questions
        .ask("Is the user asked prominently?", row.subject())
        .left(
            "how prominently " + row.id() + " is asked, a person sees",
            new Remedy.PersonLooks("the set-up, for the decision " + row.id()));
    return questions
        .contradicting(Declared.place(row, "triggeredBy"), row.text("triggeredBy"))
        .outcome(
            "",
            "Ask the user for it on the way through the set-up, or say in the row what brings it"
                + " up.",
            "The set-up asks " + row.id() + ".");
  }

  private static void weigh(
      SetupDecision decision, Observation o, IxitEntry row, Questions.Asked asked) {
    if (decision.asked()) {
      asked.answered(o, "it asks: " + decision.text().orElse(row.id()));
    } else if (decision.control()) {
      asked.refuted(
          o,
          "from the factory default to its end the set-up asks other things and never " + row.id());
    } else {
      asked.left("whether the set-up asks " + row.id() + " was not seen to its end", RUN);
    }
  }
}
