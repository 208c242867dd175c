package dev.plumbline.client.driven;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.ProbeContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Takes the power away from the device for a moment, where the driver can. */
public final class Restart {
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final ProbeContext context;
  private final DeviceDriver driver;

  public Restart(ProbeContext context, DeviceDriver driver) {
    this.context = context;
    this.driver = driver;
  }

  /**
   * Restarts it. The sign is that every endpoint that answered fell silent and answers again.
   *
   * @return whether that is known to have happened
   */
  public boolean done() throws InterruptedException {
    if (!driver.offers(DriverAction.POWER_OFF) || !driver.offers(DriverAction.POWER_ON)) {
      return false;
    }
    Endpoints endpoints = new Endpoints(context);
    Set<Endpoint> there = endpoints.answering();
    if (there.isEmpty()) {
      return false;
    }
    boolean off =
        driver.perform(DriverAction.POWER_OFF, Map.of()).done()
            && endpoints.fallSilent(there, SILENCE);
    boolean on = driver.perform(DriverAction.POWER_ON, Map.of()).done();
    if (!on) {
      context.leftAltered("its power is not known to be back");
    }
    boolean back = endpoints.missing(there, driver.outage().back()).isEmpty();
    if (!back) {
      // What comes after this needs a running device.
      driver.perform(DriverAction.PRESS_BUTTON, Map.of("button", "power"));
      endpoints.missing(there, driver.outage().back());
    }
    return off && on && back;
  }
}
