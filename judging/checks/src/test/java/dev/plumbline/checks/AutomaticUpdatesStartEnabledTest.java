package dev.plumbline.checks;

import dev.plumbline.engine.Check;

class AutomaticUpdatesStartEnabledTest extends StartsEnabledContract {
  AutomaticUpdatesStartEnabledTest() {
    super("automatic-updates", "enabledByDefault");
  }

  @Override
  Check check() {
    return new AutomaticUpdatesStartEnabled();
  }
}
