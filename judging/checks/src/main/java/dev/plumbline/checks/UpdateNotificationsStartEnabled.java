package dev.plumbline.checks;

import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import dev.plumbline.observation.Kinds;
import dev.plumbline.observation.trial.UpdateSetting;
import java.util.List;

/** On the initialized device notifications of updates are on. */
@Decides(v211 = "5.3-6-2c")
public final class UpdateNotificationsStartEnabled implements Check {
  @Override
  public List<String> needs() {
    return List.of(Kinds.key(UpdateSetting.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return UpdateSettings.startsEnabled(
        item, facts, UpdateSettings.NOTIFICATIONS, "notificationEnabledByDefault");
  }
}
