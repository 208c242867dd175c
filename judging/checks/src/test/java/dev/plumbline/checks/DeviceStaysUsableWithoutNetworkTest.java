package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;

class DeviceStaysUsableWithoutNetworkTest extends OutageContract {
  DeviceStaysUsableWithoutNetworkTest() {
    super("outage.network", "network connectivity outage");
  }

  @Override
  Check check() {
    return new DeviceStaysUsableWithoutNetwork();
  }

  @Override
  Scene refuted() {
    return outage(WORKS, "{function: fails, ResMech-1: works}", WORKS, COVERAGE);
  }
}
