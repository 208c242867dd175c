package dev.plumbline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers that the standards themselves have. */
final class CatalogueCountsTest {
  @Test
  void theOlderEditionIsWhole() {
    assertThat(CatalogueCounts.of(CatalogueLoader.load(EditionId.named("2.1.1"))))
        .isEqualTo(new CatalogueCounts(68, 33, 35, 13, 0, 68, 109, 226, 124, 102, 29));
  }

  @Test
  void theNewerEditionIsWhole() {
    assertThat(CatalogueCounts.of(CatalogueLoader.load(EditionId.named("3.1.3"))))
        .isEqualTo(new CatalogueCounts(78, 36, 42, 5, 27, 78, 131, 258, 140, 118, 29));
  }

  @Test
  void theTablesOfTheNewerEditionHave143Columns() {
    assertThat(
            CatalogueLoader.load(EditionId.named("3.1.3")).tables().values().stream()
                .mapToInt(t -> t.columns().size())
                .sum())
        .isEqualTo(143);
  }

  @Test
  void casesAreConceptualFunctionalOrBoth() {
    assertThat(kinds(EditionId.named("2.1.1"))).isEqualTo("62 46 1");
    assertThat(kinds(EditionId.named("3.1.3"))).isEqualTo("73 57 1");
  }

  @Test
  void theUnitsOfTheNewerEditionTellWhatBecameOfThem() {
    Catalogue newer = CatalogueLoader.load(EditionId.named("3.1.3"));
    assertThat(
            Stream.of("same", "changed", "new")
                .map(s -> newer.units().values().stream().filter(u -> u.sincePrevious().equals(s)))
                .map(Stream::count))
        .containsExactly(152L, 69L, 37L);
  }

  @Test
  void thePublishedBenchmarkHas56Units() {
    assertThat(CatalogueLoader.load(EditionId.named("2.1.1")).units().values())
        .filteredOn(TestUnit::toolBenchmark)
        .hasSize(56);
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void theFilesKeepTheirOwnCounts(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    CatalogueCounts counts = CatalogueCounts.of(catalogue);
    assertThat(catalogue.edition().expectedCounts())
        .containsEntry("provisions", counts.provisions())
        .containsEntry("mandatory", counts.mandatory())
        .containsEntry("units", counts.units())
        .containsEntry("cases", counts.cases());
  }

  private static String kinds(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    return Stream.of("conceptual", "functional", "both")
        .map(k -> catalogue.cases().stream().filter(c -> c.kind().equals(k)).count())
        .map(String::valueOf)
        .collect(java.util.stream.Collectors.joining(" "));
  }
}
