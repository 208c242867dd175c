package dev.plumbline.judging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.Finding;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on a declaration that it accepts and on one that it refuses, see rules/*.yaml. */
final class RuleExamplesTest {
  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyRuleHasExamples(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Set<UnitId> shown =
        RuleExample.all(edition).stream().map(RuleExample::unit).collect(Collectors.toSet());
    assertThat(catalogue.rules().values())
        .filteredOn(r -> r.holds().isPresent())
        .extracting(UnitRule::unit)
        .containsExactlyInAnyOrderElementsOf(shown);
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void aWholeRuleHoldsOnWhatItAcceptsAndAPartLeavesItToAPerson(EditionId edition) {
    RuleBench bench = new RuleBench(edition);
    for (RuleExample example : RuleExample.all(edition)) {
      UnitRule rule = bench.rule(example.unit());
      assertThat(bench.evaluate(rule, example.accepted()))
          .as("accepted example of %s", example.unit())
          .isInstanceOf(expected(rule))
          .extracting(Finding::reason)
          .asString()
          .contains(rule.because());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyRuleRefusesTheCounterExample(EditionId edition) {
    RuleBench bench = new RuleBench(edition);
    for (RuleExample example : RuleExample.all(edition)) {
      UnitRule rule = bench.rule(example.unit());
      assertThat(bench.evaluate(rule, example.refused()))
          .as("refused example of %s", example.unit())
          .isInstanceOf(Finding.Violated.class)
          .extracting(Finding::reason)
          .asString()
          .contains(rule.otherwise());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void leavingOutACellNeverTurnsAnAnswerAround(EditionId edition) {
    RuleBench bench = new RuleBench(edition);
    for (RuleExample example : RuleExample.all(edition)) {
      UnitRule rule = bench.rule(example.unit());
      for (Dossier poorer : poorer(example.refused())) {
        assertThat(bench.evaluate(rule, poorer))
            .as("%s on %s", example.unit(), poorer.ixit().tables())
            .isNotInstanceOf(Finding.Holds.class);
      }
      for (Dossier poorer : poorer(example.accepted())) {
        assertThat(bench.evaluate(rule, poorer))
            .as("%s on %s", example.unit(), poorer.ixit().tables())
            .isNotInstanceOf(Finding.Violated.class);
      }
    }
  }

  private static Class<? extends Finding> expected(UnitRule rule) {
    return switch (rule.reach()) {
      case WHOLE -> Finding.Holds.class;
      case PROPOSES -> Finding.Searched.class;
      case PART -> Finding.Undetermined.class;
    };
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
}
