package dev.plumbline.checks.resilience;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.OutagePower;
import java.util.List;

/** After each loss of power the mechanisms do what their rows say. */
public final class PowerOutageIsSurvivedAsDescribed implements Check {
  @Override
  public List<String> needs() {
    return List.of(Kinds.key(OutagePower.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return Outages.of(item, facts, OutagePower.class, "power outage")
        .mechanismsWork(Outages.AFTER)
        .cameBack()
        .questions()
        .outcome(
            "",
            "Let the mechanism survive a loss of power, each time.",
            "After each loss of power the device came back and says that each mechanism works.");
  }
}
