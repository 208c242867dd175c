package dev.plumbline.driver;

import java.util.Map;
import java.util.Optional;

/**
 * A setting, as the probes call it and as the device does.
 *
 * @param name the device's name
 * @param values the device's words by ours, such as {@code on} to {@code true}; empty when they are
 *     the same
 */
record Setting(String name, Map<String, String> values) {
  Setting {
    values = Map.copyOf(values);
  }

  Optional<String> toDevice(String value) {
    return values.isEmpty() ? Optional.of(value) : Optional.ofNullable(values.get(value));
  }

  Optional<String> fromDevice(String word) {
    return values.isEmpty()
        ? Optional.of(word)
        : values.entrySet().stream()
            .filter(e -> e.getValue().equals(word))
            .map(Map.Entry::getKey)
            .findFirst();
  }
}
