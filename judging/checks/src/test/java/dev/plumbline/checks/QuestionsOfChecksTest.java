package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.check.Checks;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Editions bind their units to checks that there are; each unit decided is closed or open. */
class QuestionsOfChecksTest {
  private static final Checks CHECKS = Checks.load();

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyCheckThatAnEditionNamesIsThere(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    assertThat(CHECKS.complete(catalogue).decided(catalogue)).isNotEmpty();
  }

  @Test
  void everyCheckDecidesAUnitOfSomeEdition() {
    assertThat(CHECKS.all())
        .allMatch(
            check ->
                CatalogueLoader.all().values().stream()
                    .anyMatch(c -> !CHECKS.units(check, c).isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyUnitThatAMachineDecidesIsClosedOrOpen(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Set<UnitId> decided = new HashSet<>(CHECKS.decided(catalogue));
    catalogue.rules().values().stream()
        .filter(r -> r.whole() && r.holds().isPresent())
        .forEach(r -> decided.add(r.unit()));

    assertThat(catalogue.questions().keySet()).containsAll(decided);
  }
}
