package dev.plumbline.probes.replacement;

import dev.plumbline.client.driven.Endpoints;
import dev.plumbline.client.driven.StateReading;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.trial.OutagePower;
import dev.plumbline.observation.trial.ReplacementTrial;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.ProbeContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One replacement, there and back. The control is the serial number, which has to be another. */
final class Replacement {
  private static final String DUT = "DUT";
  private static final String TOPIC = "replacement";
  private static final String SERIAL = "serial-number";
  private static final String WORKS = "works";
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final ProbeContext context;
  private final DeviceDriver driver;
  private final Endpoints endpoints;
  private final StateReading reading;

  Replacement(ProbeContext context, DeviceDriver driver) {
    this.context = context;
    this.driver = driver;
    this.endpoints = new Endpoints(context);
    this.reading = new StateReading(context, driver);
  }

  void run() throws InterruptedException {
    Set<Endpoint> there = endpoints.answering();
    if (there.isEmpty()) {
      undetermined("no endpoint of the device answers, so that their return could not be seen");
      return;
    }
    StateReading.State before = reading.state(TOPIC);
    if (!before.known()) {
      undetermined("its state before the replacement is not known: " + before.reason());
      return;
    }
    String own = context.product().serial();
    if (own.isBlank() || !before.value(SERIAL).equals(Optional.of(own))) {
      undetermined(
          "read-state does not say that the device has the " + SERIAL + " of product.yaml");
      return;
    }
    context.progress("replaces the device", 0.3);
    DriverResult replaced = new DriverResult.Errored("it did not come to an end");
    Optional<Replaced> seen = Optional.empty();
    try {
      replaced = driver.perform(DriverAction.REPLACE_DEVICE, Map.of());
      if (replaced.done()) {
        seen = Optional.of(look(there, before));
      }
    } finally {
      putBack(own, there);
    }
    if (seen.isEmpty()) {
      undetermined(replaced.reason());
      return;
    }
    record(before, seen.get(), there);
  }

  private void undetermined(String reason) {
    context.undetermined(ReplacementTrial.class, DUT, reason);
  }

  /**
   * The replacement, once it does what the device did, or when its time is over.
   *
   * @param missing endpoints of the device that it does not have
   */
  private record Replaced(StateReading.State state, Set<Endpoint> missing) {}

  private Replaced look(Set<Endpoint> there, StateReading.State before)
      throws InterruptedException {
    Duration longest = driver.outage().back();
    Set<Endpoint> missing = endpoints.missing(there, longest);
    Instant until = context.clock().instant().plus(longest);
    StateReading.State state = reading.stateWithin(TOPIC, longest);
    while (!doesWhat(before, state) && context.clock().instant().isBefore(until)) {
      context.rest(PAUSE);
      state = reading.state(TOPIC);
    }
    return new Replaced(state, missing);
  }

  private static boolean doesWhat(StateReading.State before, StateReading.State now) {
    return before.values().entrySet().stream()
        .filter(e -> e.getValue().equals(WORKS))
        .allMatch(e -> now.value(e.getKey()).equals(Optional.of(WORKS)));
  }

  private void record(StateReading.State before, Replaced replaced, Set<Endpoint> there) {
    String other = replaced.state().value(SERIAL).orElse("");
    context.seen(
        DUT,
        new ReplacementTrial(
            before.values(),
            replaced.state().values(),
            replaced.missing().stream().map(Endpoint::toString).toList(),
            !other.isBlank() && !before.value(SERIAL).equals(Optional.of(other)),
            readingEnds(),
            there.stream().map(Endpoint::toString).toList(),
            replaced.state().known() ? List.of() : List.of(replaced.state().reason())));
  }

  /** Whether nothing could be read while the power was away, as the trial of outages saw. */
  private boolean readingEnds() {
    List<Observation> outages = context.observations(OutagePower.class);
    return !outages.isEmpty()
        && outages.getLast().as(OutagePower.class).flatMap(OutagePower::readingEnds).orElse(false);
  }

  private void putBack(String own, Set<Endpoint> there) throws InterruptedException {
    if (isBack(own, there)) {
      return;
    }
    DriverResult back = driver.perform(DriverAction.PUT_BACK_DEVICE, Map.of());
    endpoints.missing(there, driver.outage().back());
    if (!isBack(own, there)) {
      context.leftAltered(
          "it was not seen back in its place" + (back.done() ? "" : ", " + back.reason()));
    }
  }

  private boolean isBack(String own, Set<Endpoint> there) throws InterruptedException {
    return reading.state(TOPIC).value(SERIAL).equals(Optional.of(own))
        && endpoints.answering(there).equals(there);
  }
}
