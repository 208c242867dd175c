package dev.plumbline.view.edition;

import dev.plumbline.app.EditionChoice;
import dev.plumbline.app.Proofs;
import dev.plumbline.app.UnitCoverage;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.importing.Importers;
import dev.plumbline.probe.run.ProbeRunner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who decides each test unit: a probe's observations, a rule, or a person. */
public final class CoverageView {
  private CoverageView() {}

  /** The units of an edition, a line each, and their counts. */
  public static List<String> lines(EditionChoice edition) {
    List<UnitCoverage> units = UnitCoverage.of(edition.catalogue());
    List<String> lines = new ArrayList<>();
    for (UnitCoverage u : units) {
      lines.add(String.format("  %-12s %-10s %s", u.unit().id(), word(u), u.with()));
    }
    for (DecidedBy by : DecidedBy.values()) {
      lines.add(
          units.stream().filter(u -> u.by() == by).count()
              + " units: "
              + by.name().toLowerCase(Locale.ROOT));
    }
    lines.add(
        units.stream().filter(UnitCoverage::assisted).count()
            + " of the units that a person decides can be refuted by a machine");
    return lines;
  }

  /** The units of editions for programs, with what was shown of each. */
  public static List<Map<String, Object>> json(List<EditionChoice> editions) {
    Producers producers = new Producers(probes(), importers());
    Proofs proofs = Proofs.load();
    return editions.stream()
        .map(EditionChoice::catalogue)
        .flatMap(c -> UnitCoverage.of(c).stream().map(u -> json(c, u, producers, proofs)))
        .toList();
  }

  /** The keys that each produces, by its id; read once, since there are hundreds of units. */
  private record Producers(Map<String, List<String>> probes, Map<String, List<String>> importers) {}

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

  private static Map<String, Object> json(
      Catalogue catalogue, UnitCoverage u, Producers producers, Proofs proofs) {
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
