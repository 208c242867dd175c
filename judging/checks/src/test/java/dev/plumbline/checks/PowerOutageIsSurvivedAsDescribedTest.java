package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;

class PowerOutageIsSurvivedAsDescribedTest extends OutageContract {
  PowerOutageIsSurvivedAsDescribedTest() {
    super("outage.power", "power outage");
  }

  @Override
  Check check() {
    return new PowerOutageIsSurvivedAsDescribed();
  }

  @Override
  Scene refuted() {
    return outage(WORKS, "{}", FAILS, COVERAGE);
  }
}
