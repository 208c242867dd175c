package dev.plumbline.probe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What became of an action. Only the first two tell anything about the device. */
public sealed interface DriverResult {
  /**
   * The device did it, as far as its answer shows. A probe that rests on it reads the outcome back.
   *
   * @param values what the device answered, by name
   */
  record Done(Map<String, String> values) implements DriverResult {
    public Done {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** The device itself said no. */
  record Refused(String reason) implements DriverResult {}

  /** The driver failed, or the device did not answer. Never a verdict. */
  record Errored(String reason) implements DriverResult {}

  /**
   * There is no means to do it.
   *
   * @param means what is missing
   */
  record Missing(String means) implements DriverResult {}

  default boolean done() {
    return this instanceof Done;
  }

  default boolean refused() {
    return this instanceof Refused;
  }

  /** Whether the device answered, be it yes or no. */
  default boolean answered() {
    return done() || refused();
  }

  /** A value that came back; empty when the action was not done or gave none of that name. */
  default Optional<String> value(String name) {
    return this instanceof Done d ? Optional.ofNullable(d.values().get(name)) : Optional.empty();
  }

  /** Why it was not done; empty when it was. */
  default String reason() {
    return switch (this) {
      case Done d -> "";
      case Refused r -> "the device refused: " + r.reason();
      case Errored e -> "the driver failed: " + e.reason();
      case Missing m -> needed(m.means());
    };
  }

  /** The reason of what was not tested, for want of this. */
  static String needed(String means) {
    return "Not tested; needed: " + means;
  }
}
