package dev.plumbline.exchange.original;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.exchange.original.Difference.Kind;
import dev.plumbline.exchange.original.Original.CaseWording;
import dev.plumbline.exchange.original.Original.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a copy of TS 103 701 with the catalogue. */
final class TestDifferences {
  private final List<Difference> found = new ArrayList<>();
  private final Map<String, CaseWording> there = new LinkedHashMap<>();

  private TestDifferences(Original original) {
    original.cases().forEach(c -> there.put(c.id(), c));
  }

  static List<Difference> of(Original original, Catalogue catalogue) {
    TestDifferences all = new TestDifferences(original);
    Set<String> groups = new LinkedHashSet<>();
    catalogue.groups().keySet().forEach(id -> groups.add(id.value()));
    Difference.sides(all.found, "test group", groups, original.groups());
    Map<String, TestCase> cases = new LinkedHashMap<>();
    catalogue.cases().forEach(c -> cases.put(c.id(), c));
    Difference.sides(all.found, "test case", cases.keySet(), all.there.keySet());
    Difference.sides(all.found, "test unit", units(cases.values()), all.units(cases.keySet()));
    Difference.sides(all.found, "IXIT table", catalogue.tables().keySet(), original.tables());
    cases.values().forEach(all::compare);
    return all.found;
  }

  private static Set<String> units(Iterable<TestCase> cases) {
    Set<String> units = new LinkedHashSet<>();
    cases.forEach(c -> c.units().forEach(u -> units.add(u.id().value())));
    return units;
  }

  private Set<String> units(Set<String> order) {
    Set<String> units = new LinkedHashSet<>();
    order.stream()
        .flatMap(id -> Optional.ofNullable(there.get(id)).stream())
        .forEach(c -> c.units().stream().map(Wording::id).forEach(units::add));
    there.values().forEach(c -> c.units().stream().map(Wording::id).forEach(units::add));
    return units;
  }

  private void compare(TestCase here) {
    Optional<CaseWording> other = Optional.ofNullable(there.get(here.id()));
    if (other.isEmpty()) {
      return;
    }
    String kind = other.get().kind();
    if (!kind.isEmpty() && !kind(kind).equals(here.kind())) {
      found.add(new Difference(Kind.OTHER_KIND, "test case", here.id(), here.kind(), kind));
    }
    int count = Math.max(1, other.get().pass().size());
    if (here.isDerived() || (!other.get().verdict().isEmpty() && count != here.pass().size())) {
      found.add(
          new Difference(
              Kind.PASS_CONDITIONS,
              "test case",
              here.id(),
              here.pass().size() + " (" + here.passSource() + ")",
              Integer.toString(count)));
    }
  }

  /** "conceptual/functional" and the like are both. */
  private static String kind(String printed) {
    boolean conceptual = printed.contains("conceptual");
    return conceptual && printed.contains("functional") ? "both" : printed;
  }
}
