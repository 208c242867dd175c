package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.probes.login.LoginTemplate;
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
 * @param template how it is sent, where a script or a description showed it
 */
record Mechanism(
    String kind,
    Optional<String> path,
    boolean clearText,
    boolean byScript,
    Optional<LoginTemplate> template) {
  Mechanism(String kind, Optional<String> path, boolean clearText, boolean byScript) {
    this(kind, path, clearText, byScript, Optional.empty());
  }

  static Mechanism of(String kind, boolean clearText) {
    return new Mechanism(kind, Optional.empty(), clearText, false);
  }

  static Mechanism of(LoginTemplate template, boolean clearText) {
    return new Mechanism(
        template.kind(), Optional.of(template.path()), clearText, false, Optional.of(template));
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
    template.ifPresent(
        t -> {
          value.put("method", t.method());
          value.put("type", t.type());
          value.put("body", t.body());
        });
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
