package dev.plumbline.checks.resilience;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.OutagePower;
import java.util.List;

/**
 * After each loss of power the device is back by itself, with its services, settings and function.
 */
public final class DeviceRecoversFromPowerLoss implements Check {
  @Override
  public List<String> needs() {
    return List.of(Kinds.key(OutagePower.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return Outages.of(item, facts, OutagePower.class, "power outage")
        .mechanismsWork(Outages.AFTER)
        .functionWorks(Outages.AFTER)
        .cameBack()
        .keptSettings()
        .questions()
        .outcome(
            "",
            "Keep settings in lasting memory, and start all services without help.",
            "After each loss of power all services answered again, the settings were what they had been made, and the function works.");
  }
}
