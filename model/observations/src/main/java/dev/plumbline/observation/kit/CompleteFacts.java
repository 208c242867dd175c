package dev.plumbline.observation.kit;

import dev.plumbline.observation.Codec;
import dev.plumbline.observation.Least;
import dev.plumbline.observation.RecordForm;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.registry.Kinds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Facts for tests that name only the fields that matter to them. The required ones that they leave
 * out say the least that their type can: an empty text or list, no, zero.
 */
public final class CompleteFacts {
  private CompleteFacts() {}

  /** The stored form with every required field; as it is where no kind has that key. */
  public static Stored of(String key, Map<String, ?> value, Map<String, ?> coverage) {
    Optional<RecordForm> form = Kinds.of(key).map(Codec::form);
    return new Stored(
        form.map(f -> Least.filled(f, value, coverage, false)).orElseGet(() -> copy(value)),
        form.map(f -> Least.filled(f, coverage, value, true)).orElseGet(() -> copy(coverage)));
  }

  private static Map<String, Object> copy(Map<String, ?> map) {
    return new LinkedHashMap<>(map);
  }
}
