package dev.plumbline.checks.surface;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Traffic;
import dev.plumbline.core.TableRole;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;
import java.util.Set;

/**
 * No network or logical interface is missing from the table, neither on the network nor in the air.
 * What answers to a search by multicast (mDNS, SSDP, WS-Discovery) has an open UDP port: where
 * every port was asked and each undeclared one refused, there is none.
 */
public final class InterfacesOnTheNetworkAreDeclared implements Check {
  @Override
  public List<String> needs() {
    return NetworkFacts.needs(
        Traffic.SERVED, Radio.SCAN, Radio.OTHERS, UndeclaredServices.SURFACES);
  }

  @Override
  public Set<String> states() {
    return Set.of(Radio.OFF);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Declared declared = Declared.of(facts);
    TableRole table = TableRole.LOGICAL_INTERFACES;
    Radio radio = new Radio(facts);
    Questions questions = new Questions();
    UndeclaredServices.weigh(facts, table, false, questions);
    radio.declared(questions);
    questions.notLookedAt("interfaces with a cable");
    questions.notLookedAt("other bands than " + String.join(", ", radio.reached()));
    return questions
        .contradicting(declared.place(table), declared.name(table) + " lists every interface.")
        .outcome(
            "No row of " + declared.name(table) + " names it: ",
            "Close what the product does not need. Declare the rest in "
                + declared.name(table)
                + " with its purpose, its endpoints and its bands.",
            NetworkFacts.of(facts).reach()
                + "; listened to "
                + String.join(", ", radio.reached())
                + "; each port that answered and each radio that was heard belongs to a row. Not"
                + " looked for: interfaces with a cable, and other bands.");
  }
}
