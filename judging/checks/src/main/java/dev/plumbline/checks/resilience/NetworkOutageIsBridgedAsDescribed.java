package dev.plumbline.checks.resilience;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.OutageNetwork;
import java.util.List;

/** While the network is away and after its return the mechanisms do what their rows say. */
public final class NetworkOutageIsBridgedAsDescribed implements Check {
  @Override
  public List<String> needs() {
    return List.of(Kinds.key(OutageNetwork.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return Outages.of(item, facts, OutageNetwork.class, "network connectivity outage")
        .mechanismsWork(Outages.DURING)
        .mechanismsWork(Outages.AFTER)
        .cameBack()
        .questions()
        .outcome(
            "",
            "Let the mechanism go on without the network, and the device return to it by itself.",
            "Without the network, and after its return, the device says that each mechanism works.");
  }
}
