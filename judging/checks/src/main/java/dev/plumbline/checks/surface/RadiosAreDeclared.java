package dev.plumbline.checks.surface;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.TableRole;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;
import java.util.Set;

/**
 * No radio of the device is missing from the table of interfaces. A network interface with a cable
 * cannot be heard; whoever has the device in the hand sees its sockets.
 */
public final class RadiosAreDeclared implements Check {
  @Override
  public List<String> needs() {
    return List.of(Radio.SCAN, Radio.OTHERS);
  }

  @Override
  public Set<String> states() {
    return Set.of(Radio.OFF);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Radio radio = new Radio(facts);
    Questions questions = new Questions();
    radio.declared(questions);
    questions.notLookedAt("interfaces with a cable");
    questions.notLookedAt("bands other than " + String.join(", ", radio.reached()));
    Declared declared = Declared.of(facts);
    return questions
        .contradicting(
            declared.place(TableRole.PHYSICAL_INTERFACES),
            declared.name(TableRole.PHYSICAL_INTERFACES) + " lists every network interface.")
        .outcome(
            "No row of " + declared.name(TableRole.PHYSICAL_INTERFACES) + " names it: ",
            "Switch off radios that the product does not need, and declare the others.",
            "The device was heard in bands of the table alone, in scans of "
                + String.join(", ", radio.reached())
                + ".");
  }
}
