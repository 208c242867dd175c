package dev.plumbline.exchange.original;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.exchange.original.Difference.Kind;
import dev.plumbline.exchange.original.Original.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a copy of EN 303 645 with the catalogue. */
final class ProvisionDifferences {
  private ProvisionDifferences() {}

  static List<Difference> of(Original original, Catalogue catalogue) {
    List<Difference> found = new ArrayList<>();
    Difference.sides(
        found,
        "provision",
        catalogue.provisions().values().stream().map(p -> p.id().value()).collect(ordered()),
        original.provisions().stream().map(Wording::id).collect(ordered()));
    Difference.sides(
        found,
        "row of Table B.1",
        catalogue.provisions().values().stream()
            .filter(Provision::inTableB1)
            .map(p -> p.id().value())
            .collect(ordered()),
        original.statuses().keySet());
    Map<String, String> printed = original.statuses();
    for (Provision p : catalogue.provisions().values()) {
      String there = printed.getOrDefault(p.id().value(), p.printedStatus());
      if (!form(there).equals(form(p.printedStatus()))) {
        found.add(
            new Difference(
                Kind.OTHER_STATUS, "provision", p.id().value(), p.printedStatus(), there));
      }
    }
    return found;
  }

  private static String form(String status) {
    return status.replaceAll("\\s", "");
  }

  private static java.util.stream.Collector<String, ?, Set<String>> ordered() {
    return Collectors.toCollection(LinkedHashSet::new);
  }
}
