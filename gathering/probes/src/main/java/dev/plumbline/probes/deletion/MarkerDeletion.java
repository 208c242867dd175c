package dev.plumbline.probes.deletion;

import dev.plumbline.client.driven.Restart;
import dev.plumbline.client.driven.StateReading;
import dev.plumbline.observation.trial.DataCreated;
import dev.plumbline.observation.trial.DeletionTrial;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.ProbeContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One way of deleting. The control is that the marker was there before, by the same reading that
 * does not show it afterwards.
 */
final class MarkerDeletion {
  private static final String FACTORY_DEFAULT = "factory-default";
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final ProbeContext context;
  private final DeviceDriver driver;
  private final DriverAction way;
  private final DriverAction create;
  private final String topic;
  private final StateReading reading;
  private final String marker;
  private Optional<DeletionTrial.Trial> trial = Optional.empty();
  private Optional<DataCreated.Marker> created = Optional.empty();

  MarkerDeletion(ProbeContext context, DeviceDriver driver, DriverAction way) {
    this.context = context;
    this.driver = driver;
    this.way = way;
    boolean services = way == DriverAction.DELETE_SERVICE_DATA;
    this.create = services ? DriverAction.CREATE_SERVICE_DATA : DriverAction.CREATE_DATA;
    this.topic = services ? "service-data" : "data";
    this.reading = new StateReading(context, driver);
    this.marker = "pl-" + Long.toHexString(context.clock().millis()) + "-" + way.word();
  }

  /** What was seen; present once {@link #run} found no hindrance. */
  Optional<DeletionTrial.Trial> trial() {
    return trial;
  }

  /** What was stored so that it could be deleted; empty until that was done. */
  Optional<DataCreated.Marker> created() {
    return created;
  }

  /** Deletes, and gives why nothing follows from it; empty when something does. */
  Optional<String> run() throws InterruptedException {
    boolean resets = way == DriverAction.FACTORY_RESET;
    boolean initialized = !context.product().state().equals(FACTORY_DEFAULT);
    if (resets && initialized && !driver.offers(DriverAction.SET_UP)) {
      return Optional.of(
          DriverResult.needed(
              "the action set-up in driver.yaml, without which the device would"
                  + " stay in its factory default"));
    }
    Optional<String> hindrance = store();
    if (hindrance.isPresent()) {
      return hindrance;
    }
    DriverResult deleted = driver.perform(way, Map.of("marker", marker));
    if (!deleted.done()) {
      if (resets && initialized && !deleted.refused()) {
        // It may have been reset all the same.
        setUp();
      }
      return Optional.of((deleted.refused() ? "the device refused: " : "") + deleted.reason());
    }
    Optional<Boolean> left = left(driver.outage().back());
    boolean restarted = left.isPresent() && create == DriverAction.CREATE_DATA && restart();
    String afterRestart = restarted ? word(left(Duration.ZERO)) : "not tried";
    Optional<Boolean> again = resets && initialized ? Optional.of(setUp()) : Optional.empty();
    trial = Optional.of(new DeletionTrial.Trial(way.word(), word(left), afterRestart, again));
    return left.isPresent()
        ? Optional.empty()
        : Optional.of("what the device holds after " + way.word() + " could not be read");
  }

  /**
   * Sets the device up again; what other probes see of one that is not would be another state's.
   */
  private boolean setUp() throws InterruptedException {
    boolean done = driver.perform(DriverAction.SET_UP, Map.of()).done();
    if (!done) {
      context.leftAltered("it is not known to be set up again after " + way.word());
    }
    return done;
  }

  private static String word(Optional<Boolean> left) {
    return left.map(l -> l ? "present" : "gone").orElse("unknown");
  }

  /** Stores the marker and makes sure that it is seen. */
  private Optional<String> store() throws InterruptedException {
    DriverResult stored = driver.perform(create, Map.of("marker", marker));
    if (!stored.done()) {
      return Optional.of(create.word() + ": " + stored.reason());
    }
    created = Optional.of(new DataCreated.Marker(create.word(), marker, false));
    Instant until = context.clock().instant().plus(driver.outage().back());
    while (true) {
      Optional<Boolean> there = holds();
      if (there.isPresent() && there.get()) {
        created = Optional.of(new DataCreated.Marker(create.word(), marker, true));
        return Optional.empty();
      }
      if (!context.clock().instant().isBefore(until)) {
        return Optional.of(
            "the marker that was stored is not in '"
                + topic
                + "' of read-state, so that its absence would say nothing");
      }
      context.rest(PAUSE);
    }
  }

  /** Whether the device says that it holds the marker; empty where it says nothing. */
  private Optional<Boolean> holds() throws InterruptedException {
    // As it came: what a device holds may be long.
    return driver
        .perform(DriverAction.READ_STATE, Map.of("topic", topic))
        .value(topic)
        .map(text -> text.contains(marker));
  }

  /**
   * Whether the marker is left, when the device had time to delete it. Gone counts when it is not
   * seen twice in a row.
   */
  private Optional<Boolean> left(Duration longest) throws InterruptedException {
    Instant until = context.clock().instant().plus(longest);
    Optional<Boolean> last = holds();
    while (true) {
      context.rest(PAUSE);
      Optional<Boolean> now = holds();
      boolean gone = now.isPresent() && now.equals(last) && !now.get();
      if (gone || !context.clock().instant().isBefore(until)) {
        return now.equals(last) ? now : Optional.empty();
      }
      last = now;
    }
  }

  /** Takes the power away for a moment; gives whether that is known to have happened. */
  private boolean restart() throws InterruptedException {
    return new Restart(context, driver).done()
        && reading.stateWithin(topic, driver.outage().back()).known();
  }
}
