package dev.plumbline.probes.loginmechanisms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A way to log in.
 *
 * @param path where it is, for HTTP
 * @param clearText whether the password crosses the network readable
 * @param byScript whether the form can only be sent by a script
 */
record Mechanism(String kind, Optional<String> path, boolean clearText, boolean byScript) {
  static Mechanism of(String kind, boolean clearText) {
    return new Mechanism(kind, Optional.empty(), clearText, false);
  }

  Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("kind", kind);
    path.ifPresent(p -> value.put("path", p));
    value.put("password", true);
    value.put("clearText", clearText);
    if (byScript) {
      value.put("byScript", true);
    }
    return value;
  }

  /** The value of {@code login.mechanism}: the weakest in front, all of them behind. */
  static Map<String, Object> value(List<Mechanism> all) {
    if (all.isEmpty()) {
      return Map.of("kind", "none", "password", false, "clearText", false);
    }
    Mechanism weakest =
        all.stream().filter(Mechanism::clearText).findFirst().orElse(all.getFirst());
    Map<String, Object> value = weakest.value();
    value.put("mechanisms", all.stream().map(Mechanism::value).toList());
    return value;
  }
}
