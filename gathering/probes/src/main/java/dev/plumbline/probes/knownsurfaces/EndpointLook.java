package dev.plumbline.probes.knownsurfaces;

import dev.plumbline.observation.network.AttackSurface;
import dev.plumbline.probe.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one endpoint showed; used by one thread. */
final class EndpointLook {
  private final Map<String, String> found = new LinkedHashMap<>();
  private final List<String> absent = new ArrayList<>();
  private final Map<String, String> undecided = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<Wire> proof = Optional.empty();
  private Optional<Wire> last = Optional.empty();

  void found(KnownSurface surface, String sign, Wire wire) {
    found.put(surface.id(), sign);
    if (proof.isEmpty()) {
      proof = Optional.of(wire);
    }
  }

  void absent(KnownSurface surface) {
    absent.add(surface.id());
  }

  void undecided(KnownSurface surface, String reason) {
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

  AttackSurface fact() {
    List<AttackSurface.Sign> signs = new ArrayList<>();
    found.forEach((surface, sign) -> signs.add(new AttackSurface.Sign(surface, sign)));
    List<String> surfaces = new ArrayList<>(found.keySet());
    surfaces.addAll(absent);
    Optional<AttackSurface.Sign> first = signs.stream().findFirst();
    return new AttackSurface(
        first.isPresent(),
        first.map(AttackSurface.Sign::surface),
        first.map(AttackSurface.Sign::sign),
        signs,
        List.copyOf(absent),
        Map.copyOf(undecided),
        surfaces,
        List.copyOf(asked));
  }

  /** The connection that showed the first surface, else the last that was answered. */
  Optional<Wire> wire() {
    return proof.or(() -> last);
  }
}
