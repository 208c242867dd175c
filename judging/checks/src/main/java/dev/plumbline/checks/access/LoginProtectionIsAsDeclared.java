package dev.plumbline.checks.access;

import dev.plumbline.checks.crypto.CryptoInUse;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.ArrayList;
import java.util.List;

/** The login that guards a service is protected by the cryptography that its row declares. */
public final class LoginProtectionIsAsDeclared implements Check {
  @Override
  public List<String> needs() {
    return CryptoInUse.NEEDS;
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    GuardedServices services = new GuardedServices(facts);
    List<IxitEntry> mechanisms = services.mechanisms(item);
    List<Outcome> outcomes =
        new ArrayList<>(mechanisms.stream().map(m -> CryptoInUse.judge(facts, m)).toList());
    List<String> gaps = services.untestable(item);
    if (!gaps.isEmpty()) {
      outcomes.add(Outcome.undetermined(String.join("; ", gaps) + "."));
    }
    return Worst.of(outcomes);
  }
}
