package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import org.junit.jupiter.api.Test;

class DeviceRecoversFromPowerLossTest extends OutageContract {
  DeviceRecoversFromPowerLossTest() {
    super("outage.power", "power outage");
  }

  @Override
  protected Check check() {
    return new DeviceRecoversFromPowerLoss();
  }

  private static final String CHANGED =
      "{cameBack: true, before: %s, after: %s, changed: [{setting: a, before: x, after: y}]}"
          .formatted(WORKS, WORKS);

  @Override
  protected Scene refuted() {
    return seen(CHANGED, COVERAGE);
  }

  @Test
  void settingsThatWereTheDefaultBeforehandShowNothing() {
    String coverage = COVERAGE.replace("automatic-updates", "\"\"");
    undetermined(outage(WORKS, "{}", WORKS, coverage), "could be changed beforehand");
    undetermined(seen(CHANGED, coverage), "could be changed beforehand");
  }

  @Test
  void aSettingThatWasChangedAndNotReadAgainMayBeLost() {
    undetermined(
        outage(
            WORKS,
            "{}",
            WORKS,
            COVERAGE.replace("settings: [automatic-updates]", "settings: [other]")),
        "was not read again");
  }
}
