package dev.plumbline.client.driven;

import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.ProbeContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks the device what it is like now. */
public final class StateReading {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int LONGEST = 200;

  private final ProbeContext context;
  private final DeviceDriver driver;

  public StateReading(ProbeContext context, DeviceDriver driver) {
    this.context = context;
    this.driver = driver;
  }

  /** Why there is no value, or the values by name. */
  public record State(Map<String, String> values, String reason) {
    public State {
      values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public boolean known() {
      return reason.isEmpty();
    }

    public Optional<String> value(String name) {
      return Optional.ofNullable(values.get(name));
    }
  }

  public State state(String topic) throws InterruptedException {
    DriverResult result = driver.perform(DriverAction.READ_STATE, Map.of("topic", topic));
    return result instanceof DriverResult.Done d
        ? new State(plausible(d.values()), "")
        : new State(Map.of(), result.reason());
  }

  /** Without texts that are no version and no state of anything, whatever the device sends. */
  private static Map<String, String> plausible(Map<String, String> values) {
    Map<String, String> kept = new TreeMap<>(values);
    kept.values()
        .removeIf(v -> v.length() > LONGEST || v.chars().anyMatch(Character::isISOControl));
    return kept;
  }

  /** A text of the device as reasons quote it. */
  public static String quoted(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /** The state, asked for again while the device does not tell it. */
  public State stateWithin(String topic, Duration longest) throws InterruptedException {
    Instant until = context.clock().instant().plus(longest);
    State state = state(topic);
    while (!state.known() && context.clock().instant().isBefore(until)) {
      context.rest(PAUSE);
      state = state(topic);
    }
    return state;
  }

  /**
   * One value of the state that two readings in a row agree on; empty where none settles. What
   * changes with every look is no value.
   */
  public Optional<String> settled(String topic, Duration longest) throws InterruptedException {
    Instant until = context.clock().instant().plus(longest);
    Optional<String> last = state(topic).value(topic);
    while (true) {
      Optional<String> now = state(topic).value(topic);
      if (now.isPresent() && now.equals(last)) {
        return now;
      }
      if (!context.clock().instant().isBefore(until)) {
        return Optional.empty();
      }
      context.rest(PAUSE);
      last = now;
    }
  }

  public DriverResult setting(String name) throws InterruptedException {
    return driver.perform(DriverAction.READ_SETTING, Map.of("name", name));
  }

  /** All settings that can be read, by name. */
  public Map<String, String> settings() throws InterruptedException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : driver.settings()) {
      setting(name).value("value").ifPresent(v -> values.put(name, v));
    }
    return values;
  }

  /**
   * Sets a setting and asks the device what it is then, for a few seconds if need be.
   *
   * @return whether the device says that it has that value now
   */
  public boolean changed(String name, String value) throws InterruptedException {
    if (!driver.perform(DriverAction.SET_SETTING, Map.of("name", name, "value", value)).done()) {
      return false;
    }
    return reads(name, value);
  }

  /** Whether the device says within a moment that the setting has this value. */
  public boolean reads(String name, String value) throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      if (setting(name).value("value").filter(value::equals).isPresent()) {
        return true;
      }
      context.rest(PAUSE);
    }
    return false;
  }
}
