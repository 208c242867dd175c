package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;

class AutomaticUpdatesStartEnabledTest extends StartsEnabledContract {
  AutomaticUpdatesStartEnabledTest() {
    super("automatic-updates", "enabledByDefault");
  }

  @Override
  Check check() {
    return new AutomaticUpdatesStartEnabled();
  }
}
