package dev.plumbline.checks.update;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.BootTrial;
import java.util.List;

/**
 * A program that was altered in the device's memory does not run. That counts only where a genuine
 * one, written in the same way, does.
 */
public final class AlteredProgramsDoNotStart implements Check {
  private static final TableRole STARTS = TableRole.SECURE_BOOT;
  private static final List<String> ATTEMPTS =
      List.of("tampered-early", "tampered-middle", "tampered-late");

  @Override
  public List<String> needs() {
    return List.of(Kinds.key(BootTrial.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    new OfMechanism(BootTrial.class, "DUT", row.subject())
        .of(facts, row, Declared.of(facts).table(STARTS), "write-flash: …", questions)
        .ifPresent(
            subject ->
                Trials.look(facts, BootTrial.class, subject, ATTEMPTS, "boot-trial", questions));
    questions.notLookedAt("programs that were altered in other places or at run time");
    return questions
        .contradicting(
            Declared.place(row, "detectionMechanisms"),
            row.id() + " detects altered programs: " + row.text("detectionMechanisms"))
        .outcome(
            "",
            "Verify every stage of the start with a key in read-only memory.",
            "Programs with a byte changed early, in the middle or late, written past the updater,"
                + " did not run; a genuine one did.");
  }
}
