package dev.plumbline.view;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueCounts;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many provisions, groups, cases, units and tables an edition has. */
public record CountsView(Catalogue catalogue) {

  /** As plain values. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", catalogue.edition().id().version());
    json.putAll(named(CatalogueCounts.of(catalogue)));
    return json;
  }

  /** Prints them. */
  public void print(PrintWriter out) {
    out.println(catalogue.edition().document() + " with " + catalogue.edition().testDocument());
    named(CatalogueCounts.of(catalogue))
        .forEach((name, count) -> out.printf("  %-13s %4d%n", name, count));
  }

  private static Map<String, Integer> named(CatalogueCounts c) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("provisions", c.provisions());
    counts.put("mandatory", c.mandatory());
    counts.put("recommended", c.recommended());
    counts.put("conditions", c.conditions());
    counts.put("features", c.features());
    counts.put("groups", c.groups());
    counts.put("cases", c.cases());
    counts.put("units", c.units());
    counts.put("conceptual", c.conceptual());
    counts.put("functional", c.functional());
    counts.put("tables", c.tables());
    return counts;
  }
}
