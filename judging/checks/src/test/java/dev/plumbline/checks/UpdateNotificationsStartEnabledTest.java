package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;

class UpdateNotificationsStartEnabledTest extends StartsEnabledContract {
  UpdateNotificationsStartEnabledTest() {
    super("update-notifications", "notificationEnabledByDefault");
  }

  @Override
  Check check() {
    return new UpdateNotificationsStartEnabled();
  }
}
