package dev.plumbline.checks.surface;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/**
 * Each debug interface is disabled. Since V3.1.3 a good login guards it too; how good a login is, a
 * person judges.
 */
public final class DebugInterfacesAreClosed implements Check {
  @Override
  public List<String> needs() {
    return List.of(Debugging.CONSOLE, Debugging.PORT);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    boolean guarded = Declared.of(facts).asks(item, "disabled-or-guarded");
    Questions questions = new Questions();
    new Debugging(facts, row, guarded, questions).closed(row.texts("debugPorts"));
    return questions
        .contradicting(Declared.place(row, "status"), row.id() + ": " + row.text("status"))
        .outcome(
            row.id() + ": ",
            "Disable it for good before delivery: by fuse, and without a console in the boot loader"
                + " and the system.",
            "The contacts "
                + String.join(", ", row.texts("pads"))
                + " gave no answer to "
                + String.join(", ", row.texts("debugPorts"))
                + ", and the logs show that the adapters worked.");
  }
}
