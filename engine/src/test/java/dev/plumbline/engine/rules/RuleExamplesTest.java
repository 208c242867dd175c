package dev.plumbline.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.CryptoPolicies;
import dev.plumbline.catalogue.CryptoPolicy;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Problems;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule on a declaration that it accepts and on one that it refuses, see rules/*.yaml. */
final class RuleExamplesTest {
  private static final CryptoPolicy POLICY = CryptoPolicies.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @EnumSource(EditionId.class)
  void everyRuleHasExamples(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Set<UnitId> shown = examples(edition).stream().map(Example::unit).collect(Collectors.toSet());
    assertThat(catalogue.rules().values())
        .filteredOn(r -> r.holds().isPresent())
        .filteredOn(r -> catalogue.unit(r.unit()).orElseThrow().scope() != UnitScope.ICS)
        .extracting(UnitRule::unit)
        .containsExactlyInAnyOrderElementsOf(shown);
  }

  @ParameterizedTest
  @EnumSource(EditionId.class)
  void aWholeRuleHoldsOnWhatItAcceptsAndAPartLeavesItToAPerson(EditionId edition) {
    Bench bench = new Bench(edition);
    for (Example example : examples(edition)) {
      UnitRule rule = bench.rule(example.unit());
      assertThat(bench.evaluate(rule, Declared.tables(example.accepted())))
          .as("accepted example of %s", example.unit())
          .isInstanceOf(rule.whole() ? Finding.Holds.class : Finding.Undetermined.class)
          .extracting(Finding::reason)
          .asString()
          .contains(rule.because());
    }
  }

  @ParameterizedTest
  @EnumSource(EditionId.class)
  void everyRuleRefusesTheCounterExample(EditionId edition) {
    Bench bench = new Bench(edition);
    for (Example example : examples(edition)) {
      UnitRule rule = bench.rule(example.unit());
      assertThat(bench.evaluate(rule, Declared.tables(example.refused())))
          .as("refused example of %s", example.unit())
          .isInstanceOf(Finding.Violated.class)
          .extracting(Finding::reason)
          .asString()
          .contains(rule.otherwise());
    }
  }

  @ParameterizedTest
  @EnumSource(EditionId.class)
  void leavingOutACellNeverTurnsAnAnswerAround(EditionId edition) {
    Bench bench = new Bench(edition);
    for (Example example : examples(edition)) {
      UnitRule rule = bench.rule(example.unit());
      for (Dossier poorer : poorer(Declared.tables(example.refused()))) {
        assertThat(bench.evaluate(rule, poorer))
            .as("%s on %s", example.unit(), poorer.ixit().tables())
            .isNotInstanceOf(Finding.Holds.class);
      }
      for (Dossier poorer : poorer(Declared.tables(example.accepted()))) {
        assertThat(bench.evaluate(rule, poorer))
            .as("%s on %s", example.unit(), poorer.ixit().tables())
            .isNotInstanceOf(Finding.Violated.class);
      }
    }
  }

  /** The dossiers that lack one cell of it. */
  private static List<Dossier> poorer(Dossier dossier) {
    List<Dossier> all = new ArrayList<>();
    dossier
        .ixit()
        .tables()
        .forEach(
            (table, entries) -> {
              for (int i = 0; i < entries.size(); i++) {
                for (String key : entries.get(i).cells().keySet()) {
                  if (!key.equals("id")) {
                    all.add(without(dossier, table, i, key));
                  }
                }
              }
            });
    return all;
  }

  private static Dossier without(Dossier dossier, String table, int index, String key) {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>(dossier.ixit().tables());
    List<IxitEntry> entries = new ArrayList<>(dossier.ixit().entries(table));
    IxitEntry entry = entries.get(index);
    Map<String, Cell> cells = new LinkedHashMap<>(entry.cells());
    cells.remove(key);
    entries.set(index, new IxitEntry(entry.table(), entry.id(), cells, entry.place()));
    tables.put(table, entries);
    return new Dossier(
        dossier.product(), dossier.ics(), new Ixit(tables), Map.of(), List.of(), List.of());
  }

  private static List<Example> examples(EditionId edition) {
    Mapping file =
        (Mapping) YamlReader.read(text(edition), "rules.yaml", new Problems()).orElseThrow();
    return file.mappings("examples").stream()
        .map(
            e ->
                new Example(
                    new UnitId(e.text("unit").orElseThrow()),
                    e.mapping("accepted").orElseThrow(),
                    e.mapping("refused").orElseThrow()))
        .toList();
  }

  private static String text(EditionId edition) {
    String path = "/rules/" + edition.testVersion() + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(RuleExamplesTest.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private record Example(UnitId unit, Mapping accepted, Mapping refused) {}

  /** A catalogue with its rules. */
  private static final class Bench {
    private final Catalogue catalogue;
    private final CelRules rules;

    Bench(EditionId edition) {
      this.catalogue = CatalogueLoader.load(edition);
      this.rules = CelRules.of(catalogue);
    }

    UnitRule rule(UnitId unit) {
      return catalogue.rule(unit).orElseThrow();
    }

    Finding evaluate(UnitRule rule, Dossier dossier) {
      TestUnit unit = catalogue.unit(rule.unit()).orElseThrow();
      Optional<IxitEntry> entry =
          unit.table().flatMap(t -> dossier.ixit().entries(t).stream().findFirst());
      Optional<IxitEntry> second =
          unit.alsoUses().stream()
              .findFirst()
              .flatMap(t -> dossier.ixit().entries(t).stream().findFirst());
      return rules.evaluate(rule, entry, second, dossier, POLICY, DAY);
    }
  }
}
