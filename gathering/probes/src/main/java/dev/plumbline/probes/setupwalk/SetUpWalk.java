package dev.plumbline.probes.setupwalk;

import dev.plumbline.client.driven.StateReading;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.ProbeContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way through the set-up, from the factory default to its end, taking answers that no way took
 * before. The control is that the device itself said where it was, before and afterwards.
 */
final class SetUpWalk {
  private static final String STATE = "device-state";
  private static final String FACTORY_DEFAULT = "factory-default";
  private static final String INITIALIZED = "initialized";
  private static final int LONGEST = 40;

  private final ProbeContext context;
  private final DeviceDriver driver;
  private final StateReading reading;
  private final SetUpAnswers answers;
  private final List<SetUpQuestion> met = new ArrayList<>();
  private final Map<String, String> taken = new LinkedHashMap<>();

  SetUpWalk(ProbeContext context, DeviceDriver driver, SetUpAnswers answers) {
    this.context = context;
    this.driver = driver;
    this.reading = new StateReading(context, driver);
    this.answers = answers;
  }

  /** What was asked, in order. */
  List<SetUpQuestion> met() {
    return met;
  }

  /** The answer that was given to each question, by its name. */
  Map<String, String> taken() {
    return taken;
  }

  /** Why nothing is done to the device; empty where it tells its state. */
  Optional<String> obstacle() throws InterruptedException {
    String declared = context.product().state();
    return is(declared)
        ? Optional.empty()
        : Optional.of("read-state gives no '" + STATE + "' that is " + declared);
  }

  /** Resets the device; gives why the walk cannot begin, empty where it can. */
  Optional<String> begin() throws InterruptedException {
    DriverResult reset = driver.perform(DriverAction.FACTORY_RESET, Map.of());
    if (!reset.done()) {
      return Optional.of(DriverAction.FACTORY_RESET.word() + ": " + reset.reason());
    }
    return is(FACTORY_DEFAULT)
        ? Optional.empty()
        : Optional.of(
            "after factory-reset read-state gives no '" + STATE + "' that is " + FACTORY_DEFAULT);
  }

  /** Goes through it; gives why it did not come to its end, empty where it did. */
  Optional<String> go() throws InterruptedException {
    while (met.size() < LONGEST) {
      DriverResult next = driver.perform(DriverAction.NEXT_DECISION, Map.of());
      if (!next.done()) {
        return Optional.of(DriverAction.NEXT_DECISION.word() + ": " + next.reason());
      }
      Optional<SetUpQuestion> question = SetUpQuestion.of(next);
      if (question.isEmpty()) {
        return end();
      }
      SetUpQuestion asked = question.get();
      if (taken.containsKey(asked.name())) {
        return Optional.of("the set-up asks '" + asked.name() + "' again although it was answered");
      }
      met.add(asked);
      context.progress("is asked " + asked.name(), 0.5);
      Optional<String> option = answers.next(asked);
      if (option.isEmpty()) {
        return Optional.of("nothing is known that answers '" + asked.name() + "'");
      }
      DriverResult decided =
          driver.perform(
              DriverAction.DECIDE, Map.of("decision", asked.name(), "option", option.get()));
      if (!decided.done()) {
        return Optional.of(
            DriverAction.DECIDE.word() + " '" + asked.name() + "': " + decided.reason());
      }
      taken.put(asked.name(), option.get());
      answers.took(asked, option.get());
    }
    return Optional.of("the set-up asks more than " + LONGEST + " times");
  }

  private Optional<String> end() throws InterruptedException {
    return is(INITIALIZED)
        ? Optional.empty()
        : Optional.of(
            "the set-up asks nothing more, and read-state gives no '"
                + STATE
                + "' that is "
                + INITIALIZED);
  }

  private boolean is(String state) throws InterruptedException {
    return reading.settled(STATE, driver.outage().back()).filter(state::equals).isPresent();
  }

  /**
   * What a setting is now, when the device had a moment to make it so; empty where it does not say.
   */
  Optional<String> setting(String name, String expected) throws InterruptedException {
    return reading.reads(name, expected)
        ? Optional.of(expected)
        : reading.setting(name).value("value").map(StateReading::quoted);
  }

  /** Puts the device back into the state that product.yaml names. */
  void leave() throws InterruptedException {
    boolean initialized = !context.product().state().equals(FACTORY_DEFAULT);
    boolean back =
        driver.perform(DriverAction.FACTORY_RESET, Map.of()).done()
            && (!initialized || driver.perform(DriverAction.SET_UP, Map.of()).done())
            && is(initialized ? INITIALIZED : FACTORY_DEFAULT);
    if (!back) {
      context.leftAltered("it is not known to be set up as it was before its set-up was tried");
    }
  }
}
