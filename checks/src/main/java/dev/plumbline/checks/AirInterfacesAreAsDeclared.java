package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;

/** Each air interface is on or off as its row says. */
@Decides(v211 = "5.6-3-2c")
public final class AirInterfacesAreAsDeclared implements Check {
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
    if (row.text("status").isBlank()) {
      return Outcome.undetermined("Row " + row.id() + " does not say whether it is on.");
    }
    Radio radio = new Radio(facts);
    Questions questions = new Questions();
    boolean off = Declared.disabled(row);
    if (off) {
      radio.off(row, questions);
    } else {
      radio.on(row, questions);
    }
    return questions
        .contradicting(Declared.place(row, "status"), row.id() + ": " + row.text("status"))
        .outcome(
            "",
            "Switch the radio off in the firmware, or declare it enabled and say what it is for.",
            off
                ? "A scan heard the device, and nothing of it in "
                    + String.join(", ", row.texts("bands"))
                    + "."
                : "The device was heard in the bands of the row.");
  }
}
