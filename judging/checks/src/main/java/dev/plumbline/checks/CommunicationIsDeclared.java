package dev.plumbline.checks;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/**
 * Everything that answers on the network stands in its table, and so does everybody whom the device
 * was seen to call, where the table names contacts at all.
 */
public final class CommunicationIsDeclared implements Check {
  @Override
  public List<String> needs() {
    return Network.needs(Traffic.SERVED, Traffic.CONTACTS);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return facts.catalogue().edition().id() == EditionId.V2_1_1
        ? UndeclaredServices.judge(facts, 11, "communication mechanism", true)
        : UndeclaredServices.judge(
            facts, Declared.of(facts).logicalTable(), "logical interface", true);
  }
}
