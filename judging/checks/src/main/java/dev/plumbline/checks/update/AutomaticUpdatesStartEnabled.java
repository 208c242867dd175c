package dev.plumbline.checks.update;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.UpdateSetting;
import java.util.List;

/** On the initialized device automatic updates are on. */
public final class AutomaticUpdatesStartEnabled implements Check {
  @Override
  public List<String> needs() {
    return List.of(Kinds.key(UpdateSetting.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return UpdateSettings.startsEnabled(item, facts, UpdateSettings.AUTOMATIC, "enabledByDefault");
  }
}
