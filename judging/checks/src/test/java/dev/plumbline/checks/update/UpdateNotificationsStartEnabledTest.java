package dev.plumbline.checks.update;

import dev.plumbline.judging.check.Check;

class UpdateNotificationsStartEnabledTest extends StartsEnabledContract {
  UpdateNotificationsStartEnabledTest() {
    super("update-notifications", "notificationEnabledByDefault");
  }

  @Override
  protected Check check() {
    return new UpdateNotificationsStartEnabled();
  }
}
