package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.core.UnitId;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.Importers;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.fact.Wordings;
import dev.plumbline.probe.Asked;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.Effect;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.testbed.Flaw;
import dev.plumbline.testbed.FlawCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/reference} has a page for each probe, importer and driver action, made of what they
 * say of themselves; {@code -Dplumbline.update=true} writes them.
 */
class ReferenceTest {
  private static final String ROOT = "docs/reference/";

  @Test
  void everyProbeHasItsPage() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    ProbeRunner.installed().forEach(p -> pages.put(p.spec().id(), probe(p)));
    compare("probes", "Probes", pages);
  }

  @Test
  void everyImporterHasItsPage() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    Importers.installed().all().forEach(i -> pages.put(i.spec().id(), importer(i)));
    compare("importers", "Importers", pages);
  }

  @Test
  void everyDriverActionHasItsPage() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    List<String> told = Files.readAllLines(Repository.at("docs/drivers.md"));
    Stream.of(DriverAction.values()).forEach(a -> pages.put(a.word(), action(a, told)));
    compare("driver-actions", "Driver actions", pages);
  }

  private static String probe(Probe probe) {
    ProbeSpec spec = probe.spec();
    List<String> lines = new ArrayList<>(List.of("# Probe `" + spec.id() + "`", ""));
    lines.addAll(List.of("**" + spec.question() + "**", ""));
    lines.addAll(
        List.of(
            Wordings.beside(probe.getClass(), "probe.yaml").text("about").orElseThrow().strip(),
            ""));
    lines.add("| | |\n|---|---|");
    lines.add("| run it alone | `plumbline test DIR --only " + spec.id() + "` |");
    lines.add(
        "| what it does to the device | `"
            + spec.intrusiveness().name().toLowerCase(Locale.ROOT)
            + "`"
            + (spec.most() == spec.intrusiveness()
                ? ""
                : ", more where the run allows `"
                    + spec.most().name().toLowerCase(Locale.ROOT)
                    + "`")
            + " |");
    lines.add(
        "| asks | "
            + spec.asks().stream().map(Asked::words).collect(Collectors.joining("; "))
            + " |");
    if (!spec.may().isEmpty()) {
      lines.add(
          "| may do | "
              + spec.may().stream().map(Effect::words).collect(Collectors.joining(", "))
              + " |");
    }
    lines.add("| takes at most | " + spec.budget().toSeconds() + " s" + " |");
    lines.add("| is given | " + keys(spec.consumes()) + " |");
    if (!spec.follows().isEmpty()) {
      lines.add("| runs after those that tell | " + keys(spec.follows()) + " |");
    }
    lines.add("| tells | " + keys(spec.produces()) + " |");
    lines.add("");
    judged(spec.produces(), lines);
    List<String> flaws =
        FlawCatalogue.load().flaws().stream()
            .filter(f -> AffectedProbes.first(f).contains(spec.id()))
            .map(Flaw::id)
            .sorted()
            .toList();
    if (!flaws.isEmpty()) {
      lines.add("Flaws of simulated devices that it sees: " + String.join(", ", flaws) + ".");
    }
    return page(lines);
  }

  private static String importer(Importer importer) {
    ImporterSpec spec = importer.spec();
    List<String> lines = new ArrayList<>(List.of("# Importer `" + spec.id() + "`", ""));
    lines.add("| | |\n|---|---|");
    lines.add("| tool | " + spec.tool() + " |");
    lines.add("| reads | " + spec.formats() + " |");
    lines.add("| made by | `" + spec.how().replace("|", "\\|") + "` |");
    lines.add(
        "| tried with versions | "
            + (spec.known().isEmpty()
                ? "its files name none"
                : spec.known().stream().map(v -> v + "…").collect(Collectors.joining(", ")))
            + " |");
    lines.add("| tells | " + keys(spec.produces()) + " |");
    lines.add("| take it in | `plumbline import DIR FILE` |");
    lines.add("");
    judged(spec.produces(), lines);
    return page(lines);
  }

  private static String action(DriverAction action, List<String> told) {
    List<String> row =
        told.stream()
            .filter(
                l -> l.startsWith("| `") && l.split("\\|")[1].contains("`" + action.word() + "`"))
            .map(l -> List.of(l.split("\\|", -1)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("docs/drivers.md has no row for " + action));
    List<String> lines = new ArrayList<>(List.of("# Driver action `" + action.word() + "`", ""));
    lines.add("| | |\n|---|---|");
    lines.add("| what it has to do | " + row.get(5).strip() + " |");
    lines.add(
        "| what it does to the device | `"
            + action.intrusiveness().name().toLowerCase(Locale.ROOT)
            + "` |");
    lines.add("| arguments | " + keys(action.arguments()) + " |");
    lines.add("| has to give | " + keys(action.gives()) + " |");
    lines.add("");
    lines.add(
        "How to describe it: [drivers](../../drivers.md). Try it: `plumbline driver check DIR`.");
    return page(lines);
  }

  /** The checks that need one of the keys, with their units. */
  private static void judged(List<String> keys, List<String> lines) {
    List<Check> checks =
        Checks.load().all().stream()
            .filter(c -> c.needs().stream().anyMatch(keys::contains))
            .sorted(Comparator.comparing(Checks::name))
            .toList();
    if (checks.isEmpty()) {
      lines.addAll(List.of("No check judges it; it is kept as evidence for a person.", ""));
      return;
    }
    Collection<Catalogue> editions = CatalogueLoader.all().values();
    lines.add(
        editions.stream()
                .map(c -> " units of V" + c.edition().id().testVersion() + " |")
                .collect(Collectors.joining("", "| judged by |", "\n|---|"))
            + "---|".repeat(editions.size()));
    for (Check check : checks) {
      lines.add(
          String.format(
                  "| [%s](../../checks.md#%s) |",
                  Checks.name(check), Checks.name(check).toLowerCase(Locale.ROOT))
              + editions.stream()
                  .map(c -> " " + units(check, c) + " |")
                  .collect(Collectors.joining()));
    }
    lines.add("");
  }

  private static String units(Check check, Catalogue edition) {
    return Checks.load().units(check, edition).stream()
        .map(UnitId::value)
        .collect(Collectors.joining(" "));
  }

  private static String keys(List<String> keys) {
    return keys.isEmpty()
        ? "–"
        : keys.stream().map(k -> "`" + k + "`").collect(Collectors.joining(", "));
  }

  private static String page(List<String> lines) {
    return String.join("\n", lines).strip() + "\n";
  }

  private static void compare(String folder, String title, Map<String, String> pages)
      throws IOException {
    Path directory = Repository.at(ROOT + folder);
    Map<String, String> files = new TreeMap<>();
    pages.forEach((id, text) -> files.put(id + ".md", text));
    files.put("README.md", index(title, pages));
    if (Repository.UPDATE) {
      Files.createDirectories(directory);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(directory.resolve(file.getKey()), file.getValue());
      }
    }
    Map<String, String> there = new TreeMap<>();
    try (Stream<Path> all = Files.list(directory)) {
      for (Path file : all.toList()) {
        there.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    assertThat(there.keySet()).isEqualTo(files.keySet());
    files.forEach(
        (name, text) -> assertThat(there.get(name)).as(folder + "/" + name).isEqualTo(text));
  }

  private static String index(String title, Map<String, String> pages) {
    List<String> lines = new ArrayList<>(List.of("# " + title, ""));
    lines.add("Made by `ReferenceTest` from what each says of itself.\n");
    pages.keySet().forEach(id -> lines.add("- [" + id + "](" + id + ".md)"));
    return page(lines);
  }
}
