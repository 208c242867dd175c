package dev.plumbline.judging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the examples show of each unit that a rule decides or refutes: on the declaration that is
 * accepted, on the one that is refused, and where nothing is declared. The program ships it for
 * {@code catalogue coverage}; {@code -Dplumbline.update=true} writes it anew.
 */
class RuleProofTest {
  private static final Path SHIPPED =
      Path.of("src/main/resources/dev/plumbline/judging/rules/proof.yaml");

  @Test
  void theProgramShipsWhatTheExamplesShow() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "# Written by RuleProofTest; what the examples showed of each unit.", "units:"));
    for (EditionId edition : EditionId.all()) {
      RuleBench bench = new RuleBench(edition);
      RuleExample.all(edition).stream()
          .sorted(Comparator.comparing(RuleExample::unit))
          .map(e -> line(bench, e))
          .forEach(lines::add);
    }
    if (Boolean.getBoolean("plumbline.update")) {
      Files.write(SHIPPED, lines);
    }
    assertThat(Files.readAllLines(SHIPPED)).isEqualTo(lines);
  }

  @Test
  void aWholeRuleIsShownBothWaysAndMute() {
    for (EditionId edition : EditionId.all()) {
      RuleBench bench = new RuleBench(edition);
      for (RuleExample example : RuleExample.all(edition)) {
        UnitRule rule = bench.rule(example.unit());
        assertThat(verdict(bench.evaluate(rule, example.accepted())))
            .isEqualTo(
                switch (rule.reach()) {
                  case WHOLE -> "PASS";
                  case PROPOSES -> "SEARCHED";
                  case PART -> "INCONCLUSIVE";
                });
        assertThat(verdict(bench.evaluate(rule, example.refused()))).isEqualTo("FAIL");
        assertThat(verdict(bench.ofNothing(rule)))
            .as("%s of %s where nothing is declared", example.unit(), edition)
            .isEqualTo("INCONCLUSIVE");
        assertThat(example.difference()).isNotEmpty();
      }
    }
  }

  private static String line(RuleBench bench, RuleExample example) {
    UnitRule rule = bench.rule(example.unit());
    return String.format(
        "  - {edition: \"%s\", unit: \"%s\", flaw: \"declared: %s\", without: \"%s\", with: \"%s\","
            + " mute: \"%s\"}",
        example.edition().version(),
        example.unit(),
        example.difference().replace("\"", "'"),
        verdict(bench.evaluate(rule, example.accepted())),
        verdict(bench.evaluate(rule, example.refused())),
        verdict(bench.ofNothing(rule)));
  }

  private static String verdict(Finding finding) {
    return finding instanceof Finding.Searched ? "SEARCHED" : finding.verdict().name();
  }
}
