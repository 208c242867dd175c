package dev.plumbline.checks.surface;

import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Traffic;
import dev.plumbline.core.TableRole;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** Every logical interface that answers on the network stands in the table of interfaces. */
public final class OpenPortsAreDeclared implements Check {
  @Override
  public List<String> needs() {
    return NetworkFacts.needs(Traffic.SERVED, UndeclaredServices.SURFACES);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return UndeclaredServices.judge(facts, TableRole.LOGICAL_INTERFACES, "logical interface");
  }
}
