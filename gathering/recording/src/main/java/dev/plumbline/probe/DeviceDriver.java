package dev.plumbline.probe;

import dev.plumbline.dossier.Product.Credential;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the device do things: log in, set a setting, lose its power. Described by the {@code
 * driver.yaml} of the dossier; a probe reaches it through {@link ProbeContext#driver}. What its
 * HTTP and SSH steps send stays within scope and rate; every action stands in the probe's record
 * without secrets.
 */
public interface DeviceDriver {
  /** Whether an action is described at all. */
  boolean offers(DriverAction action);

  /** Names of the settings that {@code read-setting} and {@code set-setting} know. */
  Set<String> settings();

  /** An image for {@code offer-update}, such as {@code newer}; empty when there is none. */
  Optional<byte[]> image(String name);

  /** How long an outage lasts in a trial, and how long the device may take to come back. */
  default Outage outage() {
    return new Outage(Duration.ofSeconds(60), Duration.ofSeconds(180));
  }

  /**
   * @param lasts from the cut until the return
   * @param back longest wait for the device afterwards
   */
  record Outage(Duration lasts, Duration back) {}

  /**
   * Performs an action and waits for its end. Never throws because of the device or the driver.
   *
   * @param arguments by the names of the action; more may be given
   * @param file what the action hands to the device, such as an update image
   * @throws InterruptedException when the run is stopped
   * @throws IllegalArgumentException if the action is more intrusive than the probe says it is
   */
  DriverResult perform(DriverAction action, Map<String, String> arguments, Optional<byte[]> file)
      throws InterruptedException;

  /** Places of which the dossier says who may reach them; empty when it names none. */
  default List<AccessPlace> places() {
    return List.of();
  }

  /** The actions that carry out each row of the table of deletion functions, by the row's id. */
  default Map<String, List<DriverAction>> deletions() {
    return Map.of();
  }

  /** The decisions that the set-up asks of the user, in the order of the file. */
  default List<UserDecision> decisions() {
    return List.of();
  }

  /**
   * Drivers that go by one mechanism of the device each, such as one of several ways of updating;
   * by the row that declares it, such as {@code 7-UpdMech/UpdMech-2}. Empty where the dossier names
   * none; what this driver does is then of no row in particular.
   */
  default Map<String, DeviceDriver> mechanisms() {
    return Map.of();
  }

  /**
   * A visitor of the device, who has not logged in yet. Sessions of two visitors know nothing of
   * each other.
   *
   * @param as who it is; empty for somebody without any login
   */
  default Visit visit(Optional<Credential> as) {
    return new Visit.Impossible();
  }

  /** As above, without a file. */
  default DriverResult perform(DriverAction action, Map<String, String> arguments)
      throws InterruptedException {
    return perform(action, arguments, Optional.empty());
  }
}
