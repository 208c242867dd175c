package dev.plumbline.checks.surface;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/**
 * An interface that is not needed all the time is off in the state under test, in which nobody uses
 * it. Radios are heard, contacts for debugging are tried; for others no tool's file is read.
 */
public final class InterfacesAreOffWhileUnused implements Check {
  /** The state in which set-up and repair are over. */
  private static final String UNUSED = "initialized";

  @Override
  public List<String> needs() {
    return List.of(Radio.SCAN, Debugging.CONSOLE, Debugging.PORT);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    String state = facts.product().state();
    if (!state.equals(UNUSED)) {
      return Outcome.undetermined(
          "In the device state " + state + " the interface may be in use; look in " + UNUSED + ".");
    }
    Questions questions = new Questions();
    if (Radio.isAir(row)) {
      new Radio(facts).off(row, questions);
      heard(facts, row, questions);
    } else if (row.flag("debugInterface").orElse(false)) {
      new Debugging(facts, row, false, questions).closed(row.texts("debugPorts"));
    } else {
      questions.gap(
          "not tested; needed: the file of a tool that shows whether "
              + row.id()
              + " is on; none is read for a port that serves neither radio nor debugging");
    }
    return questions
        .contradicting(
            Declared.place(row, "disabledWhenIdle", "status"),
            row.id() + " is off while it is not needed.")
        .outcome(
            "",
            "Switch it off while nobody needs it.",
            row.id() + " was tried while nobody used it and gave no answer.");
  }

  private static void heard(Facts facts, IxitEntry row, Questions questions) {
    for (String band : row.texts("bands")) {
      Questions.Asked asked =
          questions.ask("Is the radio silent while nobody uses it?", row.subject() + " " + band);
      facts.observations(Radio.SCAN, "radio/" + band).stream()
          .filter(Observation::seen)
          .findFirst()
          .ifPresentOrElse(
              o -> asked.answered(o, "scans listened while nobody used it"),
              () ->
                  asked.left(
                      "nobody listened to " + band,
                      new Remedy.ImportFile("a radio scan of " + band + " (docs/importing.md)")));
    }
  }
}
