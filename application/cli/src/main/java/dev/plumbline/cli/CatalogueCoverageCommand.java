package dev.plumbline.cli;

import dev.plumbline.app.Proofs;
import dev.plumbline.app.UnitCoverage;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.importing.Importers;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.view.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline catalogue coverage}. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description = {
      "Shows who decides each test unit: a probe's observations, a rule, or a person.",
      "As JSON, those of both editions unless one is named."
    },
    footer = {
      "%nExamples:",
      "  plumbline catalogue coverage --edition 2.1.1",
      "  plumbline catalogue coverage --format json | jq '.[] | select(.shown.with == \"FAIL\")'"
    })
final class CatalogueCoverageCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private EditionOption edition;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  private final Proofs proofs = Proofs.load();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (format.json()) {
      Producers producers = new Producers(probes(), importers());
      out.println(
          Json.of(
              asked().stream()
                  .flatMap(c -> UnitCoverage.of(c).stream().map(u -> json(c, u, producers)))
                  .toList()));
      return;
    }
    List<UnitCoverage> units = UnitCoverage.of(edition.choice().catalogue());
    for (UnitCoverage u : units) {
      out.printf("  %-12s %-10s %s%n", u.unit().id(), word(u), u.with());
    }
    for (DecidedBy by : DecidedBy.values()) {
      out.println(
          units.stream().filter(u -> u.by() == by).count()
              + " units: "
              + by.name().toLowerCase(Locale.ROOT));
    }
    out.println(
        units.stream().filter(UnitCoverage::assisted).count()
            + " of the units that a person decides can be refuted by a machine");
  }

  /** The keys that each produces, by its id; read once, since there are hundreds of units. */
  private record Producers(Map<String, List<String>> probes, Map<String, List<String>> importers) {}

  private List<Catalogue> asked() {
    return spec.commandLine().getParseResult().hasMatchedOption("--edition")
        ? List.of(edition.choice().catalogue())
        : EditionId.all().stream().map(CatalogueLoader::load).toList();
  }

  private static Map<String, List<String>> probes() {
    Map<String, List<String>> produced = new TreeMap<>();
    ProbeRunner.installed().forEach(p -> produced.put(p.spec().id(), p.spec().produces()));
    return produced;
  }

  private static Map<String, List<String>> importers() {
    Map<String, List<String>> produced = new TreeMap<>();
    Importers.installed().all().forEach(i -> produced.put(i.spec().id(), i.spec().produces()));
    return produced;
  }

  /** Those that produce something of what the unit needs. */
  private static List<String> producing(UnitCoverage u, Map<String, List<String>> produced) {
    return produced.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(u.means()::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String word(UnitCoverage u) {
    return u.by().name().toLowerCase(Locale.ROOT) + (u.assisted() ? "+" : "");
  }

  private Map<String, Object> json(Catalogue catalogue, UnitCoverage u, Producers producers) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("unit", u.unit().id().value());
    json.put("edition", catalogue.edition().id().version());
    json.put("kind", u.unit().kind().name().toLowerCase(Locale.ROOT));
    json.put("decidedBy", u.word());
    json.put("with", u.with());
    json.put("means", u.means());
    json.put("probes", producing(u, producers.probes()));
    json.put("importers", producing(u, producers.importers()));
    proofs
        .of(catalogue.edition().id(), u.unit().id())
        .ifPresent(
            p -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              shown.put("test", p.test());
              shown.put("flaw", p.flaw());
              shown.put("without", p.without());
              shown.put("with", p.with());
              shown.put("mute", p.mute());
              json.put("shown", shown);
            });
    json.put("toolBenchmark", u.unit().toolBenchmark());
    return json;
  }
}
