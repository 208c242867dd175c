package dev.plumbline.checks.update;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.UpdateSetting;
import java.util.List;

/**
 * Automatic updates can be switched where the row says so. Whether the switch has its effect, a
 * person sees.
 */
public final class AutomaticUpdatesCanBeChanged implements Check {
  @Override
  public boolean refutesOnly() {
    return true;
  }

  @Override
  public List<String> needs() {
    return List.of(Kinds.key(UpdateSetting.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return UpdateSettings.canBeChanged(
        item, facts, UpdateSettings.AUTOMATIC, "userCanEnable", "userCanDisable");
  }
}
