package dev.plumbline.checks.surface;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;
import java.util.Locale;

/** Each air interface is on or off as its row says. */
public final class AirInterfacesAreAsDeclared implements Check {
  private static final String STATUS = "status";

  @Override
  public List<String> needs() {
    return List.of(Radio.SCAN);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    if (row.text(STATUS).isBlank()) {
      return Outcome.undetermined("Row " + row.id() + " does not say whether it is on.");
    }
    Radio radio = new Radio(facts);
    Questions questions = new Questions();
    boolean off = Declared.disabled(row);
    if (off) {
      radio.off(row, questions);
    } else if (row.text(STATUS).toLowerCase(Locale.ROOT).startsWith("enabled")) {
      radio.on(row, questions);
    } else {
      questions
          .ask("Does the row say whether the radio is on?", row.subject())
          .left(
              "the status of " + row.id() + " is neither enabled nor disabled",
              new Remedy.ChangeDeclaration(
                  row.subject(), "state '" + STATUS + "' as enabled or disabled"));
    }
    return questions
        .contradicting(Declared.place(row, STATUS), row.id() + ": " + row.text(STATUS))
        .outcome(
            "",
            "Switch the radio off in the firmware, or declare it enabled and say what it is for.",
            off
                ? "Scans heard the device, and nothing of this radio in "
                    + String.join(", ", row.texts("bands"))
                    + "."
                : "The radio was heard in a band of the row.");
  }
}
