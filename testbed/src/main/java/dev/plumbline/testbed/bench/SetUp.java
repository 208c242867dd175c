package dev.plumbline.testbed.bench;

import dev.plumbline.testbed.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a device asks its user between the factory default and its use. Settings, by the name of the
 * decision and in the order of asking:
 *
 * <ul>
 *   <li>{@code asks}: whether it asks at all (true)
 *   <li>{@code options}: its words for the answers, with the value that each gives the setting
 *   <li>{@code chosen}: the answer that is chosen already (none)
 *   <li>{@code sets}: the setting that the answer gives its value (none)
 * </ul>
 */
final class SetUp {
  static final String NOTHING = "{\"decision\":\"\",\"options\":[],\"preselected\":\"\"}";

  private final Map<String, Settings> decisions;
  private final Set<String> answered = new HashSet<>();

  SetUp(Settings decisions) {
    this.decisions = decisions.children();
  }

  /** From the beginning. */
  void forget() {
    answered.clear();
  }

  /** The name of what it asks next; empty where it asks no more. */
  Optional<String> next() {
    return decisions.entrySet().stream()
        .filter(d -> d.getValue().flag("asks", true) && !answered.contains(d.getKey()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What it asks next, as JSON. */
  String asks() {
    return next()
        .map(
            name ->
                "{\"decision\":\""
                    + name
                    + "\",\"options\":[\""
                    + String.join("\",\"", options(name))
                    + "\"],\"preselected\":\""
                    + decision(name).text("chosen", "")
                    + "\"}")
        .orElse(NOTHING);
  }

  private List<String> options(String name) {
    return List.copyOf(decision(name).child("options").values().keySet());
  }

  /**
   * Takes an answer.
   *
   * @param change receives the setting and its value
   * @return whether that is an answer to what is asked
   */
  boolean answer(String name, String option, BiConsumer<String, String> change) {
    if (next().filter(name::equals).isEmpty() || !options(name).contains(option)) {
      return false;
    }
    answered.add(name);
    decision(name)
        .text("sets")
        .ifPresent(s -> change.accept(s, decision(name).child("options").text(option, option)));
    return true;
  }

  private Settings decision(String name) {
    return decisions.getOrDefault(name, Settings.NONE);
  }
}
