package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;

class NetworkOutageIsBridgedAsDescribedTest extends OutageContract {
  NetworkOutageIsBridgedAsDescribedTest() {
    super("outage.network", "network connectivity outage");
  }

  @Override
  protected Check check() {
    return new NetworkOutageIsBridgedAsDescribed();
  }

  @Override
  protected Scene refuted() {
    return outage(WORKS, FAILS, WORKS, COVERAGE);
  }
}
