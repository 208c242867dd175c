package dev.plumbline.checks.resilience;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.OutageNetwork;
import java.util.List;

/** Without the network the device goes on locally, as its rows say. */
public final class DeviceStaysUsableWithoutNetwork implements Check {
  @Override
  public List<String> needs() {
    return List.of(Kinds.key(OutageNetwork.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return Outages.of(item, facts, OutageNetwork.class, "network connectivity outage")
        .mechanismsWork(Outages.DURING)
        .functionWorks(Outages.DURING)
        .functionWorks(Outages.AFTER)
        .cameBack()
        .questions()
        .outcome(
            "",
            "Keep the local function independent of the network.",
            "Without the network the local function and each mechanism work, as the device says.");
  }
}
