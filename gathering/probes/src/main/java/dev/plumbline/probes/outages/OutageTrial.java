package dev.plumbline.probes.outages;

import dev.plumbline.client.driven.Endpoints;
import dev.plumbline.client.driven.StateReading;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.trial.OutageIsolation;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.ProbeContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One kind of outage. The control of each cut is that no endpoint of the device answers from the
 * cut until the return; the control of the readings is that none comes while the power is away.
 */
final class OutageTrial {
  private static final String DUT = "DUT";
  private static final String TOPIC = "outage";
  private static final int READINGS = 3;

  /** Where Linux begins with ports of its own choice; RFC 6335 begins later, at 49152. */
  private static final int FIRST_DRAWN = 32768;

  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final ProbeContext context;
  private final DeviceDriver driver;
  private final OutageKind outage;
  private final int cuts;
  private final Endpoints endpoints;
  private final StateReading reading;
  private final OutageOutcome outcome = new OutageOutcome();
  private boolean readingEnds;
  private boolean readWithoutPower;
  private Optional<Resistance> resistance = Optional.empty();

  /**
   * @param cuts how often it is taken away
   * @param readingEnds whether an earlier loss of power ended the readings
   */
  OutageTrial(
      ProbeContext context, DeviceDriver driver, OutageKind outage, int cuts, boolean readingEnds) {
    this.context = context;
    this.driver = driver;
    this.outage = outage;
    this.cuts = cuts;
    this.readingEnds = readingEnds;
    this.endpoints = new Endpoints(context);
    this.reading = new StateReading(context, driver);
  }

  void run(DriverAction cut, DriverAction restore) throws InterruptedException {
    Optional<String> hindrance = hindrance(cut, restore);
    if (hindrance.isPresent()) {
      context.undetermined(outage.kind(), DUT, hindrance.get());
      return;
    }
    Set<Endpoint> there = endpoints.answering();
    if (there.isEmpty()) {
      context.undetermined(
          outage.kind(),
          DUT,
          "no endpoint of the device answers, so that an outage could not be seen");
      return;
    }
    StateReading.State before = reading.state(TOPIC);
    if (!before.known()) {
      context.undetermined(
          outage.kind(), DUT, "its state before the outage is not known: " + before.reason());
      return;
    }
    outcome.before(before.values());
    boolean power = cut == DriverAction.POWER_OFF;
    Optional<Touched> touched = power ? touch() : Optional.empty();
    Map<String, String> settings = new TreeMap<>(reading.settings());
    Optional<String> failed = Optional.empty();
    int made = 0;
    // What it did not do by itself once is not undone by another time.
    while (made < cuts && failed.isEmpty() && outcome.cameBack()) {
      failed = once(cut, restore, there, settings, power);
      made++;
    }
    if (touched.isPresent()) {
      reading.changed(touched.get().name(), touched.get().was());
    }
    if (cut == DriverAction.ISOLATE && resistance.isPresent()) {
      context.seen(DUT, resistance.get().fact());
      return;
    }
    if (failed.isPresent()) {
      context.undetermined(outage.kind(), DUT, failed.get());
      return;
    }
    context.seen(
        DUT,
        outcome.fact(
            outage,
            new OutageOutcome.Course(
                made,
                driver.outage().lasts().toSeconds(),
                there.stream().map(Endpoint::toString).toList(),
                List.copyOf(settings.keySet()),
                touched.map(Touched::name).orElse(""),
                readingEnds)));
  }

  /** Whether nothing could be read while the power was away, as it has to be. */
  boolean readingEnds() {
    return readingEnds;
  }

  private Optional<String> hindrance(DriverAction... actions) {
    for (DriverAction action : actions) {
      if (!driver.offers(action)) {
        return Optional.of(DriverResult.needed("the action " + action.word() + " in driver.yaml"));
      }
    }
    return driver.offers(DriverAction.READ_STATE)
        ? Optional.empty()
        : Optional.of(DriverResult.needed("the action read-state in driver.yaml"));
  }

  /**
   * The device did not go.
   *
   * @param answer {@code done} or {@code refused}
   * @param still endpoints that took connections all the same
   */
  private record Resistance(String answer, Set<Endpoint> still) {
    OutageIsolation fact() {
      return OutageIsolation.withoutControl(
          answer, still.stream().map(Endpoint::toString).sorted().toList());
    }
  }

  private record Touched(String name, String was) {}

  /** Makes one setting differ from the factory default, so that its loss would be seen. */
  private Optional<Touched> touch() throws InterruptedException {
    for (String name : driver.settings()) {
      Optional<String> was = reading.setting(name).value("value");
      if (was.isPresent() && (was.get().equals("on") || was.get().equals("off"))) {
        String other = was.get().equals("on") ? "off" : "on";
        if (reading.changed(name, other)) {
          return Optional.of(new Touched(name, was.get()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Takes it away once and gives it back.
   *
   * @return why nothing follows from it; empty when something does
   */
  private Optional<String> once(
      DriverAction cut,
      DriverAction restore,
      Set<Endpoint> there,
      Map<String, String> settings,
      boolean power)
      throws InterruptedException {
    context.progress(cut.word(), 0.5);
    DriverResult away = driver.perform(cut, Map.of());
    boolean silent = away.done() && endpoints.fallSilent(there, silence());
    boolean lasted = false;
    boolean quiet = false;
    if (silent) {
      quiet = outage(power);
      lasted = endpoints.heard(there).isEmpty();
    } else if (away.answered()) {
      Set<Endpoint> still = endpoints.answering(there);
      resistance =
          Optional.of(new Resistance(away.done() ? "done" : "refused", still))
              .filter(r -> !r.still().isEmpty());
    }
    DriverResult given = driver.perform(restore, Map.of());
    if (!away.done()) {
      return Optional.of(cut.word() + ": " + away.reason());
    }
    if (!silent) {
      return Optional.of(
          "the device still answers after " + cut.word() + "; the outage did not reach it");
    }
    if (!lasted) {
      return Optional.of(
          "the device answered again before " + restore.word() + "; the outage did not last");
    }
    if (power) {
      readingEnds = quiet && (readingEnds || !readWithoutPower);
      readWithoutPower = true;
    }
    if (!given.done()) {
      return Optional.of(restore.word() + ": " + given.reason());
    }
    return back(restore, there, settings);
  }

  /** How long it may go on answering after the cut; never longer than it may take to be back. */
  private Duration silence() {
    Duration back = driver.outage().back();
    return back.compareTo(SILENCE) < 0 ? back : SILENCE;
  }

  /** Whether the port is one of those that systems draw at a start, which changes with it. */
  private static boolean isDrawn(Endpoint endpoint) {
    return endpoint.port() >= FIRST_DRAWN;
  }

  /** Waits and reads; gives whether nothing could be read. */
  private boolean outage(boolean power) throws InterruptedException {
    Duration lasts = driver.outage().lasts();
    boolean quiet = true;
    for (int i = 0; i < READINGS; i++) {
      StateReading.State state = reading.state(TOPIC);
      quiet &= !state.known();
      if (!power) {
        outcome.during(state.values());
        if (!state.known()) {
          outcome.gap("what the device does during the outage: " + state.reason());
        }
      }
      context.rest(lasts.dividedBy(READINGS));
    }
    return quiet;
  }

  /**
   * Waits for the device and looks what it is like.
   *
   * @return why nothing follows from its absence; empty when something does
   */
  private Optional<String> back(
      DriverAction restore, Set<Endpoint> there, Map<String, String> settings)
      throws InterruptedException {
    Duration longest = driver.outage().back();
    Set<Endpoint> missing = new TreeSet<>(endpoints.missing(there, longest));
    if (missing.size() < there.size() && missing.removeIf(OutageTrial::isDrawn)) {
      outcome.gap("services at ports that are drawn anew at each start were not found again");
    }
    outcome.back(missing.stream().map(Endpoint::toString).toList());
    if (!missing.isEmpty()) {
      // Somebody has to help; what comes after this probe needs a running device.
      boolean helped =
          driver.perform(DriverAction.PRESS_BUTTON, Map.of("button", "power")).done()
              && endpoints.missing(there, longest).size() < there.size();
      boolean reached = missing.size() < there.size() || helped;
      return reached
          ? Optional.empty()
          : Optional.of(
              "no endpoint answered within "
                  + longest.toSeconds()
                  + " s after "
                  + restore.word()
                  + ", nor after help; whether anything was given back was not seen");
    }
    StateReading.State state = reading.stateWithin(TOPIC, driver.outage().back());
    outcome.after(state.values());
    if (!state.known()) {
      outcome.gap("what the device does after the outage: " + state.reason());
    }
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      DriverResult read = reading.setting(setting.getKey());
      Optional<String> now = read.value("value");
      if (now.isEmpty()) {
        outcome.gap("the setting " + setting.getKey() + " after the outage: " + read.reason());
      } else if (!now.get().equals(setting.getValue())) {
        outcome.changed(setting.getKey(), setting.getValue(), now.get());
      }
    }
    return Optional.empty();
  }
}
