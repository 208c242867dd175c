package dev.plumbline.cli;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueCounts;
import dev.plumbline.view.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline catalogue counts}. */
@Command(
    name = "counts",
    mixinStandardHelpOptions = true,
    description = "Counts provisions, groups, cases, units and tables of an edition.")
final class CatalogueCountsCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private EditionOption edition;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    Catalogue catalogue = edition.catalogue();
    Map<String, Integer> counts = named(CatalogueCounts.of(catalogue));
    var out = spec.commandLine().getOut();
    if (format.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("edition", catalogue.edition().id().version());
      json.putAll(counts);
      out.println(Json.of(json));
      return;
    }
    out.println(catalogue.edition().document() + " with " + catalogue.edition().testDocument());
    counts.forEach((name, count) -> out.printf("  %-13s %4d%n", name, count));
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
