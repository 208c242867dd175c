package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;

class PowerOutageIsSurvivedAsDescribedTest extends OutageContract {
  PowerOutageIsSurvivedAsDescribedTest() {
    super("outage.power", "power outage");
  }

  @Override
  protected Check check() {
    return new PowerOutageIsSurvivedAsDescribed();
  }

  @Override
  protected Scene refuted() {
    return outage(WORKS, "{}", FAILS, COVERAGE);
  }
}
