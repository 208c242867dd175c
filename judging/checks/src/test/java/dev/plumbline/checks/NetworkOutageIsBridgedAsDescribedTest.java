package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;

class NetworkOutageIsBridgedAsDescribedTest extends OutageContract {
  NetworkOutageIsBridgedAsDescribedTest() {
    super("outage.network", "network connectivity outage");
  }

  @Override
  Check check() {
    return new NetworkOutageIsBridgedAsDescribed();
  }

  @Override
  Scene refuted() {
    return outage(WORKS, FAILS, WORKS, COVERAGE);
  }
}
