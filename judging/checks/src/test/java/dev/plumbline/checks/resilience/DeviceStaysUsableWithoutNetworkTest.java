package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;

class DeviceStaysUsableWithoutNetworkTest extends OutageContract {
  DeviceStaysUsableWithoutNetworkTest() {
    super("outage.network", "network connectivity outage");
  }

  @Override
  protected Check check() {
    return new DeviceStaysUsableWithoutNetwork();
  }

  @Override
  protected Scene refuted() {
    return outage(WORKS, "{function: fails, ResMech-1: works}", WORKS, COVERAGE);
  }
}
