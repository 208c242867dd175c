package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.TestUnit;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds who decides a unit against how far software could, as the catalogue estimates it. */
class UnitCoverageTest {
  private static List<UnitCoverage> of(EditionId edition, Predicate<TestUnit> units) {
    return UnitCoverage.of(CatalogueLoader.load(edition)).stream()
        .filter(u -> units.test(u.unit()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void whatAProgramCanDecideAloneIsDecidedByOne(EditionId edition) {
    assertThat(of(edition, u -> u.automation().equals("A")))
        .isNotEmpty()
        .filteredOn(u -> !List.of("PROBE", "RULE").contains(u.word()))
        .extracting(u -> u.unit().id())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void whereAProgramCanHelpAPersonItDoes(EditionId edition) {
    assertThat(of(edition, u -> u.automation().equals("P")))
        .isNotEmpty()
        .filteredOn(u -> u.word().equals("ASSESSOR"))
        .extracting(u -> u.unit().id())
        .isEmpty();
  }

  /** Whether a review covers its scope, a row can refute; that it does, a person says. */
  @Test
  void thePublishedBenchmarkIsDecidedButForReviews() {
    assertThat(of(EditionId.named("2.1.1"), TestUnit::toolBenchmark))
        .hasSize(56)
        .filteredOn(u -> !List.of("PROBE", "RULE").contains(u.word()))
        .extracting(u -> u.unit().id() + " " + u.word())
        .containsExactly("5.5-2-1b ASSESSOR_WITH_EVIDENCE");
  }
}
