package dev.plumbline.checks.data;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.DeletionTrial;
import java.util.List;
import java.util.Optional;

/**
 * What a deletion function is for is gone after it. A marker that is still there shows that it is
 * not; that nothing is left anywhere, a person sees.
 */
public final class DeletedDataIsGone implements Check {
  private static final Remedy RUN = new Remedy.RunProbe(List.of("deletion"));

  @Override
  public boolean refutesOnly() {
    return true;
  }

  @Override
  public List<String> needs() {
    return List.of(Kinds.key(DeletionTrial.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Questions.Asked deleted = questions.ask("Was stored data deleted?", row.subject());
    Optional<Observation> answer =
        facts.observations(DeletionTrial.class, row.subject()).stream().findFirst();
    answer.ifPresent(questions::restsOn);
    answer
        .flatMap(o -> o.as(DeletionTrial.class))
        .ifPresentOrElse(
            t -> weigh(t, answer.get(), row, deleted, questions),
            () ->
                deleted.left(
                    answer
                        .map(Observation::reason)
                        .orElse("nobody deleted anything by " + row.id()),
                    RUN));
    questions
        .ask("Is nothing left where the driver does not look?", row.subject())
        .left(
            "what is left where the driver does not look, a person sees",
            new Remedy.PersonLooks("what the device and its services hold after " + row.id()));
    return questions
        .contradicting(Declared.place(row, "description"), row.text("description"))
        .outcome(
            "Data that was deleted is still there: ",
            "Let the function erase the data, or the key that it is encrypted with.",
            "What was stored is gone after " + row.id() + ".");
  }

  private static void weigh(
      DeletionTrial trial,
      Observation o,
      IxitEntry row,
      Questions.Asked deleted,
      Questions questions) {
    if (!trial.control() || trial.trials().isEmpty()) {
      deleted.left("that the data was there before " + row.id() + " was not seen", RUN);
      return;
    }
    deleted.answered(o, "the data was there before each deletion");
    trial.gaps().forEach(g -> deleted.left(g));
    for (DeletionTrial.Trial t : trial.trials()) {
      gone(t.after(), "the marker after " + t.action(), o, questions);
      gone(t.afterRestart(), "the marker after " + t.action() + " and a restart", o, questions);
    }
  }

  private static void gone(String left, String what, Observation o, Questions questions) {
    Questions.Asked gone = questions.ask("Is it gone?", what);
    switch (left) {
      case "gone" -> gone.answered(o, "the reading that showed it before shows it no more");
      case "present" -> gone.refuted(o, what);
      default -> gone.left("whether the device holds " + what + " was not seen", RUN);
    }
  }
}
