package dev.plumbline.checks;

import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;

/** On the initialized device notifications of updates are on. */
@Decides(v211 = "5.3-6-2c")
public final class UpdateNotificationsStartEnabled implements Check {
  @Override
  public List<String> needs() {
    return List.of(UpdateSettings.KEY);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return UpdateSettings.startsEnabled(
        item, facts, UpdateSettings.NOTIFICATIONS, "notificationEnabledByDefault");
  }
}
