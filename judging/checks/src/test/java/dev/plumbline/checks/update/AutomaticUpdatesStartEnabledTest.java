package dev.plumbline.checks.update;

import dev.plumbline.judging.check.Check;

class AutomaticUpdatesStartEnabledTest extends StartsEnabledContract {
  AutomaticUpdatesStartEnabledTest() {
    super("automatic-updates", "enabledByDefault");
  }

  @Override
  protected Check check() {
    return new AutomaticUpdatesStartEnabled();
  }
}
