package dev.plumbline.client.driven;

import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.ProbeContext;
import java.util.Map;
import java.util.Optional;

/** Which version the device says that it runs, and the way back to the assessed one. */
public final class RunningVersion {
  private static final String VERSION = "software-version";

  private final DeviceDriver driver;
  private final StateReading reading;
  private final String assessed;

  public RunningVersion(ProbeContext context, DeviceDriver driver) {
    this.driver = driver;
    this.reading = new StateReading(context, driver);
    this.assessed = context.product().softwareVersion();
  }

  /** The version that two readings in a row agree on; empty where none settles. */
  public Optional<String> settled() throws InterruptedException {
    return reading.settled(VERSION, driver.outage().back());
  }

  /** What one reading says. */
  public Optional<String> glance() throws InterruptedException {
    return reading.state(VERSION).value(VERSION);
  }

  /** Why no trial can begin; empty where the assessed version runs. */
  public Optional<String> obstacle() throws InterruptedException {
    Optional<String> first = settled();
    return first.filter(assessed::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            "before the trial the device runs "
                + first.orElse("no version that it tells")
                + ", under assessment is "
                + assessed);
  }

  public boolean isAssessed(String version) {
    return assessed.equals(version);
  }

  /**
   * Puts the assessed version back, past the updater, which should refuse to go back.
   *
   * @return whether it runs
   */
  public boolean restore() throws InterruptedException {
    Optional<byte[]> current = driver.image("current");
    boolean able =
        current.isPresent()
            && driver.offers(DriverAction.WRITE_FLASH)
            && driver.offers(DriverAction.POWER_OFF)
            && driver.offers(DriverAction.POWER_ON);
    if (able && driver.perform(DriverAction.WRITE_FLASH, Alteration.ARGUMENTS, current).done()) {
      driver.perform(DriverAction.POWER_OFF, Map.of());
      driver.perform(DriverAction.POWER_ON, Map.of());
    }
    return settled().filter(assessed::equals).isPresent();
  }
}
