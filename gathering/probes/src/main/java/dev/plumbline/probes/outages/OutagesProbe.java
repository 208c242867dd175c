package dev.plumbline.probes.outages;

import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.Optional;

/** Takes power and network away and isolates the device, and sees what becomes of it. */
public final class OutagesProbe implements Probe {

  private final ProbeSpec spec = ProbeSpec.load(OutagesProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  /** Each cut is seen on the device's endpoints, and by the driver's other way of reading. */
  @Override
  public boolean tellsOfFalls() {
    return true;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<DeviceDriver> driver = context.driver();
    if (driver.isEmpty()) {
      for (OutageKind outage : OutageKind.values()) {
        context.undetermined(
            outage.kind(), "DUT", DriverResult.needed("a driver.yaml in the dossier"));
      }
      return;
    }
    // The power first: what can be read without it is not the device's word.
    OutageTrial power = new OutageTrial(context, driver.get(), OutageKind.POWER, 2, false);
    power.run(DriverAction.POWER_OFF, DriverAction.POWER_ON);
    new OutageTrial(context, driver.get(), OutageKind.NETWORK, 1, power.readingEnds())
        .run(DriverAction.CUT_NETWORK, DriverAction.RESTORE_NETWORK);
    new OutageTrial(context, driver.get(), OutageKind.ISOLATION, 1, power.readingEnds())
        .run(DriverAction.ISOLATE, DriverAction.END_ISOLATION);
  }
}
