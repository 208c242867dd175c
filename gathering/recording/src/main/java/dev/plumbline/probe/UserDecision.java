package dev.plumbline.probe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A decision that the set-up of the device asks of its user.
 *
 * @param row id of its row in the table of user decisions
 * @param name the device's word for it
 * @param options the device's word for each option, by the option as the row has it
 * @param setting a setting of the driver that, once the user decided, is the device's word for the
 *     option that was taken
 */
public record UserDecision(
    String row, String name, Map<String, String> options, Optional<String> setting) {
  public UserDecision {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** The option as the row has it; empty where the device's word stands for none. */
  public Optional<String> declared(String word) {
    return options.entrySet().stream()
        .filter(e -> e.getValue().equals(word))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
