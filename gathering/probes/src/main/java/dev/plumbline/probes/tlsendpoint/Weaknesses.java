package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.probe.Wire;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weaknesses by name, gathered over versions: found where one version shows it, absent where all
 * that were asked do not, else undecided.
 */
final class Weaknesses {
  private final Set<String> found = new TreeSet<>();
  private final Set<String> absent = new TreeSet<>();
  private final Set<String> undecided = new TreeSet<>();
  private Optional<Wire> wire = Optional.empty();

  /** One version shows it or does not. */
  void add(String weakness, boolean shown) {
    (shown ? found : absent).add(weakness);
  }

  /** One version gives no answer. */
  void undecided(String weakness) {
    undecided.add(weakness);
  }

  /** Nobody had reason to ask, because no version that could have it is spoken. */
  void absentUnlessNoted(String weakness) {
    if (!found.contains(weakness) && !undecided.contains(weakness)) {
      absent.add(weakness);
    }
  }

  void shownBy(Wire connection) {
    if (wire.isEmpty()) {
      wire = Optional.of(connection);
    }
  }

  List<String> found() {
    return List.copyOf(found);
  }

  List<String> undecided() {
    return without(undecided, found);
  }

  List<String> absent() {
    Set<String> others = new TreeSet<>(found);
    others.addAll(undecided);
    return without(absent, others);
  }

  Optional<Wire> wire() {
    return wire;
  }

  private static List<String> without(Set<String> names, Collection<String> others) {
    return names.stream().filter(n -> !others.contains(n)).toList();
  }
}
