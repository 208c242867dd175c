package dev.plumbline.probes.passwordchange;

import dev.plumbline.probes.login.Attempt.Outcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What one login made of a change of its password. */
sealed interface DoorChange {
  /**
   * It told right from wrong before and after the change.
   *
   * @param old how it took the password from before the change
   * @param fresh how it took the one from after it
   * @param restored whether it takes the first one again at the end
   */
  record Seen(Outcome old, Outcome fresh, boolean restored) implements DoorChange {
    Seen withRestored(boolean again) {
      return new Seen(old, fresh, again);
    }

    Map<String, Object> value(String role, String kind) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("role", role);
      value.put("kind", kind);
      value.put("old", old.name().toLowerCase(Locale.ROOT));
      value.put("new", fresh.name().toLowerCase(Locale.ROOT));
      value.put("restored", restored);
      return value;
    }
  }

  /** It told right from wrong, and this login is none of its own. */
  record OtherLogin() implements DoorChange {}

  record Unknown(String reason) implements DoorChange {}
}
