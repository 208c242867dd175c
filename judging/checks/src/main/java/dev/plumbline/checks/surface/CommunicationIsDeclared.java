package dev.plumbline.checks.surface;

import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Traffic;
import dev.plumbline.core.TableRole;
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
    return NetworkFacts.needs(Traffic.SERVED, Traffic.CONTACTS, UndeclaredServices.SURFACES);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    List<IxitTable> named = facts.catalogue().tables(TableRole.COMMUNICATION_MECHANISMS);
    return item.unit()
            .table()
            .filter(t -> named.stream().anyMatch(n -> n.id().equals(t)))
            .isPresent()
        ? UndeclaredServices.judge(
            facts, TableRole.COMMUNICATION_MECHANISMS, "communication mechanism", true)
        : UndeclaredServices.judge(facts, TableRole.LOGICAL_INTERFACES, "logical interface", true);
  }
}
