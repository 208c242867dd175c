package dev.plumbline.driver;

import dev.plumbline.client.driven.StateReading;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.DeviceState;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the device into a state by an action of its driver, and has the device say that it is
 * there: a {@link DeviceState} is seen then.
 */
public final class StateChange implements Probe {

  /** The name by which {@code read-state} gives the state. */
  private static final String READING = "device-state";

  private static final Map<String, DriverAction> WAYS =
      Map.of(
          "factory-default", DriverAction.FACTORY_RESET,
          "initialized", DriverAction.SET_UP);
  private static final Duration BUDGET = Duration.ofMinutes(15);

  private final String state;
  private final DriverAction way;
  private volatile boolean touched;

  private StateChange(String state, DriverAction way) {
    this.state = state;
    this.way = way;
  }

  /**
   * The change into that state; empty when no action leads there.
   *
   * @param state as in product.yaml
   */
  public static Optional<StateChange> into(String state) {
    return Optional.ofNullable(WAYS.get(state)).map(way -> new StateChange(state, way));
  }

  /** Whether the device was asked to change; where it was not, nothing has to be undone. */
  public boolean touched() {
    return touched;
  }

  @Override
  public ProbeSpec spec() {
    return new ProbeSpec(
        "device-state",
        "1.0.0",
        "Is the device in the state?",
        List.of(Kinds.key(DeviceState.class)),
        List.of(),
        Intrusiveness.STRESS,
        BUDGET);
  }

  /** A device that restarts on its way falls silent, and the reading is of what came back. */
  @Override
  public boolean tellsOfFalls() {
    return true;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<DeviceDriver> driver = context.driver();
    if (driver.isEmpty()) {
      context.undetermined(
          DeviceState.class, "DUT", DriverResult.needed("a driver.yaml in the dossier"));
      return;
    }
    // Also when the run is stopped meanwhile.
    touched = true;
    DriverResult changed = driver.get().perform(way, Map.of());
    boolean missing = changed instanceof DriverResult.Missing;
    touched = !missing;
    if (!changed.done()) {
      context.undetermined(
          DeviceState.class,
          "DUT",
          missing ? changed.reason() : way.word() + ": " + changed.reason());
      return;
    }
    Optional<String> now =
        new StateReading(context, driver.get()).settled(READING, driver.get().outage().back());
    if (now.filter(state::equals).isPresent()) {
      context.seen("DUT", new DeviceState(state, way.word()));
    } else {
      context.undetermined(
          DeviceState.class,
          "DUT",
          "after "
              + way.word()
              + now.map(n -> " the device says that it is '" + n + "', not '" + state + "'")
                  .orElse(" read-state gives no '" + READING + "'"));
    }
  }
}
