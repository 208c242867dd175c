package dev.plumbline.probe.run;

import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Puts probes into an order in which each finds what it needs; gentle ones first. */
final class ProbeOrder {
  private static final Comparator<Probe> GENTLE_FIRST =
      Comparator.comparing((Probe p) -> p.spec().intrusiveness()).thenComparing(p -> p.spec().id());

  private ProbeOrder() {}

  /**
   * @throws IllegalArgumentException if two probes have the same id, or need each other
   */
  static List<Probe> of(List<Probe> probes) {
    List<Probe> waiting = new ArrayList<>(probes);
    waiting.sort(GENTLE_FIRST);
    Set<String> ids = new HashSet<>();
    for (Probe probe : waiting) {
      if (!ids.add(probe.spec().id())) {
        throw new IllegalArgumentException("two probes are called " + probe.spec().id());
      }
    }
    List<Probe> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Probe next =
          waiting.stream()
              .filter(p -> waiting.stream().noneMatch(other -> feeds(other, p)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "these probes need each other: "
                              + waiting.stream().map(p -> p.spec().id()).toList()));
      waiting.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  /** The wanted probes, and those that give what they need and is not known yet. */
  static List<Probe> withNeeds(List<Probe> ordered, Set<String> only, Predicate<String> known) {
    if (only.isEmpty()) {
      return ordered;
    }
    Set<String> wanted = new HashSet<>(only);
    for (Probe probe : ordered.reversed()) {
      if (wanted.contains(probe.spec().id())) {
        List<String> needs = probe.spec().consumes().stream().filter(k -> !known.test(k)).toList();
        ordered.stream()
            .map(Probe::spec)
            .filter(s -> s.produces().stream().anyMatch(needs::contains))
            .map(ProbeSpec::id)
            .forEach(wanted::add);
      }
    }
    return ordered.stream().filter(p -> wanted.contains(p.spec().id())).toList();
  }

  /** Two that both add to a key that a third one began need nothing of each other. */
  private static boolean feeds(Probe from, Probe to) {
    return !from.equals(to)
        && from.spec().produces().stream()
            .filter(key -> !addsTo(from, key) || !addsTo(to, key))
            .anyMatch(
                key -> to.spec().consumes().contains(key) || to.spec().follows().contains(key));
  }

  private static boolean addsTo(Probe probe, String key) {
    return probe.spec().produces().contains(key) && probe.spec().consumes().contains(key);
  }
}
