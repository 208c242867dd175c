package dev.plumbline.acceptance;

import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.fact.Wordings;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.testbed.Flaw;
import dev.plumbline.testbed.FlawCatalogue;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The probes to which a device looks different with a flaw: those that look at a facet that the
 * flaw changes, and those that are given, directly or not, what these saw. All others would see
 * again what they saw without the flaw.
 */
final class AffectedProbes {
  private static final Mapping FACETS =
      Wordings.beside(AffectedProbes.class, "facets.yaml").mapping("facets").orElseThrow();

  private static final List<ProbeSpec> PROBES =
      ProbeRunner.installed().stream().map(p -> p.spec()).toList();

  private AffectedProbes() {}

  /**
   * Ids of the probes.
   *
   * @throws IllegalStateException if nobody looks at a facet
   */
  static Set<String> of(Flaw flaw) {
    Set<String> ids = first(flaw);
    boolean grew = true;
    while (grew) {
      Set<String> told = new TreeSet<>();
      PROBES.stream().filter(p -> ids.contains(p.id())).forEach(p -> told.addAll(p.produces()));
      grew = ids.addAll(PROBES.stream().filter(p -> builds(p, told)).map(ProbeSpec::id).toList());
    }
    return ids;
  }

  /**
   * Those that tell what a check reads in other device states; what stresses the device is left
   * out.
   */
  static Set<String> ofStates() {
    Set<String> keys = new TreeSet<>();
    Checks.load().all().stream()
        .filter(c -> c.states().contains("factory-default"))
        .forEach(c -> keys.addAll(c.needs()));
    return PROBES.stream()
        .filter(p -> p.intrusiveness() != Intrusiveness.STRESS)
        .filter(p -> p.produces().stream().anyMatch(keys::contains))
        .map(ProbeSpec::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that look at what the flaw changes themselves. */
  static Set<String> first(Flaw flaw) {
    Set<String> ids = new LinkedHashSet<>();
    facets(flaw).forEach(f -> ids.addAll(at(f)));
    return ids;
  }

  /** One that only adds to a key sees nothing else because others add to it as well. */
  private static boolean builds(ProbeSpec probe, Set<String> told) {
    return probe.consumes().stream()
        .filter(key -> !probe.produces().contains(key))
        .anyMatch(told::contains);
  }

  private static Stream<String> facets(Flaw flaw) {
    return Stream.concat(
        flaw.shows().stream(),
        flaw.with().stream().flatMap(f -> facets(FlawCatalogue.load().flaw(f))));
  }

  private static List<String> at(String facet) {
    List<String> ids = FACETS.texts(facet);
    if (ids.isEmpty()) {
      throw new IllegalStateException("facets.yaml names no probe that looks at " + facet);
    }
    return ids;
  }
}
