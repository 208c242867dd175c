package dev.plumbline.probes.knownsurfaces;

import dev.plumbline.probe.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one endpoint showed; used by one thread. */
final class Looked {
  private final Map<String, String> found = new LinkedHashMap<>();
  private final List<String> absent = new ArrayList<>();
  private final Map<String, String> undecided = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<Wire> proof = Optional.empty();
  private Optional<Wire> last = Optional.empty();

  void found(Surface surface, String sign, Wire wire) {
    found.put(surface.id(), sign);
    if (proof.isEmpty()) {
      proof = Optional.of(wire);
    }
  }

  void absent(Surface surface) {
    absent.add(surface.id());
  }

  void undecided(Surface surface, String reason) {
    undecided.put(surface.id(), reason);
  }

  /** Something was asked and answered. */
  void answered(String what, Wire wire) {
    asked.add(what);
    last = Optional.of(wire);
  }

  boolean decidedNothing() {
    return found.isEmpty() && absent.isEmpty();
  }

  /** Why nothing was decided. */
  String reason() {
    return undecided.values().stream().distinct().findFirst().orElse("Nothing was asked.");
  }

  /** The value of {@code attack.surface}. */
  Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("present", !found.isEmpty());
    found.entrySet().stream()
        .findFirst()
        .ifPresent(
            f -> {
              value.put("surface", f.getKey());
              value.put("sign", f.getValue());
            });
    List<Map<String, Object>> all = new ArrayList<>();
    found.forEach((surface, sign) -> all.add(Map.of("surface", surface, "sign", sign)));
    value.put("found", all);
    value.put("absent", List.copyOf(absent));
    value.put("undecided", Map.copyOf(undecided));
    return value;
  }

  Map<String, Object> coverage() {
    List<String> surfaces = new ArrayList<>(found.keySet());
    surfaces.addAll(absent);
    return Map.of("surfaces", surfaces, "looked", List.copyOf(asked));
  }

  /** The connection that showed the first surface, else the last that was answered. */
  Optional<Wire> wire() {
    return proof.or(() -> last);
  }
}
